import type { LocalDate } from '../../calendar/localDate.ts'
import type { SectorCode } from '../../confidentiality/permits.ts'
import type { MatterId, RecommendationFormulated } from '../../events.ts'
import { unlessOpen } from '../../progress.ts'
import { accept, isBlank, misplanned, type Optional, refuse, type Step } from '../../step.ts'

export interface FormulateRecommendation {
  matter: MatterId
  /** The sector asked to carry it out. */
  sector: SectorCode
  text: string
  dueOn?: Optional<LocalDate>
}

export const formulateRecommendation: Step<FormulateRecommendation, RecommendationFormulated> = {
  title: 'Formuler une recommandation',
  room: 'decision',
  act: 'DECIDE',
  barred: unlessOpen,
  barredOn: ({ outcome }) => (outcome === 'FOUNDED' ? undefined : 'NOT_FOUNDED'),
  writes: ({ text }) => [{ field: 'text', text }],

  decide({ recommendations }, { matter, sector, text, dueOn }, stamp) {
    if (isBlank(sector)) return refuse('SECTOR_MISSING', 'sector')
    if (isBlank(text)) return refuse('TEXT_MISSING', 'text')
    const flaw = dueOn ? misplanned(dueOn, stamp) : undefined
    if (flaw) return refuse(flaw, 'dueOn')
    const recommendation = `R${recommendations.length + 1}`
    return accept({ type: 'RECOMMENDATION_FORMULATED', recommendation, matter, sector, text, dueOn: dueOn || null })
  },
}
