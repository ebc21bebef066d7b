import type { MatterAdmitted, MatterId } from '../../events.ts'
import { unlessInProgress } from '../../progress.ts'
import { isUnreachable } from '../../reachability.ts'
import { accept, isBlank, refuse, type Step } from '../../step.ts'
import { unlessToExamine } from './toExamine.ts'

export interface DeclareAdmissible {
  matter: MatterId
  /** Required for an anonymous complaint that leaves no way to answer; free otherwise. */
  reasons: string
}

export const declareAdmissible: Step<DeclareAdmissible, MatterAdmitted> = {
  title: 'Déclarer recevable',
  room: 'admissibility',
  act: 'DECIDE',
  barred: unlessInProgress,
  barredOn: unlessToExamine,
  writes: ({ reasons }) => [{ field: 'reasons', text: reasons }],

  decide(complaint, { matter, reasons }, { settings }) {
    // Anonymous and unreachable at once is no ground, but it is never admitted in silence.
    const explicit = complaint.registration?.anonymous && isUnreachable(complaint, settings)
    if (explicit && isBlank(reasons)) return refuse('REASONS_MISSING', 'reasons')
    return accept({ type: 'MATTER_ADMITTED', matter, reasons })
  },
}
