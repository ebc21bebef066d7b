import type { Complaint, Recommendation } from './complaint.ts'

/** What a unit is asked to do after a complaint: to correct something, or to do something better. */
export const followUpKindOf = ({ id }: Pick<Recommendation, 'id'>): 'RECOMMENDATION' | 'IMPROVEMENT' =>
  id.startsWith('P') ? 'IMPROVEMENT' : 'RECOMMENDATION'

/** Everything asked of units in a dossier, recommendations first: all of it is answered, carried out and closed alike. */
export const followUpsOf = ({
  recommendations,
  improvementLeads,
}: Pick<Complaint, 'recommendations' | 'improvementLeads'>): Recommendation[] => [
  ...recommendations,
  ...improvementLeads,
]

/** A lead that has a date is followed to its end; without one, it is an idea that a unit may answer. */
export const isFollowed = (asked: Recommendation): boolean =>
  followUpKindOf(asked) === 'RECOMMENDATION' || asked.dueOn !== null
