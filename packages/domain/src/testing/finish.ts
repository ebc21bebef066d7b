import type { LocalDate } from '../calendar/localDate.ts'
import { type Complaint, phaseOf } from '../complaint.ts'
import type { Actor } from '../confidentiality/permits.ts'
import { proposedNotice } from '../letters/notice.ts'
import { type Decision, type Stamp, take } from '../step.ts'
import { steps } from '../steps/index.ts'
import type { Settings } from '../tables/settings.ts'
import { after } from './given.ts'

/** What somebody would do next to bring an open dossier to its end, whatever was done before. */
function nextAct(complaint: Complaint, stamp: Stamp): Decision | null {
  const { on, settings } = stamp
  const consultation = complaint.consultations.find(({ reply, cancelled }) => reply === null && !cancelled)
  if (consultation)
    return take(steps.cancelConsultation, complaint, { consultation: consultation.id, reason: 'fin' }, stamp)
  const waiting = complaint.matters.find(({ stage }) => stage !== 'DECIDED')
  const channel = complaint.registration?.replyChannels[0]
  if (!waiting) {
    const noRecommendationReason = 'sans objet'
    const text = proposedNotice(complaint, settings)
    return channel
      ? take(steps.informComplainant, complaint, { channel, sentOn: on, text, noRecommendationReason }, stamp)
      : take(steps.recordImpossibilityToInform, complaint, { reason: 'fin', noRecommendationReason }, stamp)
  }
  const { id: matter, stage, transfer } = waiting
  if (stage === 'IN_TRANSFER' && transfer?.answer === null)
    return take(
      steps.recordTransferAuthorization,
      complaint,
      { matter, answer: 'NO_ANSWER', channel: channel ?? 'MAIL', answeredOn: on },
      stamp,
    )
  if (stage === 'IN_TRANSFER' && transfer?.bodyAccepts === null)
    return take(steps.recordConcertation, complaint, { matter, accepts: false, heldOn: on, summary: 'fin' }, stamp)
  if (stage === 'IN_TRANSFER')
    return take(steps.transferComplaint, complaint, { matter, transmitted: 'tout', sentOn: on }, stamp)
  if (stage === 'TO_EXAMINE')
    return take(
      steps.declareInadmissible,
      complaint,
      { matter, grounds: [{ ground: 'COURT_PROCEEDINGS', proceeding: 'recours' }], reasons: 'fin' },
      stamp,
    )
  const edition = settings.editions.find(({ id }) => id === complaint.registration?.edition)
  const criteria = (edition?.criteria ?? []).map(criterion => ({ criterion, met: false, reason: 'vu' }))
  return take(
    steps.assessMerits,
    complaint,
    { matter, criteria, prejudice: 'NONE', prejudiceReason: 'aucun', reasons: 'fin' },
    stamp,
  )
}

/** Leads a dossier to its closing; the refusal that stops it on the way, or null when it is closed. */
export function finish(complaint: Complaint, actor: Actor, on: LocalDate, settings: Settings): string | null {
  const stamp: Stamp = { actor, on, at: on, settings, confirmation: 'déjà confirmé' }
  let now = complaint
  for (let acts = 0; phaseOf(now) !== 'CLOSED'; acts++) {
    const decision = nextAct(now, stamp)
    if (!decision?.accepted) return decision?.refusal.code ?? 'sans issue'
    if (acts > 100) return 'sans fin'
    now = after(now, decision.events, stamp)
  }
  return null
}
