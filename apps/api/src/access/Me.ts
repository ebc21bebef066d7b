import type { Role } from '@bienfonde/domain'
import { Field, ID, ObjectType } from 'type-graphql'
import { RoleCode } from '../schema/codes.ts'
import type { SignedIn } from './session.ts'

@ObjectType({ description: 'La personne dont la session est ouverte.' })
export class Me {
  @Field(() => ID, { description: 'Identifiant de la personne.' })
  id!: string

  @Field(() => String, { description: 'Nom de la personne.' })
  name!: string

  @Field(() => String, { description: 'Adresse de courriel du compte.' })
  email!: string

  @Field(() => RoleCode, { description: 'Rôle, qui décide de ce que la personne peut faire.' })
  role!: Role

  @Field(() => String, { nullable: true, description: 'Code du secteur de la personne, si elle en représente un.' })
  sector!: string | null

  @Field(() => Boolean, { description: 'Vrai si l’organisation a connecté la personne ; faux pour un compte local.' })
  organisation!: boolean

  static of({ id, name, email, role, sector, organisation = false }: SignedIn & { organisation?: boolean }): Me {
    return Object.assign(new Me(), { id, name, email, role, sector, organisation })
  }
}
