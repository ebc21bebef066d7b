import type { Act } from '../confidentiality/permits.ts'
import type { DueState } from './dueStates.ts'
import type { Entry } from './entry.ts'
import { type Phase, phases } from './outcomes.ts'

/** How many views of the list of dossiers one person may keep. */
export const mostViews = 20

/** How long the name of a view may be. */
export const viewNameLength = 60

/** What the list retains in place of a person: whoever asks, or nobody. */
export const officersMeant = { me: 'me', none: 'none' } as const

/** A dossier that is not closed. */
export const openPhases: readonly Phase[] = phases.map(({ code }) => code).filter(code => code !== 'CLOSED')

/** A view that the software gives, to whoever may do its act. */
export interface GivenView extends Entry {
  readonly act: Act
  readonly filter: {
    readonly phases?: readonly Phase[]
    readonly officer?: keyof typeof officersMeant
    readonly dueStates?: readonly DueState[]
  }
}

export const givenViews = [
  { code: 'MINE', label: 'Mes dossiers', act: 'PREPARE', filter: { officer: 'me', phases: openPhases } },
  { code: 'LATE', label: 'En retard', act: 'READ_CASELOAD', filter: { dueStates: ['LATE'] } },
  {
    code: 'UNASSIGNED',
    label: 'Sans responsable',
    act: 'READ_CASELOAD',
    filter: { officer: 'none', phases: openPhases },
  },
] as const satisfies readonly GivenView[]
