import { addBusinessDays, businessDaysBetween } from '../../calendar/businessDays.ts'
import { addDays, type LocalDate } from '../../calendar/localDate.ts'
import type { ClockResumed } from '../../events.ts'
import { unlessOpen } from '../../progress.ts'
import { accept, isBlank, misdated, refuse, type Step } from '../../step.ts'

export interface ResumeClock {
  /** The first day that counts again. */
  to: LocalDate
  reason: string
}

export const resumeClock: Step<ResumeClock, ClockResumed> = {
  title: 'Reprendre le délai',
  room: 'analysis',
  act: 'PREPARE',
  barred: complaint => unlessOpen(complaint) ?? (complaint.clock?.suspendedFrom ? undefined : 'CLOCK_RUNNING'),
  writes: ({ reason }) => [{ field: 'reason', text: reason }],

  decide(complaint, { to, reason }, stamp) {
    const { clock } = complaint
    if (!clock?.suspendedFrom) return refuse('CLOCK_RUNNING')
    if (isBlank(reason)) return refuse('REASON_MISSING', 'reason')
    const flaw = misdated(to, complaint, stamp)
    if (flaw) return refuse(flaw, 'to')
    if (to < clock.suspendedFrom) return refuse('DATE_BEFORE_REQUEST', 'to')
    // Each business day from the stop to the eve of the resumption puts the reply date off by one.
    const { calendar } = stamp.settings
    const stopped = businessDaysBetween(addDays(clock.suspendedFrom, -1), addDays(to, -1), calendar)
    const replyDueOn = stopped > 0 ? addBusinessDays(clock.replyDueOn, stopped, calendar) : clock.replyDueOn
    return accept({ type: 'CLOCK_RESUMED', to, reason, replyDueOn })
  },
}
