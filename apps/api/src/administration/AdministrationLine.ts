import { type AdministrationAct, administrationActs } from '@bienfonde/domain'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { codesOf } from '../schema/codes.ts'
import { JsonScalar } from '../schema/JsonScalar.ts'
import { InstantScalar } from '../schema/scalars.ts'

export const AdministrationActCode = codesOf(
  'AdministrationActCode',
  'Ce que l’administration change.',
  administrationActs,
)

@ObjectType({ simpleResolvers: true, description: 'Une ligne du journal de l’administration.' })
export class AdministrationLine {
  @Field(() => Int, { description: 'Rang de la ligne.' })
  seq!: number

  @Field(() => InstantScalar, { description: 'Moment du changement.' })
  at!: string

  @Field(() => ID, { description: 'Identifiant de la personne qui a fait le changement, ou « operator ».' })
  by!: string

  @Field(() => String, { nullable: true, description: 'Son nom, si le registre la connaît.' })
  byName!: string | null

  @Field(() => String, { description: 'Rôle sous lequel le changement est fait ; OPERATOR à la ligne de commande.' })
  role!: string

  @Field(() => AdministrationActCode, { description: 'Ce qui est fait.' })
  type!: AdministrationAct

  @Field(() => String, { description: 'Ce que le changement concerne : un compte, un secteur ou un réglage.' })
  subject!: string

  @Field(() => JsonScalar, { nullable: true, description: 'Ce qui était ; absent si rien n’était.' })
  before!: unknown

  @Field(() => JsonScalar, { nullable: true, description: 'Ce qui est ; absent si rien n’est plus.' })
  after!: unknown
}

/** The columns of a line, from the journal as `j` and the register as `s`. */
export const lineColumns = `j.seq, j.at, j.actor_id as by, s.name as "byName", j.actor_role as role, j.type,
  j.event ->> 'subject' as subject, j.event -> 'before' as before, j.event -> 'after' as after`
