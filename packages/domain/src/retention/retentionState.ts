import { addYears, type LocalDate } from '../calendar/localDate.ts'
import type { Complaint } from '../complaint.ts'
import type { Actor } from '../confidentiality/permits.ts'
import { standing } from '../step.ts'
import { eraseIdentity } from '../steps/retention/eraseIdentity.ts'
import type { RefusalCode } from '../tables/refusals.ts'
import type { RetentionSchedule, RetentionState } from '../tables/retention.ts'

/** Where a dossier that reached the end of its retention stands, and what holds it there. */
export interface Retention {
  endedOn: LocalDate
  state: RetentionState
  /** Why nothing may be erased for now. */
  hold: RefusalCode | null
}

/** The last day of the retention of a dossier closed on this day. */
export const retentionEnd = (closedOn: LocalDate, { activeYears, semiActiveYears }: RetentionSchedule): LocalDate =>
  addYears(closedOn, activeYears + semiActiveYears)

/** How the retention of a dossier stands on a day for whoever decides; nothing while it has not ended. */
export function retentionOf(
  complaint: Complaint,
  schedule: RetentionSchedule,
  on: LocalDate,
  actor: Actor,
): Retention | undefined {
  const { closedOn, erasedOn } = complaint
  if (!closedOn) return undefined
  const endedOn = retentionEnd(closedOn, schedule)
  if (erasedOn) return { endedOn, state: 'ERASED', hold: null }
  if (endedOn > on) return undefined
  const hold = standing(eraseIdentity, complaint, actor).refusal ?? null
  return { endedOn, state: hold ? 'HOLD' : schedule.disposition, hold }
}
