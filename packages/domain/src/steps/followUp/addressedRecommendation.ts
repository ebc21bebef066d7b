import type { Complaint, Recommendation } from '../../complaint.ts'
import type { Actor } from '../../confidentiality/permits.ts'
import type { RecommendationId } from '../../events.ts'
import { followUpsOf } from '../../followUps.ts'
import type { RefusalCode } from '../../tables/refusals.ts'

/** What was asked of units with a notice or after it, as this person may know it: a respondent, what is asked of their sector. */
const addressedRecommendations = (complaint: Complaint, { role, sector }: Actor): Recommendation[] =>
  followUpsOf(complaint).filter(
    recommendation => recommendation.issuedOn && (role !== 'SECTOR_RESPONDENT' || recommendation.sector === sector),
  )

export const addressedRecommendation = (complaint: Complaint, id: RecommendationId, actor: Actor) =>
  addressedRecommendations(complaint, actor).find(recommendation => recommendation.id === id)

/** Bars a step of the follow-up while no recommendation waits for it; a reopening does not stop what was told before. */
export const unlessAwaited =
  (awaits: (recommendation: Recommendation) => boolean) =>
  (complaint: Complaint, actor: Actor): RefusalCode | undefined => {
    if (addressedRecommendations(complaint, actor).some(awaits)) return undefined
    return complaint.closedOn || followUpsOf(complaint).some(({ issuedOn }) => issuedOn)
      ? 'NO_RECOMMENDATION'
      : 'NOT_CLOSED'
  }
