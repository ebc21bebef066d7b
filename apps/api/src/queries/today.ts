import {
  type BodyReference,
  bodyLabel,
  type CalendarOverrides,
  type Lateness,
  type LocalDate,
  latenesses,
  latenessOf,
  type Party,
  parties,
  returnedFrom,
  soonUntil,
} from '@bienfonde/domain'
import { Max, Min } from 'class-validator'
import { Args, ArgsType, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql'
import type { Context } from '../context.ts'
import { statement } from '../database/statement.ts'
import { codesOf } from '../schema/codes.ts'
import { JsonScalar } from '../schema/JsonScalar.ts'
import { LocalDateScalar } from '../schema/scalars.ts'
import { pageComplexity } from './page.ts'
import { permitted } from './permitted.ts'
import { settingsNow, today } from './settings.ts'
import { latenessConditions, theirItems, theirValues } from './theirItems.ts'

const LatenessCode = codesOf('LatenessCode', 'À quel point une échéance presse.', latenesses)
const PartyCode = codesOf('PartyCode', 'De qui un dossier attend quelque chose.', parties)

const longest = 50

@ArgsType()
export class TodayArguments {
  @Field(() => Int, { defaultValue: 20, description: `Nombre de lignes de chaque liste, de 1 à ${longest}.` })
  @Min(1)
  @Max(longest)
  first!: number
}

@ObjectType({ simpleResolvers: true, description: 'Un dossier d’une liste du jour.' })
class TodayDossier {
  @Field(() => ID, { description: 'Identifiant du dossier.' })
  id!: string

  @Field(() => String, { description: 'Numéro du dossier.' })
  fileNumber!: string

  @Field(() => [String], { description: 'Sujets des motifs.' })
  subjects!: string[]
}

@ObjectType({ simpleResolvers: true, description: 'Ce qui est attendu de la personne dans un dossier.' })
export class TodayDuty {
  @Field(() => [String], { description: 'Noms des étapes : la première, ou l’une des autres à sa place.' })
  steps!: string[]

  @Field(() => LocalDateScalar, { nullable: true, description: 'Jour où c’est dû, s’il y en a un.' })
  dueOn!: LocalDate | null
}

@ObjectType({ simpleResolvers: true, description: 'Un dossier où quelque chose est à faire.' })
export class TodayToDoRow extends TodayDossier {
  @Field(() => LocalDateScalar, { nullable: true, description: 'La première échéance, s’il y en a une.' })
  dueOn!: LocalDate | null

  @Field(() => LatenessCode, { description: 'À quel point cette échéance presse.' })
  lateness!: Lateness

  @Field(() => Boolean, { description: 'Vrai si le délai de réponse est suspendu.' })
  suspended!: boolean

  @Field(() => [TodayDuty], { description: 'Ce qui est à faire, le plus pressant d’abord.' })
  duties!: TodayDuty[]
}

@ObjectType({ simpleResolvers: true, description: 'Ce qui est à faire par la personne, compté en dossiers.' })
export class TodayToDo {
  @Field(() => Int, { description: 'Dossiers où quelque chose est à faire.' })
  total!: number

  @Field(() => Int, { description: 'Parmi eux, ceux dont la première échéance est passée.' })
  overdue!: number

  @Field(() => Int, { description: 'Ceux dont la première échéance est aujourd’hui.' })
  dueToday!: number

  @Field(() => Int, { description: 'Ceux dont la première échéance est proche.' })
  dueSoon!: number

  @Field(() => Int, { description: 'Les autres.' })
  later!: number

  @Field(() => [TodayToDoRow], { description: 'Les premiers, du plus pressant au moins pressant.' })
  rows!: TodayToDoRow[]
}

@ObjectType({ simpleResolvers: true, description: 'Ce qui est revenu dans un dossier de la personne.' })
export class TodayReturnedRow extends TodayDossier {
  @Field(() => LocalDateScalar, { description: 'Jour de l’acte.' })
  on!: LocalDate

  @Field(() => String, { nullable: true, description: 'Nom de la personne qui a agi, si le registre la connaît.' })
  byName!: string | null

  @Field(() => JsonScalar, { description: 'L’événement, tel que le domaine le définit ; rien n’y identifie personne.' })
  event!: unknown
}

@ObjectType({ simpleResolvers: true, description: 'Ce qui est revenu depuis le dernier geste de la personne.' })
export class TodayReturned {
  @Field(() => Int, { description: 'Dossiers où quelque chose est revenu.' })
  total!: number

  @Field(() => [TodayReturnedRow], { description: 'Les premiers, le plus récent d’abord.' })
  rows!: TodayReturnedRow[]
}

@ObjectType({ simpleResolvers: true, description: 'Une attente.' })
export class TodayWait {
  @Field(() => PartyCode, { description: 'De qui.' })
  party!: Party

  @Field(() => String, { nullable: true, description: 'Code du secteur attendu.' })
  sector!: string | null

  @Field(() => String, { nullable: true, description: 'Nom de l’organisme attendu.' })
  body!: string | null

  @Field(() => String, { description: 'Nom de l’étape qui consigne ce qui reviendra.' })
  step!: string

  @Field(() => LocalDateScalar, { description: 'Depuis quel jour.' })
  since!: LocalDate

  @Field(() => LocalDateScalar, { nullable: true, description: 'Jour où c’est attendu, s’il est fixé.' })
  dueOn!: LocalDate | null
}

@ObjectType({ simpleResolvers: true, description: 'Un dossier qui attend quelqu’un.' })
export class TodayWaitingRow extends TodayDossier {
  @Field(() => [TodayWait], { description: 'Les attentes, la plus pressante d’abord.' })
  waits!: TodayWait[]
}

@ObjectType({ simpleResolvers: true, description: 'Ce qui est attendu d’autrui.' })
export class TodayWaiting {
  @Field(() => Int, { description: 'Dossiers en attente de quelqu’un.' })
  total!: number

  @Field(() => Int, { description: 'Parmi eux, ceux où une date attendue est passée.' })
  overdue!: number

  @Field(() => [TodayWaitingRow], { description: 'Les premiers, du plus pressant au moins pressant.' })
  rows!: TodayWaitingRow[]
}

@ObjectType({ simpleResolvers: true, description: 'La journée de la personne qui demande.' })
export class Today {
  @Field(() => LocalDateScalar, { description: 'Le jour qu’il est au Ministère.' })
  on!: LocalDate

  @Field(() => JsonScalar, {
    description: 'Les jours ouverts et fermés par exception, tels que le domaine les définit.',
  })
  calendar!: CalendarOverrides

  @Field(() => Int, { description: 'Jours ouvrables en deçà desquels une échéance est proche.' })
  dueSoonDays!: number

  @Field(() => TodayToDo, { description: 'À faire par la personne.' })
  toDo!: TodayToDo

  @Field(() => TodayReturned, { description: 'Revenu depuis son dernier geste, dans les dossiers qu’elle mène.' })
  returned!: TodayReturned

  @Field(() => TodayWaiting, { description: 'En attente de quelqu’un d’autre.' })
  waiting!: TodayWaiting
}

const lateness = latenessConditions(
  'due_on',
  () => '$4::date',
  () => '$5::date',
)
const named = `c.dossier_id as id, c.file_number as "fileNumber", c.subjects`

const findToday = statement(
  'today',
  `with theirs as materialized (${theirItems({ person: '$1', decides: '$2', sector: '$3' })}),
   to_do as materialized (
     select dossier_id, min(due_on) as due_on from theirs where kind = 'TO_DO' group by dossier_id
   ), first_to_do as (
     select * from to_do order by due_on nulls last, dossier_id limit $7
   ), waiting as materialized (
     select dossier_id, min(due_on) as due_on, min(since) as since from theirs where kind = 'WAIT' group by dossier_id
   ), first_waiting as (
     select * from waiting order by due_on nulls last, since, dossier_id limit $7
   ), returned as (
     select dossier_id, position, since from theirs where kind = 'RETURNED' and since >= $6::date
   ), first_returned as (
     select * from returned order by since desc, dossier_id limit $7
   )
   select
     (select json_build_object('total', count(*), 'overdue', count(*) filter (where ${lateness.OVERDUE()}),
        'dueToday', count(*) filter (where ${lateness.DUE_TODAY()}),
        'dueSoon', count(*) filter (where ${lateness.DUE_SOON()}),
        'later', count(*) filter (where ${lateness.LATER()})) from to_do) as "toDo",
     (select coalesce(json_agg(row order by "dueOn" nulls last, id), '[]') from (
        select ${named}, c.suspended, t.due_on as "dueOn", json_agg(json_build_object('steps', i.steps, 'dueOn', i.due_on)
          order by i.due_on nulls last, i.position) as duties
        from first_to_do t join caseload c using (dossier_id) join theirs using (dossier_id)
        join today_item i using (dossier_id, position) where i.kind = 'TO_DO' group by c.dossier_id, t.due_on) row) as "toDoRows",
     (select json_build_object('total', count(*), 'overdue', count(*) filter (where ${lateness.OVERDUE()}))
      from waiting) as waiting,
     (select coalesce(json_agg(row order by "dueOn" nulls last, since, id), '[]') from (
        select ${named}, w.due_on as "dueOn", w.since, json_agg(json_build_object('party', i.party, 'sector', i.sector,
          'body', i.body, 'step', i.steps[1], 'since', i.since, 'dueOn', i.due_on)
          order by i.due_on nulls last, i.since, i.position) as waits
        from first_waiting w join caseload c using (dossier_id) join theirs using (dossier_id)
        join today_item i using (dossier_id, position) where i.kind = 'WAIT' group by c.dossier_id, w.due_on, w.since) row) as "waitingRows",
     (select count(*)::int from returned) as returned,
     (select coalesce(json_agg(row order by "on" desc, id), '[]') from (
        select ${named}, r.since as "on", s.name as "byName", j.event
        from first_returned r join caseload c using (dossier_id) join today_item i using (dossier_id, position)
        join journal j on j.dossier_id = i.dossier_id and j.seq = i.line
        left join staff s on s.id::text = j.actor_id) row) as "returnedRows"`,
)

interface Found {
  toDo: Omit<TodayToDo, 'rows'>
  toDoRows: Omit<TodayToDoRow, 'lateness'>[]
  waiting: Omit<TodayWaiting, 'rows'>
  waitingRows: (TodayDossier & { waits: (Omit<TodayWait, 'body'> & { body: BodyReference | null })[] })[]
  returned: number
  returnedRows: TodayReturnedRow[]
}

const nothing: Found = {
  toDo: { total: 0, overdue: 0, dueToday: 0, dueSoon: 0, later: 0 },
  toDoRows: [],
  waiting: { total: 0, overdue: 0 },
  waitingRows: [],
  returned: 0,
  returnedRows: [],
}

@Resolver()
export class TodayResolver {
  @Query(() => Today, {
    description: 'Ce que la personne a à faire, ce qui lui est revenu, et ce qui est attendu d’autrui.',
    complexity: pageComplexity,
  })
  async today(@Args(() => TodayArguments) { first }: TodayArguments, @Ctx() context: Context): Promise<Today> {
    const actor = permitted(context, 'PREPARE')
    const on = today(context)
    const settings = await settingsNow(context)
    const values = [...theirValues(actor), on, soonUntil(on, settings), returnedFrom(on), first]
    const [found = nothing] = await context.database.ask<Found & Record<string, unknown>>(findToday, values)
    const { toDo, toDoRows, waiting, waitingRows, returned, returnedRows } = found
    return {
      on,
      calendar: settings.calendar,
      dueSoonDays: settings.dueSoonDays,
      toDo: { ...toDo, rows: toDoRows.map(row => ({ ...row, lateness: latenessOf(row.dueOn, on, settings) })) },
      returned: { total: returned, rows: returnedRows },
      waiting: {
        ...waiting,
        rows: waitingRows.map(row => ({
          ...row,
          waits: row.waits.map(wait => ({ ...wait, body: wait.body && bodyLabel(wait.body) })),
        })),
      },
    }
  }
}
