import { addBusinessDays, businessDaysBetween, nextBusinessDay } from '../calendar/businessDays.ts'
import type { CalendarOverrides } from '../calendar/holidays.ts'
import { addDays, type LocalDate } from '../calendar/localDate.ts'
import type { Complaint } from '../complaint.ts'
import type { DueDatesRecounted } from '../events.ts'
import { unlessOpen } from '../progress.ts'
import { accept, refuse, type Step } from '../step.ts'

/** The dates that a dossier owes. */
export interface OwedDates {
  readonly acknowledgementDueOn: LocalDate
  readonly replyDueOn: LocalDate
}

/**
 * What an open dossier owes when the calendar changes: as many business days as were counted, each suspension taking
 * away the days that are worked under the new calendar. A date that a written notice gave stays, unless it is closed.
 */
export function recountedDates(
  { clock, registration, acknowledgedOn }: Complaint,
  previous: CalendarOverrides,
  next: CalendarOverrides,
): OwedDates | undefined {
  if (!clock || !registration) return undefined
  const { acknowledgementDueOn, replyDueOn, origin, suspensions } = clock
  const stopped = (calendar: CalendarOverrides) =>
    suspensions
      .slice(origin.suspensions)
      .reduce((sum, { from, to }) => sum + businessDaysBetween(addDays(from, -1), addDays(to, -1), calendar), 0)
  const counted = businessDaysBetween(origin.on, replyDueOn, previous) - stopped(previous) + stopped(next)
  const acknowledgementDays = businessDaysBetween(registration.receivedOn, acknowledgementDueOn, previous)
  return {
    acknowledgementDueOn: acknowledgedOn
      ? acknowledgementDueOn
      : addBusinessDays(registration.receivedOn, acknowledgementDays, next),
    replyDueOn: counted > 0 ? addBusinessDays(origin.on, counted, next) : nextBusinessDay(origin.on, next),
  }
}

export interface RecountDueDates {
  /** The calendar under which the dates were counted. */
  previous: CalendarOverrides
  /** The line of the journal of administration that changed the calendar. */
  line: number
}

/** Follows from a change of the calendar, on every open dossier; nobody takes it by itself. */
export const recountDueDates: Step<RecountDueDates, DueDatesRecounted> = {
  title: 'Recompter les échéances',
  room: 'analysis',
  act: 'MANAGE_SETTINGS',
  barred: unlessOpen,

  decide(complaint, { previous, line }, { settings }) {
    const dates = recountedDates(complaint, previous, settings.calendar)
    return dates ? accept({ type: 'DUE_DATES_RECOUNTED', ...dates, line }) : refuse('NOT_REGISTERED')
  },
}

/** True when a dossier owes other dates than those it had. */
export const hasMoved = ({ clock }: Pick<Complaint, 'clock'>, dates: OwedDates | undefined): dates is OwedDates =>
  dates !== undefined &&
  (clock?.replyDueOn !== dates.replyDueOn || clock.acknowledgementDueOn !== dates.acknowledgementDueOn)
