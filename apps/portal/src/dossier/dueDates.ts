import { type DueDateChanges, dueDate, explainDueDate, explanationLines, frenchDate } from '@bienfonde/domain'
import type { Dossier } from './Dossier.ts'

export interface ExplainedDate {
  readonly date: string
  readonly words: string
  readonly lines: readonly string[]
}

/** The day on which the receipt is to be acknowledged, and why that day. */
export function acknowledgementDue({ complaint, settings }: Dossier): ExplainedDate | undefined {
  const { registration, clock } = complaint
  if (!registration || !clock) return undefined
  const { acknowledgementDays } = settings.commitments
  return explained(clock.acknowledgementDueOn, registration.receivedOn, acknowledgementDays, settings.calendar)
}

/** The day on which the reply is due, and why: days left out, suspensions, and the written notice that moved it. */
export function replyDue({ complaint, settings }: Dossier, today: string): ExplainedDate | undefined {
  const { registration, clock } = complaint
  if (!registration || !clock) return undefined
  const extension = clock.extensions.at(-1)
  const running = clock.suspendedFrom ? [{ from: clock.suspendedFrom, to: today, reason: 'suspension en cours' }] : []
  return explained(clock.replyDueOn, registration.receivedOn, settings.commitments.replyDays, settings.calendar, {
    suspensions: [...clock.suspensions, ...running],
    ...(extension && { extension }),
  })
}

function explained(
  date: string,
  receivedOn: string,
  days: number,
  calendar: Dossier['settings']['calendar'],
  changes: DueDateChanges = {},
): ExplainedDate {
  const words = `le ${frenchDate(date)}`
  // A commitment or a calendar changed since: the date written then stands, and the count of today would not explain it.
  if (dueDate(receivedOn, days, calendar, changes) !== date)
    return { date, words, lines: [`Date inscrite au journal : ${words}.`] }
  return { date, words, lines: explanationLines(explainDueDate(receivedOn, days, calendar, changes)) }
}
