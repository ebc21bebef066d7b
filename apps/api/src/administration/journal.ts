import { type AdministrationAct, administrationActs, type LocalDate, registerActs } from '@bienfonde/domain'
import { ArrayMaxSize, IsOptional, IsUUID } from 'class-validator'
import { Args, ArgsType, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql'
import { Context } from '../context.ts'
import { statement } from '../database/statement.ts'
import { cursorOf, readCursor } from '../queries/cursor.ts'
import { PageArguments, pageComplexity } from '../queries/page.ts'
import { permitted } from '../queries/permitted.ts'
import { LocalDateScalar } from '../schema/scalars.ts'
import { AdministrationActCode, AdministrationLine, lineColumns } from './AdministrationLine.ts'

@ArgsType()
export class AdministrationJournalArguments extends PageArguments {
  @Field(() => [AdministrationActCode], { nullable: true, description: 'Ces seuls actes ; absent, tous.' })
  @IsOptional()
  @ArrayMaxSize(administrationActs.length)
  acts?: AdministrationAct[] | null

  @Field(() => ID, { nullable: true, description: 'Ce que cette seule personne a changé.' })
  @IsOptional()
  @IsUUID()
  by?: string | null

  @Field(() => LocalDateScalar, { nullable: true, description: 'À partir de ce jour, à l’heure du Ministère.' })
  from?: LocalDate | null

  @Field(() => LocalDateScalar, { nullable: true, description: 'Jusqu’à ce jour compris.' })
  to?: LocalDate | null
}

@ObjectType({ simpleResolvers: true, description: 'Quelqu’un qui a changé quelque chose.' })
export class AdministrationAuthor {
  @Field(() => ID, { description: 'Identifiant de la personne.' })
  id!: string

  @Field(() => String, { description: 'Son nom.' })
  name!: string
}

@ObjectType({ simpleResolvers: true, description: 'Une page du journal de l’administration.' })
export class AdministrationJournalPage {
  @Field(() => [AdministrationLine], { description: 'Les lignes, la plus récente d’abord.' })
  rows!: AdministrationLine[]

  @Field(() => Int, { description: 'Nombre de lignes, toutes pages comprises.' })
  total!: number

  @Field(() => String, { nullable: true, description: 'Repère à donner pour la page suivante ; absent à la dernière.' })
  next!: string | null

  @Field(() => [AdministrationAuthor], { description: 'Les personnes que le journal nomme, pour choisir entre elles.' })
  authors!: AdministrationAuthor[]
}

// The registers share the seal, and are not for whoever administers.
const ofAdministration = `type not in (${registerActs.map(act => `'${act}'`).join(', ')})`
const kept = `from administration_journal j left join staff s on s.id::text = j.actor_id
  where j.${ofAdministration} and ($1::text[] is null or j.type = any ($1)) and ($2::text is null or j.actor_id = $2)
    and ($3::date is null or (j.at at time zone 'America/Toronto')::date >= $3)
    and ($4::date is null or (j.at at time zone 'America/Toronto')::date <= $4)`
const findLines = statement(
  'administration_journal',
  `select (select count(*)::int ${kept}) as total,
     coalesce((select json_agg(page) from (
       select ${lineColumns} ${kept} and ($6::bigint is null or j.seq < $6) order by j.seq desc limit $5
     ) page), '[]') as found,
     coalesce((select json_agg(author) from (
       select id, name from staff where id::text in (select distinct actor_id from administration_journal where ${ofAdministration})
       order by lower(unaccent(name)), id limit 500
     ) author), '[]') as authors`,
)

const order = 'ADMINISTRATION'

@Resolver()
export class AdministrationJournalResolver {
  @Query(() => AdministrationJournalPage, {
    description: 'Le journal de l’administration : qui a changé quoi, quand, et ce qui était avant.',
    complexity: pageComplexity,
  })
  async administrationJournal(
    @Args(() => AdministrationJournalArguments) { first, after, acts, by, from, to }: AdministrationJournalArguments,
    @Ctx() context: Context,
  ): Promise<AdministrationJournalPage> {
    permitted(context, 'READ_ADMINISTRATION')
    const [position = null] = after ? readCursor(after, order, ['position']) : []
    const [answer] = await context.database.ask<{
      total: number
      found: AdministrationLine[]
      authors: AdministrationAuthor[]
    }>(findLines, [acts ?? null, by ?? null, from ?? null, to ?? null, first + 1, position])
    const { total = 0, found = [], authors = [] } = answer ?? {}
    const rows = found.slice(0, first)
    const last = rows.at(-1)
    return { rows, total, next: last && found.length > first ? cursorOf(order, [last.seq]) : null, authors }
  }
}
