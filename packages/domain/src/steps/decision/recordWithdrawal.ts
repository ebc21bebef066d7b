import type { LocalDate } from '../../calendar/localDate.ts'
import { phaseOf } from '../../complaint.ts'
import type { ComplaintWithdrawn } from '../../events.ts'
import { unlessInProgress } from '../../progress.ts'
import { accept, misdated, refuse, type Step } from '../../step.ts'
import type { IntakeChannel } from '../../tables/channels.ts'

export interface RecordWithdrawal {
  channel: IntakeChannel
  withdrawnOn: LocalDate
  note: string
}

export const recordWithdrawal: Step<RecordWithdrawal, ComplaintWithdrawn> = {
  title: 'Consigner un désistement',
  room: 'decision',
  act: 'PREPARE',
  barred: complaint => unlessInProgress(complaint) ?? (phaseOf(complaint) === 'READY_FOR_NOTICE' ? 'ENDED' : undefined),
  writes: ({ note }) => [{ field: 'note', text: note }],

  decide(complaint, { channel, withdrawnOn, note }, stamp) {
    const flaw = misdated(withdrawnOn, complaint, stamp)
    if (flaw) return refuse(flaw, 'withdrawnOn')
    return accept({ type: 'COMPLAINT_WITHDRAWN', channel, withdrawnOn, note })
  },
}
