import { businessDaysBetween } from '../calendar/businessDays.ts'
import type { CalendarOverrides } from '../calendar/holidays.ts'
import { addDays, type LocalDate } from '../calendar/localDate.ts'
import type { Outcome } from '../tables/outcomes.ts'
import type { Fact } from './fact.ts'

/** What figures count: whole dossiers, or each of their matters. */
export type Unit = 'DOSSIERS' | 'MATTERS'

/** What is counted on the day it happens. */
export const flows = [
  'RECEIVED',
  'REOPENED',
  'ACKNOWLEDGED',
  'ACKNOWLEDGED_IN_TIME',
  'ACKNOWLEDGED_UNJUDGED',
  'ADMISSIBLE',
  'REPLIED',
  'REPLIED_IN_TIME',
  'REPLIED_BY_DATE',
  'REPLIED_UNJUDGED',
  'CLOSED',
  'FOUNDED',
  'UNFOUNDED',
  'UNFOUNDED_WITH_LEAD',
  'INADMISSIBLE_ALONE',
  'REFERRED',
  'TRANSFERRED',
  'WITHOUT_FURTHER_ACTION',
  'CONSENT_REFUSED',
  'ANONYMITY',
  'WITHDRAWN',
  'RESOLVED_INFORMALLY',
  'RECOMMENDATIONS_FORMULATED',
  'RECOMMENDATIONS_ACCEPTED',
  'RECOMMENDATIONS_REFUSED',
  'RECOMMENDATIONS_CARRIED_OUT',
  'CONSENTS_ASKED',
  'CONSENTS_GRANTED',
  'CONSENTS_REFUSED',
  'ESCALATIONS',
] as const

export type Flow = (typeof flows)[number]

/** Under which flow a result is counted. */
export const flowOfOutcome: Record<Outcome, Flow> = {
  FOUNDED: 'FOUNDED',
  UNFOUNDED: 'UNFOUNDED',
  INADMISSIBLE: 'INADMISSIBLE_ALONE',
  REFERRED: 'REFERRED',
  TRANSFERRED: 'TRANSFERRED',
  CLOSED_WITHOUT_FURTHER_ACTION: 'WITHOUT_FURTHER_ACTION',
  WITHDRAWN: 'WITHDRAWN',
  RESOLVED_INFORMALLY: 'RESOLVED_INFORMALLY',
}

/** What a fact adds to a flow, and on which day. */
export interface Contribution {
  readonly flow: Flow
  readonly on: LocalDate
}

/**
 * All that a fact adds to the flows. In matters, each fact counts; in dossiers, what the facts of one stay add to the
 * same flow counts once, and the dossier leaves under its one disposition.
 */
export function contributionsOf(fact: Fact, unit: Unit): Contribution[] {
  const found: Contribution[] = []
  const add = (flow: Flow, on: LocalDate | null, counts: boolean | null = true) => {
    if (on !== null && counts) found.push({ flow, on })
  }
  const { kind, answeredOn, doneOn, endedOn, enteredOn, answer } = fact
  switch (kind) {
    case 'MATTER': {
      const back = unit === 'DOSSIERS' ? fact.stay > 1 : fact.reopened
      add(back ? 'REOPENED' : 'RECEIVED', unit === 'DOSSIERS' ? fact.openedOn : enteredOn)
      add('ACKNOWLEDGED', answeredOn)
      add('ACKNOWLEDGED_IN_TIME', answeredOn, fact.answeredInTime)
      add('ACKNOWLEDGED_UNJUDGED', answeredOn, fact.answeredInTime === null)
      add('ADMISSIBLE', fact.admittedOn)
      add('REPLIED', doneOn)
      add('REPLIED_IN_TIME', doneOn, fact.doneInTime)
      add('REPLIED_BY_DATE', doneOn, fact.doneByDate)
      add('REPLIED_UNJUDGED', doneOn, fact.doneInTime === null)
      add('CLOSED', endedOn)
      const outcome = unit === 'DOSSIERS' ? fact.disposition : fact.outcome
      if (outcome) add(flowOfOutcome[outcome], endedOn)
      add('UNFOUNDED_WITH_LEAD', endedOn, outcome === 'UNFOUNDED' && fact.improvement)
      const cause = outcome === 'CLOSED_WITHOUT_FURTHER_ACTION' ? fact.cause : null
      if (cause) add(cause, endedOn)
      break
    }
    case 'RECOMMENDATION':
      add('RECOMMENDATIONS_FORMULATED', enteredOn)
      add('RECOMMENDATIONS_ACCEPTED', answeredOn, answer === 'ACCEPTED' || answer === 'PARTLY_ACCEPTED')
      add('RECOMMENDATIONS_REFUSED', answeredOn, answer === 'REFUSED')
      add('RECOMMENDATIONS_CARRIED_OUT', doneOn)
      break
    case 'CONSENT':
      add('CONSENTS_ASKED', enteredOn)
      add('CONSENTS_GRANTED', answeredOn, answer === 'GRANTED')
      add('CONSENTS_REFUSED', answeredOn, answer === 'REFUSED')
      break
    case 'ESCALATION':
      add('ESCALATIONS', enteredOn)
      break
  }
  return found
}

