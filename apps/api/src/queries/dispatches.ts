import {
  type DispatchState,
  dispatchStates,
  type LocalDate,
  type ReplyChannel,
  type SendingFailure,
  sendingFailures,
} from '@bienfonde/domain'
import { Args, ArgsType, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql'
import type { Context } from '../context.ts'
import { statement } from '../database/statement.ts'
import { readMailSettings } from '../mail/mailSettings.ts'
import { codesOf, ReplyChannelCode } from '../schema/codes.ts'
import { InstantScalar, LocalDateScalar } from '../schema/scalars.ts'
import { cursorOf, readCursor } from './cursor.ts'
import { PageArguments, pageComplexity } from './page.ts'
import { permitted } from './permitted.ts'

const DispatchStateCode = codesOf('DispatchStateCode', 'Où en est une lettre sur son chemin.', dispatchStates)
const SendingFailureCode = codesOf('SendingFailureCode', 'Pourquoi une lettre n’est pas partie.', sendingFailures)

@ArgsType()
export class DispatchArguments extends PageArguments {
  @Field(() => DispatchStateCode, { defaultValue: 'WAITING', description: 'Les seules lettres qui en sont là.' })
  state!: DispatchState
}

@ObjectType({ simpleResolvers: true, description: 'Une lettre sur son chemin vers la personne.' })
export class DispatchRow {
  @Field(() => ID, { description: 'Identifiant du dossier.' })
  dossier!: string

  @Field(() => String, { description: 'Numéro du dossier.' })
  fileNumber!: string

  @Field(() => Int, { description: 'Rang de la ligne du journal par laquelle la lettre part.' })
  line!: number

  @Field(() => String, { description: 'Genre de l’événement par lequel la lettre part.' })
  kind!: string

  @Field(() => ReplyChannelCode, { description: 'Moyen choisi pour l’envoyer.' })
  channel!: ReplyChannel

  @Field(() => LocalDateScalar, { description: 'Jour de la lettre.' })
  begunOn!: LocalDate

  @Field(() => DispatchStateCode, { description: 'Où elle en est.' })
  state!: DispatchState

  @Field(() => SendingFailureCode, { nullable: true, description: 'Pourquoi elle n’est pas partie, au dernier essai.' })
  failure!: SendingFailure | null

  @Field(() => Int, { description: 'Essais infructueux, tous comptés.' })
  attempts!: number

  @Field(() => LocalDateScalar, { nullable: true, description: 'Jour où elle est partie.' })
  doneOn!: LocalDate | null
}

@ObjectType({ simpleResolvers: true, description: 'Combien de lettres en sont à chaque point de leur chemin.' })
export class DispatchCount {
  @Field(() => DispatchStateCode, { description: 'Où elles en sont.' })
  state!: DispatchState

  @Field(() => Int, { description: 'Combien.' })
  letters!: number
}

@ObjectType({ simpleResolvers: true, description: 'Une page des lettres qui partent.' })
export class DispatchPage {
  @Field(() => [DispatchRow], { description: 'Les lettres, la plus ancienne d’abord ; parties, la plus récente.' })
  rows!: DispatchRow[]

  @Field(() => [DispatchCount], { description: 'Le compte de chaque état.' })
  counts!: DispatchCount[]

  @Field(() => Boolean, { description: 'Vrai si le Ministère a réglé un serveur de courriel.' })
  byMail!: boolean

  @Field(() => String, { nullable: true, description: 'Repère à donner pour la page suivante ; absent à la dernière.' })
  next!: string | null
}

@ObjectType({ simpleResolvers: true, description: 'Un message de l’horloge à des personnes du Ministère.' })
export class StaffNoticeRow {
  @Field(() => ID, { description: 'Identifiant du message.' })
  id!: string

  @Field(() => ID, { nullable: true, description: 'Dossier concerné, s’il y en a un.' })
  dossier!: string | null

  @Field(() => String, { description: 'Objet du message.' })
  subject!: string

  @Field(() => String, {
    description: 'WAITING, SENT, FAILED, UNSENT sans serveur de courriel, UNADDRESSED sans destinataire.',
  })
  state!: string

  @Field(() => SendingFailureCode, { nullable: true, description: 'Pourquoi il n’est pas parti, au dernier essai.' })
  failure!: SendingFailure | null

  @Field(() => InstantScalar, { description: 'Moment où il a été écrit.' })
  at!: Date
}

const findDispatches = (name: string, order: 'asc' | 'desc', after: '>' | '<') =>
  statement(
    name,
    `select (select coalesce(json_agg(each), '[]') from (
         select state, count(*)::int as letters from dispatch group by state) each) as counts,
       (select coalesce(json_agg(page), '[]') from (
         select d.dossier_id as dossier, h.file_number as "fileNumber", d.line, d.kind, d.channel, d.begun_on as "begunOn",
           d.state, coalesce(d.failure, case when d.state = 'WAITING' then a.failure end) as failure,
           coalesce(a.attempts, 0) as attempts, d.done_on as "doneOn"
         from dispatch d join dossier h on h.id = d.dossier_id
         left join sending_attempt a on a.dossier_id = d.dossier_id and a.line = d.line
         where d.state = $1 and ($3::date is null or (d.begun_on, h.file_number, d.line) ${after} ($3::date, $4::text, $5::bigint))
         order by d.begun_on ${order}, h.file_number ${order}, d.line ${order} limit $2) page) as found`,
  )
const oldestFirst = findDispatches('dispatches', 'asc', '>')
const newestFirst = findDispatches('dispatches_done', 'desc', '<')
const findNotices = statement(
  'staff_notices',
  `select id, dossier_id as dossier, subject, state, failure, created_at as at from staff_notice
   where staff_id is null order by created_at desc, id limit 100`,
)

const order = 'DISPATCHES'

@Resolver()
export class DispatchesResolver {
  @Query(() => DispatchPage, {
    description: 'Les lettres qui attendent de partir, celles qui ne sont pas parties, et celles qui le sont.',
    complexity: pageComplexity,
  })
  async dispatches(
    @Args(() => DispatchArguments) { first, after, state }: DispatchArguments,
    @Ctx() context: Context,
  ): Promise<DispatchPage> {
    permitted(context, 'PREPARE')
    const [on = null, fileNumber = null, line = null] = after
      ? readCursor(after, order, ['day', 'fileNumber', 'position'])
      : []
    const done = state === 'SENT' || state === 'POSTED'
    const [answer] = await context.database.ask<{ found: DispatchRow[]; counts: DispatchCount[] }>(
      done ? newestFirst : oldestFirst,
      [state, first + 1, on, fileNumber, line],
    )
    const { found = [], counts = [] } = answer ?? {}
    const rows = found.slice(0, first)
    const last = rows.at(-1)
    const next = last && found.length > first ? cursorOf(order, [last.begunOn, last.fileNumber, last.line]) : null
    return { rows, counts, byMail: readMailSettings().smtp !== undefined, next }
  }

  @Query(() => [StaffNoticeRow], {
    description: 'Les cent derniers rappels donnés à des personnes du Ministère, et ce qu’il en est advenu.',
    complexity: 300,
  })
  async staffNotices(@Ctx() context: Context): Promise<StaffNoticeRow[]> {
    permitted(context, 'PREPARE')
    return context.database.ask<StaffNoticeRow & Record<string, unknown>>(findNotices)
  }
}
