import type { Complaint, Recommendation } from '../../complaint.ts'
import type { Actor } from '../../confidentiality/permits.ts'
import type { RecommendationId } from '../../events.ts'

/** The recommendation as this person may know it: a respondent knows those addressed to their sector. */
export const addressedRecommendations = ({ recommendations }: Complaint, { role, sector }: Actor): Recommendation[] =>
  recommendations.filter(recommendation => role !== 'SECTOR_RESPONDENT' || recommendation.sector === sector)

export const addressedRecommendation = (complaint: Complaint, id: RecommendationId, actor: Actor) =>
  addressedRecommendations(complaint, actor).find(recommendation => recommendation.id === id)
