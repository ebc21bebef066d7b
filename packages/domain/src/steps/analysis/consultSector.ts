import type { LocalDate } from '../../calendar/localDate.ts'
import type { SectorCode } from '../../confidentiality/permits.ts'
import type { MatterId, SectorConsulted } from '../../events.ts'
import { unlessInProgress, unlessUnderAnalysis } from '../../progress.ts'
import { accept, isBlank, misplanned, refuse, type Step } from '../../step.ts'
import type { ConsultationPurpose } from '../../tables/procedure.ts'

export interface ConsultSector {
  matter: MatterId
  sector: SectorCode
  purpose: ConsultationPurpose
  /** The facts as the sector will read them, depersonalised. */
  statement: string
  question: string
  dueOn: LocalDate
}

export const consultSector: Step<ConsultSector, SectorConsulted> = {
  title: 'Consulter un secteur',
  room: 'analysis',
  act: 'PREPARE',
  barred: unlessInProgress,
  barredOn: unlessUnderAnalysis,
  writes: ({ statement, question }) => [
    { field: 'statement', text: statement },
    { field: 'question', text: question },
  ],

  decide({ consultations }, { matter, sector, purpose, statement, question, dueOn }, stamp) {
    if (isBlank(sector)) return refuse('SECTOR_MISSING', 'sector')
    if (isBlank(statement)) return refuse('STATEMENT_MISSING', 'statement')
    if (isBlank(question)) return refuse('QUESTION_MISSING', 'question')
    const flaw = misplanned(dueOn, stamp)
    if (flaw) return refuse(flaw, 'dueOn')
    const consultation = `C${consultations.length + 1}`
    return accept({ type: 'SECTOR_CONSULTED', consultation, matter, sector, purpose, statement, question, dueOn })
  },
}
