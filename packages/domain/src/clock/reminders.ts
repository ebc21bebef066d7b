import { addBusinessDays, isBusinessDay, nextBusinessDay } from '../calendar/businessDays.ts'
import { addDays, calendarDay, isLocalDate, type LocalDate, localDate } from '../calendar/localDate.ts'
import type { Complaint } from '../complaint.ts'
import type { MilestoneReminded, RetentionReviewOpened } from '../events.ts'
import type { MilestoneKind, ReminderHearer, ReminderRung } from '../tables/delays.ts'
import type { Settings } from '../tables/settings.ts'
import { type Milestone, milestonesOf } from './milestones.ts'

/** A rung and who hears it. */
type Ladder = readonly (readonly [ReminderRung, ReminderHearer])[]

const ours: Ladder = [
  ['BEFORE', 'CARRIER'],
  ['ESCALATION', 'DECIDERS'],
]
const theirs: Ladder = [
  ['BEFORE', 'SECTOR'],
  ['FIRST', 'SECTOR'],
  ['SECOND', 'SECTOR'],
  ['ESCALATION', 'UNIT_MANAGER'],
]

/** Whoever owes is reminded before the day; a unit is reminded twice after it, then its manager hears. */
const ladders: Readonly<Record<MilestoneKind, Ladder>> = {
  ACKNOWLEDGEMENT: ours,
  REPLY: ours,
  OMBUDSMAN_REQUEST: ours,
  CONSULTATION: theirs,
  RECOMMENDATION_ANSWER: theirs,
  RECOMMENDATION_IMPLEMENTATION: theirs,
  // The person is never chased by a machine: their officer is told that nothing came.
  CONSENT_REPLY: [['FIRST', 'CARRIER']],
  EXTENSION_NOTICE: [],
  CONSENT_END: [],
  ONE_YEAR_LIMIT: [],
}

/** The business day so many business days before a date. */
function businessDaysBefore(date: LocalDate, n: number, { calendar }: Settings): LocalDate {
  let day = addDays(date, -n)
  while (!isBusinessDay(day, calendar) || addBusinessDays(day, n, calendar) > date) day = addDays(day, -1)
  return day
}

function dayOf(rung: ReminderRung, dueOn: LocalDate, settings: Settings): LocalDate {
  const { delays, calendar } = settings
  if (rung === 'BEFORE') return businessDaysBefore(dueOn, delays.remindBefore, settings)
  const after = { FIRST: delays.firstReminder, SECOND: delays.secondReminder, ESCALATION: delays.escalation }
  return addBusinessDays(dueOn, after[rung], calendar)
}

interface Next {
  readonly milestone: Milestone
  readonly rung: ReminderRung
  readonly heard: ReminderHearer
  /** The first day on which it is to be said. */
  readonly on: LocalDate
}

/** What a milestone has to say next: one rung at a time, one a day, and no reminder « before » once the day has come. */
function nextOf(
  milestone: Milestone,
  { reminders }: Complaint,
  settings: Settings,
  today: LocalDate,
): Next | undefined {
  if (milestone.suspended) return undefined
  const { kind, reference, sector, dueOn } = milestone
  const ladder = ladders[kind]
  const said = reminders.filter(
    each => each.milestone === kind && each.reference === reference && each.sector === sector && each.dueOn === dueOn,
  )
  const reached = Math.max(-1, ...said.map(({ rung }) => ladder.findIndex(([each]) => each === rung)))
  const last = said
    .map(({ on }) => on)
    .sort()
    .at(-1)
  const left = ladder.slice(reached + 1).find(([rung]) => rung !== 'BEFORE' || today < dueOn)
  if (!left) return undefined
  const [rung, heard] = left
  const day = dayOf(rung, dueOn, settings)
  const after = last ? nextBusinessDay(addDays(last, 1), settings.calendar) : day
  const [on = day] = [day, after].sort().reverse()
  return { milestone, rung, heard, on }
}

const nexts = (complaint: Complaint, settings: Settings, today: LocalDate) =>
  milestonesOf(complaint, settings).flatMap(each => nextOf(each, complaint, settings, today) ?? [])

/** The same day so many months later, or the last of a shorter month. */
function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = calendarDay(date)
  const total = year * 12 + month - 1 + months
  const [targetYear, targetMonth] = [Math.floor(total / 12), (total % 12) + 1]
  for (let last = day; ; last--) {
    const written = `${String(targetYear).padStart(4, '0')}-${String(targetMonth).padStart(2, '0')}-${String(last).padStart(2, '0')}`
    if (isLocalDate(written)) return localDate(targetYear, targetMonth, last)
  }
}

/** The day on which keeping the identity is looked at again; never while no schedule is approved, and once a closing. */
export function retentionReviewOn(
  { closedOn, erasedOn, retentionReviewedFor, legalHold }: Complaint,
  { delays, calendar }: Settings,
): LocalDate | undefined {
  if (!closedOn || erasedOn || legalHold || delays.retentionReviewMonths === null) return undefined
  if (retentionReviewedFor === closedOn) return undefined
  return nextBusinessDay(addMonths(closedOn, delays.retentionReviewMonths), calendar)
}

/** What the clock has to say in a dossier on a day. */
export function clockEvents(
  complaint: Complaint,
  settings: Settings,
  today: LocalDate,
): (MilestoneReminded | RetentionReviewOpened)[] {
  const reminded = nexts(complaint, settings, today)
    .filter(({ on }) => on <= today)
    .map(
      ({ milestone: { kind, reference, sector, dueOn }, rung, heard }): MilestoneReminded => ({
        type: 'MILESTONE_REMINDED',
        milestone: kind,
        reference,
        sector,
        dueOn,
        rung,
        heard,
      }),
    )
  const review = retentionReviewOn(complaint, settings)
  const reviewed: RetentionReviewOpened[] =
    review && review <= today && complaint.closedOn
      ? [{ type: 'RETENTION_REVIEW_OPENED', closedOn: complaint.closedOn }]
      : []
  return [...reminded, ...reviewed]
}

/** The next day, from a day on, when the clock has something to say in a dossier; none when it has nothing left. */
export function nextClockDay(complaint: Complaint, settings: Settings, from: LocalDate): LocalDate | undefined {
  const morning = nextBusinessDay(from, settings.calendar)
  const days = nexts(complaint, settings, morning).map(({ on }) => on)
  const review = retentionReviewOn(complaint, settings)
  const first = [...days, ...(review ? [review] : [])].sort()[0]
  return first && first < morning ? morning : first
}
