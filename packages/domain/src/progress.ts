import type { Complaint, Matter } from './complaint.ts'
import { phaseOf } from './complaint.ts'
import type { RefusalCode } from './tables/refusals.ts'

/** Bars what can only be done while the dossier is open and the person's own act has not ended it. */
export const unlessInProgress = ({ closedOn, ended }: Complaint): RefusalCode | undefined =>
  closedOn ? 'CLOSED' : ended ? 'ENDED' : undefined

export const unlessOpen = ({ closedOn }: Complaint): RefusalCode | undefined => (closedOn ? 'CLOSED' : undefined)

export const unlessClosed = ({ closedOn }: Complaint): RefusalCode | undefined => (closedOn ? undefined : 'NOT_CLOSED')

export const unlessReadyForNotice = (complaint: Complaint): RefusalCode | undefined => {
  if (complaint.closedOn) return 'CLOSED'
  if (phaseOf(complaint) !== 'READY_FOR_NOTICE') return 'NOT_READY_FOR_NOTICE'
  return complaint.consultations.some(({ reply, cancelled }) => reply === null && !cancelled)
    ? 'CONSULTATION_OPEN'
    : undefined
}

export const unlessUnderAnalysis = ({ stage }: Matter): RefusalCode | undefined =>
  stage === 'UNDER_ANALYSIS' ? undefined : 'NOT_UNDER_ANALYSIS'

/** True when some founded matter has no recommendation yet. */
export const lacksRecommendation = ({ matters, recommendations }: Complaint): boolean =>
  matters.some(
    ({ id, outcome }) => outcome === 'FOUNDED' && !recommendations.some(recommendation => recommendation.matter === id),
  )

/** Bars the direction or transfer of a matter that is the ministry's own, or already on its way. */
export function unlessOutsideResponsibility({ stage, outcome, grounds }: Matter): RefusalCode | undefined {
  if (stage === 'IN_TRANSFER') return 'TRANSFER_UNDER_WAY'
  if (outcome === 'TRANSFERRED') return 'ALREADY_TRANSFERRED'
  if (stage !== 'DECIDED') return 'NOT_OUTSIDE_RESPONSIBILITY'
  return grounds.some(({ ground }) => ground === 'OUTSIDE_MINISTRY_RESPONSIBILITY')
    ? undefined
    : 'NOT_OUTSIDE_RESPONSIBILITY'
}
