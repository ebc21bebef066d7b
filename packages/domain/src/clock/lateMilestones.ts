import type { LocalDate } from '../calendar/localDate.ts'
import type { Complaint } from '../complaint.ts'
import { hasReplyChannel } from '../reachability.ts'
import type { OwedMilestone } from '../tables/delays.ts'

/** Something the ministry gave late, or still owes after its day. */
export interface LateMilestone {
  readonly milestone: OwedMilestone
  readonly dueOn: LocalDate
}

/** What a dossier is late for on a day, and nobody has explained yet. */
export function lateMilestones(complaint: Complaint, on: LocalDate): LateMilestone[] {
  const { clock, acknowledgedOn, closedOn, latenesses } = complaint
  if (!clock) return []
  const { acknowledgementDueOn, replyDueOn, suspendedFrom } = clock
  const acknowledged = acknowledgedOn ?? closedOn ?? on
  const late: LateMilestone[] = [
    ...(hasReplyChannel(complaint) && acknowledged > acknowledgementDueOn
      ? [{ milestone: 'ACKNOWLEDGEMENT' as const, dueOn: acknowledgementDueOn }]
      : []),
    ...(!(suspendedFrom && !closedOn) && (closedOn ?? on) > replyDueOn
      ? [{ milestone: 'REPLY' as const, dueOn: replyDueOn }]
      : []),
  ]
  return late.filter(
    ({ milestone, dueOn }) => !latenesses.some(each => each.milestone === milestone && each.dueOn === dueOn),
  )
}
