import {
  type DueDateChanges,
  dueDate,
  type Event,
  explainDueDate,
  explanationLines,
  frenchDate,
  type Recorded,
  told,
} from '@bienfonde/domain'
import type { Dossier } from './Dossier.ts'

export interface ExplainedDate {
  readonly date: string
  readonly words: string
  readonly lines: readonly string[]
}

/** A delay that the ministry undertakes to keep, and the day it starts from. */
interface Delay {
  readonly from: { readonly on: string; readonly said: 'Reçue' | 'Rouvert' }
  readonly days: number
  readonly to: string
}

type Read = Pick<Dossier, 'complaint' | 'settings' | 'lines'>

/** The day on which the receipt is to be acknowledged, and why that day. */
export function acknowledgementDue({ complaint, settings, lines }: Read): ExplainedDate | undefined {
  const { registration, clock } = complaint
  if (!registration || !clock) return undefined
  const delay: Delay = {
    from: { on: registration.receivedOn, said: 'Reçue' },
    days: settings.commitments.acknowledgementDays,
    to: 'accuser réception',
  }
  return explained(clock.acknowledgementDueOn, delay, settings, {}, lines.findLast(setsAcknowledgement))
}

/** The day on which the reply is due, and why: days left out, suspensions, and the written notice that moved it. */
export function replyDue({ complaint, settings, lines }: Read, today: string): ExplainedDate | undefined {
  const { registration, clock } = complaint
  if (!registration || !clock) return undefined
  const reopened = lines.findLast(({ event }) => event.type === 'COMPLAINT_REOPENED')
  // What stopped or moved the date before a reopening belongs to the earlier decision.
  const since = (type: Event['type']) =>
    lines.filter(({ seq, event }) => event.type === type && seq > (reopened?.seq ?? 0)).length
  const last = <Item>(items: readonly Item[], count: number) => items.slice(items.length - count)
  const [extension] = last(clock.extensions, since('REPLY_DATE_EXTENDED') > 0 ? 1 : 0)
  const running = clock.suspendedFrom ? [{ from: clock.suspendedFrom, to: today, reason: 'suspension en cours' }] : []
  const delay: Delay = {
    from: reopened ? { on: reopened.on, said: 'Rouvert' } : { on: registration.receivedOn, said: 'Reçue' },
    days: settings.commitments.replyDays,
    to: 'répondre',
  }
  const changes = {
    suspensions: [...last(clock.suspensions, since('CLOCK_RESUMED')), ...running],
    ...(extension && { extension }),
  }
  return explained(clock.replyDueOn, delay, settings, changes, lines.findLast(setsReply))
}

const setsReply = ({ event }: Recorded) =>
  event.type === 'REPLY_DATE_EXTENDED' ||
  ('replyDueOn' in event && Boolean(event.replyDueOn)) ||
  (event.type === 'REGISTRATION_CORRECTED' && Boolean(event.registration.replyDueOn))
const setsAcknowledgement = ({ event }: Recorded) =>
  ('acknowledgementDueOn' in event && Boolean(event.acknowledgementDueOn)) ||
  (event.type === 'REGISTRATION_CORRECTED' && Boolean(event.registration.acknowledgementDueOn))

function explained(
  date: string,
  { from, days, to }: Delay,
  { calendar, commitments }: Dossier['settings'],
  changes: DueDateChanges,
  setBy: Recorded | undefined,
): ExplainedDate {
  const words = `le ${frenchDate(date)}`
  // A commitment or a calendar changed since: the date written then stands, and the count of today would not explain it.
  if (dueDate(from.on, days, calendar, changes) !== date) {
    const source = setBy ? [`Fixée le ${frenchDate(setBy.on)} : ${told(setBy).title}`] : []
    return { date, words, lines: [`Date inscrite au journal : ${words}.`, ...source] }
  }
  const [start = '', ...count] = explanationLines(explainDueDate(from.on, days, calendar, changes))
  const commitment = `Engagement : ${to} en ${days} jours ouvrables (délai fixé dans les réglages du Ministère : « ${commitments.label} »).`
  return { date, words, lines: [commitment, start.replace('Reçue', from.said), ...count] }
}
