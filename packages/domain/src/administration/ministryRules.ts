import { type AdministrationRefusal, flawOf } from './administrationRefusals.ts'
import { isWholeWithin, nameFlaw, sessionBounds, tidied } from './bounds.ts'

/** The delays and limits that a ministry fixes for itself. */
export interface MinistryRules {
  readonly acknowledgementDays: number
  readonly replyDays: number
  /** Where these delays come from; « exemple » while they are nobody's. */
  readonly label: string
  /** How many fruitless attempts make a person unreachable. */
  readonly attemptsBeforeUnreachable: number
  readonly sessionIdleMinutes: number
  readonly sessionAbsoluteHours: number
}

const days = [1, 250] as const
const attempts = [1, 20] as const

/** The rules as they are kept. */
export const tidyRules = (rules: MinistryRules): MinistryRules => ({ ...rules, label: tidied(rules.label) })

/** What is wrong with the delays and limits of a ministry. */
export function rulesFlaws(rules: MinistryRules): AdministrationRefusal[] {
  const { acknowledgementDays, replyDays, label, attemptsBeforeUnreachable } = tidyRules(rules)
  const counted = isWholeWithin(acknowledgementDays, days) && isWholeWithin(replyDays, days)
  const hasty = counted && replyDays < acknowledgementDays
  return [
    ...flawOf('acknowledgementDays', !isWholeWithin(acknowledgementDays, days) && 'DAYS_OUT_OF_BOUNDS'),
    ...flawOf(
      'replyDays',
      !isWholeWithin(replyDays, days) ? 'DAYS_OUT_OF_BOUNDS' : hasty && 'REPLY_BEFORE_ACKNOWLEDGEMENT',
    ),
    ...flawOf('label', label ? nameFlaw(label) : 'SOURCE_MISSING'),
    ...flawOf(
      'attemptsBeforeUnreachable',
      !isWholeWithin(attemptsBeforeUnreachable, attempts) && 'ATTEMPTS_OUT_OF_BOUNDS',
    ),
    ...flawOf(
      'sessionIdleMinutes',
      !isWholeWithin(rules.sessionIdleMinutes, sessionBounds.idleMinutes) && 'IDLE_OUT_OF_BOUNDS',
    ),
    ...flawOf(
      'sessionAbsoluteHours',
      !isWholeWithin(rules.sessionAbsoluteHours, sessionBounds.absoluteHours) && 'ABSOLUTE_OUT_OF_BOUNDS',
    ),
  ]
}
