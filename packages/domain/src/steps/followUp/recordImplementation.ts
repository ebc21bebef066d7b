import type { LocalDate } from '../../calendar/localDate.ts'
import type { Recommendation } from '../../complaint.ts'
import type { ImplementationRecorded, RecommendationId } from '../../events.ts'
import { accept, isBlank, misdated, refuse, type Step } from '../../step.ts'
import { addressedRecommendation, unlessAwaited } from './addressedRecommendation.ts'

export interface RecordImplementation {
  recommendation: RecommendationId
  evidence: string
  implementedOn: LocalDate
}

const isAccepted = ({ answer }: Recommendation) => answer === 'ACCEPTED' || answer === 'PARTLY_ACCEPTED'

export const recordImplementation: Step<RecordImplementation, ImplementationRecorded> = {
  title: 'Consigner la mise en œuvre',
  room: 'followUp',
  act: 'ANSWER',
  barred: unlessAwaited(addressed => isAccepted(addressed) && !addressed.implementedOn && !addressed.closedOn),
  writes: ({ evidence }) => [{ field: 'evidence', text: evidence }],

  decide(complaint, { recommendation: id, evidence, implementedOn }, stamp) {
    const recommendation = addressedRecommendation(complaint, id, stamp.actor)
    if (!recommendation) return refuse('RECOMMENDATION_UNKNOWN', 'recommendation')
    if (recommendation.closedOn) return refuse('RECOMMENDATION_CLOSED', 'recommendation')
    if (!isAccepted(recommendation)) return refuse('RECOMMENDATION_NOT_ACCEPTED', 'recommendation')
    if (recommendation.implementedOn) return refuse('IMPLEMENTATION_RECORDED', 'recommendation')
    if (isBlank(evidence)) return refuse('EVIDENCE_MISSING', 'evidence')
    const flaw = misdated(implementedOn, complaint, stamp)
    if (flaw) return refuse(flaw, 'implementedOn')
    return accept({ type: 'IMPLEMENTATION_RECORDED', recommendation: id, evidence, implementedOn })
  },
}
