import type { LocalDate } from '../../calendar/localDate.ts'
import type { RecommendationAnswered, RecommendationId } from '../../events.ts'
import { accept, isBlank, misplanned, type Optional, refuse, type Step } from '../../step.ts'
import type { RecommendationAnswer } from '../../tables/procedure.ts'
import { addressedRecommendation, unlessAwaited } from './addressedRecommendation.ts'

export interface AnswerRecommendation {
  recommendation: RecommendationId
  answer: RecommendationAnswer
  /** The plan to carry it out, or the reason for refusing. */
  plan: string
  dueOn?: Optional<LocalDate>
}

export const answerRecommendation: Step<AnswerRecommendation, RecommendationAnswered> = {
  title: 'Répondre à une recommandation',
  room: 'followUp',
  act: 'ANSWER',
  barred: unlessAwaited(({ answer, closedOn }) => !answer && !closedOn),
  writes: ({ plan }) => [{ field: 'plan', text: plan }],

  decide(complaint, { recommendation: id, answer, plan, dueOn }, stamp) {
    const recommendation = addressedRecommendation(complaint, id, stamp.actor)
    if (!recommendation) return refuse('RECOMMENDATION_UNKNOWN', 'recommendation')
    if (recommendation.closedOn) return refuse('RECOMMENDATION_CLOSED', 'recommendation')
    if (recommendation.answer) return refuse('RECOMMENDATION_ANSWERED', 'recommendation')
    if (isBlank(plan)) return refuse('PLAN_MISSING', 'plan')
    const flaw = dueOn ? misplanned(dueOn, stamp) : undefined
    if (flaw) return refuse(flaw, 'dueOn')
    return accept({ type: 'RECOMMENDATION_ANSWERED', recommendation: id, answer, plan, dueOn: dueOn || null })
  },
}
