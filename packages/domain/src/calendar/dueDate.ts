import {
  addBusinessDays,
  businessDaysBetween,
  dayKind,
  type NonBusinessCause,
  nextBusinessDay,
} from './businessDays.ts'
import { frenchDates, frenchDay, frenchWeekday } from './frenchDate.ts'
import { type CalendarOverrides, type NamedDay, noOverrides } from './holidays.ts'
import { addDays, type LocalDate } from './localDate.ts'

/**
 * A stop of the clock. Convention: `from` is the first day that is not counted, `to` is the day the clock runs again
 * and is counted like any other; a stop and a start on the same day take nothing away.
 * For a clock still stopped, `to` is the day of the question: the date is then what it would be if it ran again that day.
 */
export interface Suspension {
  from: LocalDate
  to: LocalDate
  reason: string
}

/**
 * A date that a written notice puts in place of the counted one, whatever the suspensions. When it is not worked, it
 * moves to the next business day like any other. Whether it may be earlier is for the step that records it to say.
 */
export interface Extension {
  to: LocalDate
  reason: string
}

export interface DueDateChanges {
  readonly suspensions?: readonly Suspension[]
  readonly extension?: Extension
}

/** A day that the count leaves out; `SUSPENDED` is a business day on which the clock stood still. */
export interface SkippedDay {
  date: LocalDate
  cause: NonBusinessCause | 'SUSPENDED'
  /** The holiday, what the ministry calls the closure, or the reason of the suspension; empty for a weekend. */
  name: string
}

/** All that makes a due date: every day after receipt up to `countedOn` is either counted or in `skipped`. */
export interface DueDateExplanation {
  receivedOn: LocalDate
  businessDays: number
  skipped: SkippedDay[]
  /** Days counted although they are ordinarily not worked. */
  opened: NamedDay[]
  /** The suspensions that took at least one business day away, each with how many. */
  suspensions: (Suspension & { businessDays: number })[]
  /** The last day counted. */
  countedOn: LocalDate
  extension: Extension | null
  /** The date owed. */
  dueOn: LocalDate
}

const startOrder = (a: Suspension, b: Suspension) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)

function inOrder(suspensions: readonly Suspension[]): Suspension[] {
  if (suspensions.some(({ from, to }) => to < from)) throw new RangeError('A suspension ends before it starts')
  return [...suspensions].sort(startOrder)
}

function countedDate(
  receivedOn: LocalDate,
  businessDays: number,
  overrides: CalendarOverrides,
  suspensions: readonly Suspension[],
): LocalDate {
  if (!Number.isInteger(businessDays) || businessDays < 1) {
    throw new RangeError('A delay is a whole number of business days, at least one')
  }
  let reached = receivedOn
  let left = businessDays
  for (const { from, to } of inOrder(suspensions)) {
    const eve = addDays(from, -1)
    const counted = eve > reached ? businessDaysBetween(reached, eve, overrides) : 0
    if (counted >= left) break
    left -= counted
    const lastStopped = addDays(to, -1)
    if (eve > reached) reached = eve
    if (lastStopped > reached) reached = lastStopped
  }
  return addBusinessDays(reached, left, overrides)
}

/** The day an answer is owed: the day of receipt is not counted, the last day is. A RangeError for a delay under one day. */
export function dueDate(
  receivedOn: LocalDate,
  businessDays: number,
  overrides: CalendarOverrides = noOverrides,
  { suspensions = [], extension }: DueDateChanges = {},
): LocalDate {
  const counted = countedDate(receivedOn, businessDays, overrides, suspensions)
  return extension ? nextBusinessDay(extension.to, overrides) : counted
}

/** The data behind « Pourquoi cette date ? »: the same date as `dueDate`, with each day left out and why. */
export function explainDueDate(
  receivedOn: LocalDate,
  businessDays: number,
  overrides: CalendarOverrides = noOverrides,
  { suspensions = [], extension }: DueDateChanges = {},
): DueDateExplanation {
  const ordered = inOrder(suspensions).map(suspension => ({ ...suspension, businessDays: 0 }))
  const countedOn = countedDate(receivedOn, businessDays, overrides, suspensions)
  const skipped: SkippedDay[] = []
  const opened: NamedDay[] = []
  for (let date = addDays(receivedOn, 1); date <= countedOn; date = addDays(date, 1)) {
    const { kind, name = '' } = dayKind(date, overrides)
    const suspension = ordered.find(({ from, to }) => from <= date && date < to)
    if (kind !== 'ORDINARY' && kind !== 'OPENED') skipped.push({ date, cause: kind, name })
    else if (suspension) {
      suspension.businessDays += 1
      skipped.push({ date, cause: 'SUSPENDED', name: suspension.reason })
    } else if (kind === 'OPENED') opened.push({ date, name })
  }
  return {
    receivedOn,
    businessDays,
    skipped,
    opened,
    suspensions: ordered.filter(suspension => suspension.businessDays > 0),
    countedOn,
    extension: extension ?? null,
    dueOn: extension ? nextBusinessDay(extension.to, overrides) : countedOn,
  }
}

const inBusinessDays = (n: number) => (n === 1 ? '1 jour ouvrable' : `${n} jours ouvrables`)
const named = (name: string) => (name ? ` (${name})` : '')

/** Short French sentences, in the order a person would count. */
export function explanationLines(explanation: DueDateExplanation): string[] {
  const { receivedOn, businessDays, skipped, opened, suspensions, countedOn, extension, dueOn } = explanation
  const lines = [
    `Reçue le ${frenchDay(receivedOn)} ; ce jour n’est pas compté.`,
    `Délai : ${inBusinessDays(businessDays)}.`,
  ]
  const weekend = skipped.filter(day => day.cause === 'WEEKEND').map(day => day.date)
  if (weekend.length === 1) lines.push(`Fin de semaine, jour non compté : le ${frenchDates(weekend)}.`)
  if (weekend.length > 1) lines.push(`Fins de semaine, jours non comptés : les ${frenchDates(weekend)}.`)
  for (const { date, cause, name } of skipped) {
    if (cause === 'HOLIDAY') lines.push(`Jour férié, non compté : le ${frenchDay(date)}${named(name)}.`)
    if (cause === 'CLOSED') lines.push(`Jour de fermeture, non compté : le ${frenchDay(date)}${named(name)}.`)
  }
  for (const { date, name } of opened) {
    lines.push(`Jour ouvert par exception, compté : le ${frenchDay(date)}${named(name)}.`)
  }
  for (const { from, to, reason, businessDays: lost } of suspensions) {
    const notCounted = lost === 1 ? 'non compté' : 'non comptés'
    lines.push(
      `Délai suspendu le ${frenchDay(from)} et repris le ${frenchDay(to)}${named(reason)} : ${inBusinessDays(lost)} ${notCounted}.`,
    )
  }
  if (!extension) return [...lines, `Dernier jour compté et date d’échéance : le ${frenchDay(dueOn)}.`]
  lines.push(`Dernier jour compté : le ${frenchDay(countedOn)}.`)
  lines.push(`Date remplacée par un avis écrit : le ${frenchDay(extension.to)}${named(extension.reason)}.`)
  if (dueOn !== extension.to) {
    lines.push(`Ce ${frenchWeekday(extension.to)} n’est pas un jour ouvrable ; la date passe au jour ouvrable suivant.`)
  }
  return [...lines, `Date d’échéance : le ${frenchDay(dueOn)}.`]
}
