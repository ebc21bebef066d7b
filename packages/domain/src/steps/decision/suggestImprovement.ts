import type { LocalDate } from '../../calendar/localDate.ts'
import type { SectorCode } from '../../confidentiality/permits.ts'
import type { ImprovementSuggested, MatterId } from '../../events.ts'
import { accept, isBlank, misplanned, type Optional, refuse, type Step } from '../../step.ts'

export interface SuggestImprovement {
  matter: MatterId
  sector: SectorCode
  text: string
  /** By when the unit is asked for it; without a date, the lead is an idea that nobody follows. */
  dueOn?: Optional<LocalDate>
}

/** An improvement lead may follow any outcome, an unfounded one included. */
export const suggestImprovement: Step<SuggestImprovement, ImprovementSuggested> = {
  title: 'Proposer une piste d’amélioration',
  room: 'decision',
  act: 'DECIDE',
  barred: () => undefined,
  barredOn: ({ outcome }) => (outcome ? undefined : 'NO_OUTCOME'),
  writes: ({ text }) => [{ field: 'text', text }],

  decide(_, { matter, sector, text, dueOn }, stamp) {
    if (isBlank(sector)) return refuse('SECTOR_MISSING', 'sector')
    if (isBlank(text)) return refuse('TEXT_MISSING', 'text')
    const flaw = dueOn ? misplanned(dueOn, stamp) : undefined
    if (flaw) return refuse(flaw, 'dueOn')
    return accept({ type: 'IMPROVEMENT_SUGGESTED', matter, sector, text, dueOn: dueOn || null })
  },
}
