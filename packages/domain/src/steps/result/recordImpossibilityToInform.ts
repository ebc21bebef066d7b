import type { ImpossibilityToInformRecorded } from '../../events.ts'
import { lacksRecommendation, unlessReadyForNotice } from '../../progress.ts'
import { isUnreachable } from '../../reachability.ts'
import { accept, isBlank, type Optional, refuse, type Step } from '../../step.ts'

export interface RecordImpossibilityToInform {
  reason: string
  noRecommendationReason?: Optional<string>
}

/** The only other way to close: the person gave no channel, or every recorded attempt failed. */
export const recordImpossibilityToInform: Step<RecordImpossibilityToInform, ImpossibilityToInformRecorded> = {
  title: 'Consigner l’impossibilité d’aviser',
  room: 'result',
  act: 'DECIDE',
  barred: (complaint, _, settings) =>
    unlessReadyForNotice(complaint) ?? (isUnreachable(complaint, settings) ? undefined : 'REACHABLE'),
  writes: ({ reason, noRecommendationReason }) => [
    { field: 'reason', text: reason },
    { field: 'noRecommendationReason', text: noRecommendationReason },
  ],

  decide(complaint, { reason, noRecommendationReason }) {
    if (isBlank(reason)) return refuse('REASON_MISSING', 'reason')
    if (lacksRecommendation(complaint) && isBlank(noRecommendationReason))
      return refuse('RECOMMENDATION_MISSING', 'noRecommendationReason')
    return accept({
      type: 'IMPOSSIBILITY_TO_INFORM_RECORDED',
      reason,
      noRecommendationReason: noRecommendationReason || null,
    })
  },
}
