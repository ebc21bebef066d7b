import type { InformationCategory, LocalDate, Role } from '@bienfonde/domain'
import { localDateAt } from '@bienfonde/domain'
import { IsOptional, isUUID, MaxLength } from 'class-validator'
import { Args, ArgsType, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql'
import type { Context } from '../context.ts'
import { statement } from '../database/statement.ts'
import { InformationCategoryCode, RoleCode } from '../schema/codes.ts'
import { InstantScalar, LocalDateScalar } from '../schema/scalars.ts'
import { cursorOf, readCursor } from './cursor.ts'
import { PageArguments, pageComplexity } from './page.ts'
import { permitted } from './permitted.ts'

@ArgsType()
export class OpeningsArguments extends PageArguments {
  @Field(() => ID, { nullable: true, description: 'Identifiant d’un dossier ; tous les dossiers, sinon.' })
  @IsOptional()
  @MaxLength(100)
  dossier?: string | null
}

@ObjectType({
  simpleResolvers: true,
  description: 'Une ouverture d’identité, telle qu’inscrite avant de rien montrer.',
})
export class IdentityOpening {
  @Field(() => ID, { description: 'Identifiant du dossier.' })
  dossier!: string

  @Field(() => String, { description: 'Numéro du dossier.' })
  fileNumber!: string

  @Field(() => Int, { description: 'Rang de la ligne au journal du dossier.' })
  seq!: number

  @Field(() => InstantScalar, { description: 'Moment de l’ouverture.' })
  at!: string

  @Field(() => LocalDateScalar, { description: 'Jour de l’ouverture, à l’heure du Ministère.' })
  on!: LocalDate

  @Field(() => ID, { description: 'Identifiant de la personne qui a ouvert.' })
  by!: string

  @Field(() => String, { nullable: true, description: 'Nom de la personne qui a ouvert, si le registre la connaît.' })
  byName!: string | null

  @Field(() => RoleCode, { description: 'Rôle sous lequel la personne a ouvert.' })
  role!: Role

  @Field(() => String, { description: 'Raison donnée.' })
  reason!: string

  @Field(() => [InformationCategoryCode], { description: 'Ce qui a été ouvert.' })
  scope!: InformationCategory[]

  @Field(() => String, {
    nullable: true,
    description: 'Ce qu’est le document, quand un seul original a été ouvert.',
  })
  document!: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Code du secteur dont la permission a servi ; absent si le Secrétariat a ouvert.',
  })
  sector!: string | null
}

@ObjectType({ simpleResolvers: true, description: 'Une page du registre des ouvertures d’identité.' })
export class OpeningPage {
  @Field(() => [IdentityOpening], { description: 'Les ouvertures, la plus récente d’abord.' })
  rows!: IdentityOpening[]

  @Field(() => Int, { description: 'Nombre d’ouvertures, toutes pages comprises.' })
  total!: number

  @Field(() => String, { nullable: true, description: 'Repère à donner pour la page suivante ; absent à la dernière.' })
  next!: string | null
}

/** The openings of a dossier, `$1`, or of all of them, as rows. */
export const openingRows = `select j.position::text, d.id as dossier, d.file_number as "fileNumber", j.seq, j.at,
    j.actor_id as by, s.name as "byName", j.actor_role as role, j.event ->> 'reason' as reason,
    j.event -> 'scope' as scope, j.event ->> 'sector' as sector,
    (select a.event ->> 'description' from journal a
     where a.dossier_id = j.dossier_id and a.type = 'DOCUMENT_ATTACHED'
       and a.event ->> 'attachment' = j.event ->> 'attachment') as document
  from journal j join dossier d on d.id = j.dossier_id left join staff s on s.id::text = j.actor_id
  where j.type = 'IDENTITY_OPENED' and ($1::uuid is null or j.dossier_id = $1)`

const findOpenings = statement(
  'openings',
  `select (select count(*)::int from journal
       where type = 'IDENTITY_OPENED' and ($1::uuid is null or dossier_id = $1)) as total,
     coalesce((select json_agg(page) from (
       ${openingRows} and ($3::bigint is null or j.position < $3) order by j.position desc limit $2
     ) page), '[]') as found`,
)

const order = 'OPENINGS'

@Resolver()
export class OpeningsResolver {
  @Query(() => OpeningPage, {
    description: 'Le registre des ouvertures d’identité, lu dans le journal.',
    complexity: pageComplexity,
  })
  async openings(
    @Args(() => OpeningsArguments) { dossier, first, after }: OpeningsArguments,
    @Ctx() context: Context,
  ): Promise<OpeningPage> {
    permitted(context, 'READ_OPENINGS')
    const [position = null] = after ? readCursor(after, order, ['position']) : []
    if (dossier && !isUUID(dossier)) return { rows: [], total: 0, next: null }
    const [answer] = await context.database.ask<{ total: number; found: (IdentityOpening & { position: string })[] }>(
      findOpenings,
      [dossier ?? null, first + 1, position],
    )
    const { total = 0, found = [] } = answer ?? {}
    const rows = found.slice(0, first).map(row => ({ ...row, on: localDateAt(row.at) }))
    const last = rows.at(-1)
    return { rows, total, next: last && found.length > first ? cursorOf(order, [last.position]) : null }
  }
}
