import type { LocalDate } from '../../calendar/localDate.ts'
import type { ClockSuspended } from '../../events.ts'
import { unlessInProgress } from '../../progress.ts'
import { accept, isBlank, misdated, refuse, type Step } from '../../step.ts'
import type { SuspensionCause } from '../../tables/procedure.ts'

export interface SuspendClock {
  cause: SuspensionCause
  reason: string
  /** The first day that does not count. */
  from: LocalDate
}

export const suspendClock: Step<SuspendClock, ClockSuspended> = {
  title: 'Suspendre le délai',
  room: 'analysis',
  act: 'PREPARE',
  barred: complaint => unlessInProgress(complaint) ?? (complaint.clock?.suspendedFrom ? 'CLOCK_SUSPENDED' : undefined),
  writes: ({ reason }) => [{ field: 'reason', text: reason }],

  decide(complaint, { cause, reason, from }, stamp) {
    if (isBlank(reason)) return refuse('REASON_MISSING', 'reason')
    const flaw = misdated(from, complaint, stamp)
    if (flaw) return refuse(flaw, 'from')
    const lastResumed = complaint.clock?.suspensions.at(-1)?.to
    if (lastResumed && from < lastResumed) return refuse('DATE_BEFORE_REQUEST', 'from')
    return accept({ type: 'CLOCK_SUSPENDED', cause, reason, from })
  },
}
