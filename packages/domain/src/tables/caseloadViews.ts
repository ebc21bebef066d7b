import type { Act } from '../confidentiality/permits.ts'
import type { DueState } from './dueStates.ts'
import type { Entry } from './entry.ts'
import { type Phase, phases } from './outcomes.ts'

/** How many views of the list of dossiers one person may keep. */
export const mostViews = 20

/** How long the name of a view may be. */
export const viewNameLength = 60

/** A dossier that is not closed. */
export const openPhases: readonly Phase[] = phases.map(({ code }) => code).filter(code => code !== 'CLOSED')

interface GivenView extends Entry {
  readonly act: Act
  readonly filter: {
    readonly phases?: readonly Phase[]
    /** Whoever asks, or nobody. */
    readonly officer?: 'me' | 'none'
    readonly dueStates?: readonly DueState[]
  }
}

/** The views that the software gives, each to whoever may do its act. */
export const givenViews: readonly GivenView[] = [
  { code: 'MINE', label: 'Mes dossiers', act: 'PREPARE', filter: { officer: 'me', phases: openPhases } },
  { code: 'LATE', label: 'En retard', act: 'READ_CASELOAD', filter: { dueStates: ['LATE'] } },
  {
    code: 'UNASSIGNED',
    label: 'Sans responsable',
    act: 'READ_CASELOAD',
    filter: { officer: 'none', phases: openPhases },
  },
]
