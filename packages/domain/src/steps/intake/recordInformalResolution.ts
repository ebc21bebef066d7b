import type { LocalDate } from '../../calendar/localDate.ts'
import { phaseOf } from '../../complaint.ts'
import type { SectorCode } from '../../confidentiality/permits.ts'
import type { ResolvedInformally } from '../../events.ts'
import { unlessInProgress } from '../../progress.ts'
import { accept, isBlank, misdated, refuse, type Step } from '../../step.ts'

export interface RecordInformalResolution {
  /** The unit whose manager reached the agreement. */
  sector: SectorCode
  agreement: string
  agreedOn: LocalDate
}

export const recordInformalResolution: Step<RecordInformalResolution, ResolvedInformally> = {
  title: 'Consigner une résolution informelle',
  room: 'intake',
  act: 'PREPARE',
  barred: complaint => unlessInProgress(complaint) ?? (phaseOf(complaint) === 'READY_FOR_NOTICE' ? 'ENDED' : undefined),
  writes: ({ agreement }) => [{ field: 'agreement', text: agreement }],

  decide(complaint, { sector, agreement, agreedOn }, stamp) {
    if (isBlank(sector)) return refuse('SECTOR_MISSING', 'sector')
    if (isBlank(agreement)) return refuse('AGREEMENT_MISSING', 'agreement')
    const flaw = misdated(agreedOn, complaint, stamp)
    if (flaw) return refuse(flaw, 'agreedOn')
    return accept({ type: 'RESOLVED_INFORMALLY', sector, agreement, agreedOn })
  },
}
