import type { SectorCode } from '../../confidentiality/permits.ts'
import type { ImprovementSuggested, MatterId } from '../../events.ts'
import { accept, isBlank, refuse, type Step } from '../../step.ts'

export interface SuggestImprovement {
  matter: MatterId
  sector: SectorCode
  text: string
}

/** An improvement lead may follow any outcome, an unfounded one included. */
export const suggestImprovement: Step<SuggestImprovement, ImprovementSuggested> = {
  title: 'Proposer une piste d’amélioration',
  room: 'decision',
  act: 'DECIDE',
  barred: () => undefined,
  barredOn: ({ outcome }) => (outcome ? undefined : 'NO_OUTCOME'),
  writes: ({ text }) => [{ field: 'text', text }],

  decide(_, { matter, sector, text }) {
    if (isBlank(sector)) return refuse('SECTOR_MISSING', 'sector')
    if (isBlank(text)) return refuse('TEXT_MISSING', 'text')
    return accept({ type: 'IMPROVEMENT_SUGGESTED', matter, sector, text })
  },
}