/** What is there at the end of a day. */
export const stocks = ['OPEN', 'OVERDUE', 'RECOMMENDATIONS_OPEN', 'RECOMMENDATIONS_OVERDUE'] as const
export type Stock = (typeof stocks)[number]

/** From which day a fact is in a stock, and from which it no longer is. */
export interface Holding {
  readonly stock: Stock
  readonly from: LocalDate
  readonly until: LocalDate | null
}

/** The stocks a fact is in, and when. What is due on a day is late from the next. */
export function holdingsOf(fact: Fact, unit: Unit): Holding[] {
  const { kind, dueOn, endedOn: until } = fact
  if (kind === 'CONSENT' || kind === 'ESCALATION') return []
  const from = kind === 'MATTER' && unit === 'DOSSIERS' ? fact.openedOn : fact.enteredOn
  const [open, overdue] =
    kind === 'MATTER' ? (['OPEN', 'OVERDUE'] as const) : (['RECOMMENDATIONS_OPEN', 'RECOMMENDATIONS_OVERDUE'] as const)
  const refused = kind === 'RECOMMENDATION' && fact.answer === 'REFUSED'
  const held: Holding[] = [{ stock: open, from, until: refused ? ended(fact) : until }]
  const late = dueOn === null ? null : addDays(dueOn, 1)
  const lateFrom = late === null ? null : latest(late, from)
  const ends = held[0]?.until ?? null
  if (lateFrom !== null && (ends === null || lateFrom < ends))
    held.push({ stock: overdue, from: lateFrom, until: ends })
  return held
}

/** A refused recommendation is no longer awaited. */
const ended = ({ answeredOn, endedOn }: Fact) =>
  answeredOn && endedOn ? earliest(answeredOn, endedOn) : (answeredOn ?? endedOn)

const earliest = (one: LocalDate, other: LocalDate): LocalDate => {
  if (one < other) return one
  return other
}
const latest = (one: LocalDate, other: LocalDate): LocalDate => {
  if (one > other) return one
  return other
}

/** The delays that are measured, in business days of the ministry's calendar, from the dossier's coming in. */
export const delays = ['ACKNOWLEDGEMENT', 'REPLY', 'REPLY_NET', 'CLOSING', 'CLOSING_NET'] as const
export type Delay = (typeof delays)[number]

export interface MeasuredDelay {
  readonly delay: Delay
  readonly on: LocalDate
  readonly days: number
}

/** Business days between two days, less those on which the clock stood still. */
function netDays(from: LocalDate, to: LocalDate, suspensions: readonly LocalDate[], calendar: CalendarOverrides) {
  let net = elapsed(from, to, calendar)
  let reached = from
  for (let at = 0; at + 1 < suspensions.length; at += 2) {
    // The first day not counted, and the last one: a stop and a start on the same day take nothing away.
    const eve = addDays(suspensions[at] ?? to, -1)
    const last = addDays(suspensions[at + 1] ?? to, -1)
    const start = latest(eve, reached)
    const end = earliest(last, to)
    if (end <= start) continue
    net -= elapsed(start, end, calendar)
    reached = end
  }
  return net
}

const elapsed = (from: LocalDate, to: LocalDate, calendar: CalendarOverrides) =>
  to <= from ? 0 : businessDaysBetween(from, to, calendar)

/** The delays of a fact, each on the day it ends. */
export function delaysOf(fact: Fact, calendar: CalendarOverrides): MeasuredDelay[] {
  const { kind, openedOn, answeredOn, doneOn, suspensions } = fact
  const endedOn = fact.undated ? null : fact.endedOn
  if (kind !== 'MATTER') return []
  const found: MeasuredDelay[] = []
  const gross = (delay: Delay, on: LocalDate | null) => {
    if (on !== null) found.push({ delay, on, days: elapsed(openedOn, on, calendar) })
  }
  const net = (delay: Delay, on: LocalDate | null) => {
    if (on !== null) found.push({ delay, on, days: netDays(openedOn, on, suspensions, calendar) })
  }
  gross('ACKNOWLEDGEMENT', answeredOn)
  gross('REPLY', doneOn)
  net('REPLY_NET', doneOn)
  gross('CLOSING', endedOn)
  net('CLOSING_NET', endedOn)
  return found
}
