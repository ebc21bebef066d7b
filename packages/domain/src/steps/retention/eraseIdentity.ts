import type { Complaint } from '../../complaint.ts'
import type { IdentityErased } from '../../events.ts'
import { unlessClosed } from '../../progress.ts'
import { accept, isBlank, refuse, type Step } from '../../step.ts'
import type { RefusalCode } from '../../tables/refusals.ts'

export interface EraseIdentity {
  /** The line of the retention schedule that is applied. */
  schedule: string
  reason: string
}

/** Bars the erasure while something may still need the identity: a hold, a recourse, a follow-up. */
function unlessOver({ legalHold, escalations, recommendations }: Complaint): RefusalCode | undefined {
  if (legalHold) return 'LEGAL_HOLD'
  if (escalations.some(({ concludedOn }) => !concludedOn)) return 'ESCALATION_PENDING'
  return recommendations.some(({ closedOn }) => !closedOn) ? 'FOLLOW_UP_OPEN' : undefined
}

/** Cannot be undone: the vault's keys of this dossier are destroyed with it. */
export const eraseIdentity: Step<EraseIdentity, IdentityErased> = {
  title: 'Effacer l’identité',
  room: 'retention',
  act: 'DECIDE',
  barred: complaint => unlessClosed(complaint) ?? (complaint.erasedOn ? 'ERASED' : unlessOver(complaint)),
  writes: ({ schedule, reason }) => [
    { field: 'schedule', text: schedule },
    { field: 'reason', text: reason },
  ],

  decide(_, { schedule, reason }) {
    if (isBlank(schedule)) return refuse('SCHEDULE_MISSING', 'schedule')
    if (isBlank(reason)) return refuse('REASON_MISSING', 'reason')
    return accept({ type: 'IDENTITY_ERASED', schedule, reason })
  },
}
