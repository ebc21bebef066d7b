import {
  type CalendarOverrides,
  calendarOf,
  hasMoved,
  mostDays,
  type OwnDay,
  type OwnDayKind,
  ownDayKinds,
  ownDaysFlaws,
  ownDaysOf,
  recountDueDates,
  recountedDates,
} from '@bienfonde/domain'
import { ArrayMaxSize, ValidateNested } from 'class-validator'
import { Args, ArgsType, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { Context } from '../context.ts'
import { statement } from '../database/statement.ts'
import { recordChange } from '../journal/administrationJournal.ts'
import { performMany } from '../journal/performMany.ts'
import { permitted } from '../queries/permitted.ts'
import { codesOf } from '../schema/codes.ts'
import { LocalDateScalar } from '../schema/scalars.ts'
import { longText, Text } from '../schema/Text.ts'
import { AdministrationOutcome, AdministrationRefusalEntry } from './AdministrationOutcome.ts'
import { administer } from './administer.ts'
import { lastLine, seenArgument } from './lastLine.ts'
import { type OpenDossier, openDossiers } from './openDossiers.ts'
import { keepSettings, settingsKept } from './settingsKept.ts'

const OwnDayKindCode = codesOf('OwnDayKindCode', 'Ce que le Ministère fait d’un jour à lui.', ownDayKinds)

@ObjectType({ simpleResolvers: true, description: 'Un jour où le Ministère s’écarte du calendrier ordinaire.' })
export class OwnDayEntry implements OwnDay {
  @Field(() => LocalDateScalar, { description: 'Le jour.' })
  date!: string

  @Field(() => OwnDayKindCode, { description: 'Fermé ou ouvert.' })
  kind!: OwnDayKind

  @Field(() => String, { description: 'Comment ce jour s’appelle.' })
  name!: string
}

@InputType({ description: 'Un jour où le Ministère s’écarte du calendrier ordinaire.' })
export class OwnDayInput implements OwnDay {
  @Field(() => String, { description: 'Le jour, AAAA-MM-JJ.' })
  @Text(longText)
  date!: string

  @Field(() => OwnDayKindCode, { description: 'Fermé ou ouvert.' })
  kind!: OwnDayKind

  @Field(() => String, { description: 'Comment ce jour s’appelle.' })
  @Text(longText)
  name!: string
}

@ArgsType()
export class OwnDaysArguments {
  @Field(() => [OwnDayInput], { description: 'Tous les jours du Ministère, toutes années comprises.' })
  @ArrayMaxSize(2 * mostDays)
  @ValidateNested({ each: true })
  days!: OwnDayInput[]
}

@ArgsType()
export class ChangeCalendarArguments extends OwnDaysArguments {
  @Field(() => Int, seenArgument)
  seen!: number
}

@ObjectType({ simpleResolvers: true, description: 'Le calendrier du Ministère.' })
export class MinistryCalendar {
  @Field(() => [OwnDayEntry], { description: 'Ses jours, par date.' })
  days!: OwnDayEntry[]

  @Field(() => Int, { description: 'Dernière ligne du journal de l’administration à son sujet ; 0 s’il n’y en a pas.' })
  line!: number
}

@ObjectType({ simpleResolvers: true, description: 'Un dossier ouvert dont une échéance changerait.' })
export class MovedDossier {
  @Field(() => ID, { description: 'Identifiant du dossier.' })
  id!: string

  @Field(() => String, { description: 'Numéro du dossier.' })
  fileNumber!: string

  @Field(() => LocalDateScalar, { description: 'Accusé de réception dû, maintenant.' })
  acknowledgementBefore!: string

  @Field(() => LocalDateScalar, { description: 'Accusé de réception dû, sous le nouveau calendrier.' })
  acknowledgementAfter!: string

  @Field(() => LocalDateScalar, { description: 'Réponse due, maintenant.' })
  replyBefore!: string

  @Field(() => LocalDateScalar, { description: 'Réponse due, sous le nouveau calendrier.' })
  replyAfter!: string
}

@ObjectType({ simpleResolvers: true, description: 'Ce qu’un nouveau calendrier ferait ; rien n’est changé.' })
export class CalendarPreview {
  @Field(() => [AdministrationRefusalEntry], { description: 'Ce qui empêche ce calendrier, un refus par champ.' })
  refusals!: AdministrationRefusalEntry[]

  @Field(() => Int, { description: 'Nombre de dossiers ouverts.' })
  open!: number

  @Field(() => Int, { description: 'Nombre de ceux dont une échéance changerait.' })
  moved!: number

  @Field(() => [MovedDossier], {
    description: 'Les vingt premiers d’entre eux, l’échéance de réponse la plus proche d’abord.',
  })
  first!: MovedDossier[]
}

const shown = 20
const subject = 'SETTING:CALENDAR'
const findLine = statement('calendar_line', `select ${lastLine(`'${subject}'`)} as line`)
// Steps in progress end first, and those to come wait: none counts a date under the former calendar after this change.
const holdDossiers = statement('calendar_hold', 'lock table dossier in exclusive mode')

function movedDossier(
  { id, fileNumber, complaint }: OpenDossier,
  previous: CalendarOverrides,
  next: CalendarOverrides,
) {
  const dates = recountedDates(complaint, previous, next)
  if (!hasMoved(complaint, dates) || !complaint.clock) return undefined
  return {
    id,
    fileNumber,
    acknowledgementBefore: complaint.clock.acknowledgementDueOn,
    acknowledgementAfter: dates.acknowledgementDueOn,
    replyBefore: complaint.clock.replyDueOn,
    replyAfter: dates.replyDueOn,
  }
}

@Resolver()
export class MinistryCalendarResolver {
  @Query(() => MinistryCalendar, { description: 'Les jours particuliers du Ministère, pour les administrer.' })
  async ministryCalendar(@Ctx() context: Context): Promise<MinistryCalendar> {
    permitted(context, 'MANAGE_SETTINGS')
    const { ask } = context.database
    const [last] = await ask<{ line: number }>(findLine)
    return { days: ownDaysOf((await settingsKept(ask)).settings.calendar), line: last?.line ?? 0 }
  }

  @Query(() => CalendarPreview, {
    description: 'Ce qu’un nouveau calendrier ferait aux échéances des dossiers ouverts.',
    complexity: 5_001,
  })
  calendarPreview(
    @Args(() => OwnDaysArguments) { days }: OwnDaysArguments,
    @Ctx() context: Context,
  ): Promise<CalendarPreview> {
    permitted(context, 'MANAGE_SETTINGS')
    return context.database.snapshot(async ask => {
      const refusals = ownDaysFlaws(days).map(AdministrationRefusalEntry.of)
      if (refusals.length > 0) return { refusals, open: 0, moved: 0, first: [] }
      const previous = (await settingsKept(ask)).settings.calendar
      const next = calendarOf(days)
      const moved: MovedDossier[] = []
      let open = 0
      for await (const dossier of openDossiers(ask)) {
        open += 1
        const change = movedDossier(dossier, previous, next)
        if (change) moved.push(change)
      }
      const first = moved.sort((one, other) => (one.replyBefore < other.replyBefore ? -1 : 1)).slice(0, shown)
      return { refusals, open, moved: moved.length, first }
    })
  }

  @Mutation(() => AdministrationOutcome, {
    description: 'Change le calendrier et recompte les échéances des dossiers ouverts ; le journal de chacun le dit.',
  })
  changeCalendar(
    @Args(() => ChangeCalendarArguments) { seen, days }: ChangeCalendarArguments,
    @Ctx() context: Context,
  ): Promise<typeof AdministrationOutcome> {
    return administer(context, 'MANAGE_SETTINGS', { subject, line: seen }, async (ask, stamp) => {
      const flaws = ownDaysFlaws(days)
      if (flaws.length > 0) return flaws
      const previous = (await settingsKept(ask)).settings.calendar
      const next = calendarOf(days)
      if (JSON.stringify(ownDaysOf(previous)) === JSON.stringify(ownDaysOf(next))) return [{ code: 'NOTHING_CHANGED' }]
      await ask(holdDossiers)
      await keepSettings(ask, { CALENDAR: next })
      const movers: OpenDossier[] = []
      for await (const dossier of openDossiers(ask)) if (movedDossier(dossier, previous, next)) movers.push(dossier)
      const line = await recordChange(ask, stamp, {
        type: 'CALENDAR_CHANGED',
        subject,
        before: { days: ownDaysOf(previous) },
        after: { days: ownDaysOf(next), movedDossiers: movers.length },
      })
      const { settings } = await settingsKept(ask)
      const ids = movers.map(({ id }) => id)
      await performMany(ask, context, recountDueDates, ids, { previous, line }, settings)
      return { line, moved: movers.length }
    })
  }
}
