import type { Recommendation } from '../../complaint.ts'
import type { RecommendationClosed, RecommendationId } from '../../events.ts'
import { accept, isBlank, refuse, type Step } from '../../step.ts'
import { addressedRecommendation, unlessAwaited } from './addressedRecommendation.ts'

export interface CloseRecommendation {
  recommendation: RecommendationId
  reason: string
}

const isSettled = ({ answer, implementedOn }: Recommendation) => answer === 'REFUSED' || implementedOn !== null

export const closeRecommendation: Step<CloseRecommendation, RecommendationClosed> = {
  title: 'Terminer le suivi d’une recommandation',
  room: 'followUp',
  act: 'DECIDE',
  barred: unlessAwaited(recommendation => !recommendation.closedOn && isSettled(recommendation)),
  writes: ({ reason }) => [{ field: 'reason', text: reason }],

  decide(complaint, { recommendation: id, reason }, { actor }) {
    const recommendation = addressedRecommendation(complaint, id, actor)
    if (!recommendation) return refuse('RECOMMENDATION_UNKNOWN', 'recommendation')
    if (recommendation.closedOn) return refuse('RECOMMENDATION_CLOSED', 'recommendation')
    if (!isSettled(recommendation)) return refuse('RECOMMENDATION_PENDING', 'recommendation')
    if (isBlank(reason)) return refuse('REASON_MISSING', 'reason')
    return accept({ type: 'RECOMMENDATION_CLOSED', recommendation: id, reason })
  },
}
