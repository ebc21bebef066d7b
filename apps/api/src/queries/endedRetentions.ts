import {
  type LocalDate,
  localDateAt,
  type RefusalCode,
  type RetentionState,
  refusals,
  replay,
  retentionOf,
  retentionStates,
  scheduleOf,
} from '@bienfonde/domain'
import { Args, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql'
import { retentionKept } from '../administration/retentionKept.ts'
import { Context } from '../context.ts'
import { statement } from '../database/statement.ts'
import { journalsOf } from '../journal/recorded.ts'
import { codesOf } from '../schema/codes.ts'
import { InstantScalar, LocalDateScalar } from '../schema/scalars.ts'
import { cursorOf, readCursor } from './cursor.ts'
import { PageArguments, pageComplexity } from './page.ts'
import { permitted } from './permitted.ts'
import { today } from './settings.ts'

const RetentionStateCode = codesOf('RetentionStateCode', 'Où en est un dossier arrivé au terme.', retentionStates)

@ObjectType({ simpleResolvers: true, description: 'Un dossier arrivé au terme de sa conservation.' })
export class EndedRetention {
  @Field(() => ID, { description: 'Identifiant du dossier.' })
  dossier!: string

  @Field(() => String, { description: 'Numéro du dossier.' })
  fileNumber!: string

  @Field(() => LocalDateScalar, { description: 'Jour de la fermeture.' })
  closedOn!: LocalDate

  @Field(() => LocalDateScalar, { description: 'Terme de la conservation.' })
  endedOn!: LocalDate

  @Field(() => RetentionStateCode, { description: 'Ce qui l’attend.' })
  state!: RetentionState

  @Field(() => String, { nullable: true, description: 'Ce qui interdit l’effacement, en une phrase.' })
  hold!: string | null
}

@ObjectType({ simpleResolvers: true, description: 'Une page des dossiers arrivés au terme.' })
export class EndedRetentionPage {
  @Field(() => String, {
    nullable: true,
    description: 'Règle du calendrier appliquée ; absente tant qu’il n’y en a pas.',
  })
  schedule!: string | null

  @Field(() => [EndedRetention], { description: 'Les dossiers, le plus ancien d’abord.' })
  rows!: EndedRetention[]

  @Field(() => Int, { description: 'Nombre de dossiers, toutes pages comprises.' })
  total!: number

  @Field(() => String, { nullable: true, description: 'Repère à donner pour la page suivante ; absent à la dernière.' })
  next!: string | null
}

@ObjectType({ simpleResolvers: true, description: 'Ce qui reste à dire d’une identité effacée.' })
export class ErasedDossier {
  @Field(() => ID, { description: 'Identifiant du dossier.' })
  dossier!: string

  @Field(() => String, { description: 'Numéro du dossier.' })
  fileNumber!: string

  @Field(() => LocalDateScalar, { description: 'Jour de l’effacement, à l’heure du Ministère.' })
  on!: LocalDate

  @Field(() => InstantScalar, { description: 'Moment de l’effacement.' })
  at!: string

  @Field(() => String, { nullable: true, description: 'Qui a effacé, si le registre la connaît.' })
  byName!: string | null

  @Field(() => String, { description: 'Règle du calendrier de conservation appliquée.' })
  schedule!: string

  @Field(() => String, { description: 'Raison donnée.' })
  reason!: string
}

@ObjectType({ simpleResolvers: true, description: 'Une page des identités effacées.' })
export class ErasedDossierPage {
  @Field(() => [ErasedDossier], { description: 'Les effacements, le plus récent d’abord.' })
  rows!: ErasedDossier[]

  @Field(() => Int, { description: 'Nombre d’effacements, toutes pages comprises.' })
  total!: number

  @Field(() => String, { nullable: true, description: 'Repère à donner pour la page suivante ; absent à la dernière.' })
  next!: string | null
}

const ended = `from caseload c
  where c.closed_on <= $1 and not exists (
    select from journal j where j.dossier_id = c.dossier_id and j.type = 'IDENTITY_ERASED')`
const findEnded = statement(
  'retention_ended',
  `select (select count(*)::int ${ended}) as total,
     coalesce((select json_agg(page) from (
       select c.dossier_id as dossier, c.file_number as "fileNumber", c.closed_on as "closedOn"
       ${ended} and ($3::date is null or (c.closed_on, c.dossier_id) > ($3, $4::uuid))
       order by c.closed_on, c.dossier_id limit $2
     ) page), '[]') as found`,
)
const findErased = statement(
  'retention_erased',
  `select (select count(*)::int from journal where type = 'IDENTITY_ERASED') as total,
     coalesce((select json_agg(page) from (
       select j.position::text, d.id as dossier, d.file_number as "fileNumber", j.at, s.name as "byName",
         j.event ->> 'schedule' as schedule, j.event ->> 'reason' as reason
       from journal j join dossier d on d.id = j.dossier_id left join staff s on s.id::text = j.actor_id
       where j.type = 'IDENTITY_ERASED' and ($2::bigint is null or j.position < $2)
       order by j.position desc limit $1
     ) page), '[]') as found`,
)
const endedOrder = 'RETENTION_ENDED'
const erasedOrder = 'RETENTION_ERASED'

/** Closed on this day or before, the end of the retention has come: the days that are counted are years, always whole. */
function closedBy(today: LocalDate, years: number): LocalDate {
  const year = Number(today.slice(0, 4)) - years
  return `${String(Math.max(1, year)).padStart(4, '0')}${today.slice(4) === '-02-29' ? '-02-28' : today.slice(4)}`
}

@Resolver()
export class EndedRetentionsResolver {
  @Query(() => EndedRetentionPage, {
    description: 'Les dossiers fermés arrivés au terme de leur conservation, dont l’identité n’est pas effacée.',
    complexity: pageComplexity,
  })
  async endedRetentions(
    @Args(() => PageArguments) { first, after }: PageArguments,
    @Ctx() context: Context,
  ): Promise<EndedRetentionPage> {
    const actor = permitted(context, 'DECIDE')
    const { ask } = context.database
    const [closedOn = null, dossier = null] = after ? readCursor(after, endedOrder, ['day', 'uuid']) : []
    const schedule = scheduleOf(await retentionKept(ask))
    if (!schedule) return { schedule: null, rows: [], total: 0, next: null }
    const on = today(context)
    const last = closedBy(on, schedule.activeYears + schedule.semiActiveYears)
    const [answer] = await ask<{ total: number; found: Pick<EndedRetention, 'dossier' | 'fileNumber' | 'closedOn'>[] }>(
      findEnded,
      [last, first + 1, closedOn, dossier],
    )
    const { total = 0, found = [] } = answer ?? {}
    const page = found.slice(0, first)
    const journals = await journalsOf(
      ask,
      page.map(row => row.dossier),
    )
    const rows = page.flatMap(row => {
      const retention = retentionOf(replay(journals.get(row.dossier) ?? []), schedule, on, actor)
      return retention ? [{ ...row, ...retention, hold: sentenceOf(retention.hold) }] : []
    })
    const end = page.at(-1)
    const next = end && found.length > first ? cursorOf(endedOrder, [end.closedOn, end.dossier]) : null
    return { schedule: `${schedule.code} – ${schedule.title}`, rows, total, next }
  }

  @Query(() => ErasedDossierPage, {
    description: 'Les identités effacées : quel dossier, par qui, quand, sous quelle règle et pourquoi.',
    complexity: pageComplexity,
  })
  async erasedDossiers(
    @Args(() => PageArguments) { first, after }: PageArguments,
    @Ctx() context: Context,
  ): Promise<ErasedDossierPage> {
    permitted(context, 'READ_OPENINGS')
    const [position = null] = after ? readCursor(after, erasedOrder, ['position']) : []
    const [answer] = await context.database.ask<{ total: number; found: (ErasedDossier & { position: string })[] }>(
      findErased,
      [first + 1, position],
    )
    const { total = 0, found = [] } = answer ?? {}
    const rows = found.slice(0, first).map(row => ({ ...row, on: localDateAt(row.at) }))
    const last = rows.at(-1)
    return { rows, total, next: last && found.length > first ? cursorOf(erasedOrder, [last.position]) : null }
  }
}

const sentenceOf = (hold: RefusalCode | null): string | null => hold && refusals[hold]
