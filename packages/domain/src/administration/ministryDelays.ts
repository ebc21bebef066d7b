import type { Delays } from '../tables/delays.ts'
import { type AdministrationRefusal, flawOf } from './administrationRefusals.ts'
import { isWholeWithin, nameFlaw, tidied } from './bounds.ts'

const days = [1, 250] as const
const months = [1, 600] as const

/** The delays of the clock as they are kept. */
export const tidyDelays = (delays: Delays): Delays => ({ ...delays, label: tidied(delays.label) })

/** What is wrong with the delays of the clock: each a number of days, and the chases in their order. */
export function delaysFlaws(delays: Delays): AdministrationRefusal[] {
  const { firstReminder, secondReminder, escalation, retentionReviewMonths, label } = tidyDelays(delays)
  const counted = ['remindBefore', 'firstReminder', 'consentReply', 'recommendationAnswer', 'longestExtension'] as const
  const later = (value: number, before: number) =>
    !isWholeWithin(value, days) ? 'DAYS_OUT_OF_BOUNDS' : value <= before && 'CHASES_OUT_OF_ORDER'
  return [
    ...counted.flatMap(field => flawOf(field, !isWholeWithin(delays[field], days) && 'DAYS_OUT_OF_BOUNDS')),
    ...flawOf('secondReminder', later(secondReminder, firstReminder)),
    ...flawOf('escalation', later(escalation, secondReminder)),
    ...flawOf(
      'retentionReviewMonths',
      retentionReviewMonths !== null && !isWholeWithin(retentionReviewMonths, months) && 'MONTHS_OUT_OF_BOUNDS',
    ),
    ...flawOf('label', label ? nameFlaw(label) : 'SOURCE_MISSING'),
  ]
}
