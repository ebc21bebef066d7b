import { dueDate } from '../../calendar/dueDate.ts'
import { phaseOf } from '../../complaint.ts'
import type { ComplaintReopened, MatterId } from '../../events.ts'
import { accept, isBlank, refuse, type Step } from '../../step.ts'

export interface ReopenComplaint {
  matters: MatterId[]
  newFacts: string
}

/** New facts send matters back to admissibility, after the notice or just before it; the earlier decision stays. */
export const reopenComplaint: Step<ReopenComplaint, ComplaintReopened> = {
  title: 'Rouvrir le dossier',
  room: 'retention',
  act: 'DECIDE',
  barred: complaint => {
    if (complaint.erasedOn) return 'ERASED'
    const phase = phaseOf(complaint)
    return phase === 'CLOSED' || phase === 'READY_FOR_NOTICE' ? undefined : 'NOT_CLOSED'
  },
  writes: ({ newFacts }) => [{ field: 'newFacts', text: newFacts }],

  decide(complaint, { matters, newFacts }, { on, settings }) {
    if (matters.length === 0) return refuse('MATTER_MISSING', 'matters')
    if (!matters.every(matter => complaint.matters.some(({ id }) => id === matter)))
      return refuse('MATTER_UNKNOWN', 'matters')
    if (isBlank(newFacts)) return refuse('NEW_FACTS_MISSING', 'newFacts')
    const { commitments, calendar } = settings
    const replyDueOn = dueDate(on, commitments.replyDays, calendar)
    return accept({ type: 'COMPLAINT_REOPENED', matters: [...new Set(matters)], newFacts, replyDueOn })
  },
}
