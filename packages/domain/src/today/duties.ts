import type { LocalDate } from '../calendar/localDate.ts'
import type { Complaint, Matter } from '../complaint.ts'
import { phaseOf } from '../complaint.ts'
import { refusalBearsOn } from '../confidentiality/identityAccess.ts'
import { lacksRecommendation } from '../progress.ts'
import { hasReplyChannel } from '../reachability.ts'
import type { StepName } from '../steps/index.ts'
import { isTakable } from './takable.ts'
import { isDecision, type Whose } from './whose.ts'

/** What the process expects next in a dossier: the first of these steps, or another of them in its place. */
export interface Duty {
  readonly steps: readonly [StepName, ...StepName[]]
  readonly dueOn: LocalDate | null
  readonly whose: Whose
}

/** A step that is expected when it can be taken, unless something else must come first. */
interface Expectation {
  readonly steps: readonly StepName[]
  expected?(complaint: Complaint): boolean
  dueOn(complaint: Complaint): LocalDate | null
}

/** A stopped clock owes no answer on any day. */
const replyDue = ({ clock }: Complaint) => (clock && !clock.suspendedFrom ? clock.replyDueOn : null)
const acknowledgementDue = ({ clock }: Complaint) => clock?.acknowledgementDueOn ?? null
const readyForNotice = (complaint: Complaint) => phaseOf(complaint) === 'READY_FOR_NOTICE'

const acknowledgementOwed = (complaint: Complaint) =>
  // The notice of the result takes the place of an acknowledgement that was not sent.
  complaint.acknowledgedOn === null && hasReplyChannel(complaint) && !readyForNotice(complaint)

const underAnalysis = ({ matters }: Complaint) => matters.filter(({ stage }) => stage === 'UNDER_ANALYSIS')
const isAwaitingConsent = ({ consents }: Complaint) => consents.some(({ answer }) => answer === null)
const askedOn = ({ consultations }: Complaint, { id }: Matter) =>
  consultations.filter(({ matter, cancelled }) => matter === id && !cancelled)

/** Nothing was asked of any sector about the matter, and nothing keeps anybody from asking. */
const isToBeAsked = (complaint: Complaint) => (matter: Matter) =>
  askedOn(complaint, matter).length === 0 && !refusalBearsOn(matter, complaint)

/** What could be learned of the matter is known: the sectors have answered, or the person lets none of them know more. */
function isInstructed(complaint: Complaint) {
  return (matter: Matter) => {
    const asked = askedOn(complaint, matter)
    return asked.every(({ reply }) => reply !== null) && (asked.length > 0 || refusalBearsOn(matter, complaint))
  }
}

const expectations: readonly Expectation[] = [
  {
    steps: ['assignOfficer'],
    expected: ({ officer }) => officer === null,
    dueOn: complaint => (acknowledgementOwed(complaint) ? acknowledgementDue(complaint) : replyDue(complaint)),
  },
  { steps: ['acknowledgeReceipt'], expected: acknowledgementOwed, dueOn: acknowledgementDue },
  { steps: ['declareAdmissible', 'declareInadmissible'], dueOn: replyDue },
  { steps: ['recordConcertation'], dueOn: replyDue },
  { steps: ['transferComplaint'], dueOn: replyDue },
  {
    steps: ['consultSector'],
    expected: complaint => !isAwaitingConsent(complaint) && underAnalysis(complaint).some(isToBeAsked(complaint)),
    dueOn: replyDue,
  },
  {
    steps: ['assessMerits', 'closeWithoutFurtherAction'],
    expected: complaint => !isAwaitingConsent(complaint) && underAnalysis(complaint).some(isInstructed(complaint)),
    dueOn: replyDue,
  },
  { steps: ['cancelConsultation'], expected: readyForNotice, dueOn: replyDue },
  {
    steps: ['formulateRecommendation', 'informComplainant', 'recordImpossibilityToInform'],
    expected: complaint => readyForNotice(complaint) && lacksRecommendation(complaint),
    dueOn: replyDue,
  },
  { steps: ['referComplainant', 'requestTransferAuthorization'], expected: readyForNotice, dueOn: replyDue },
  {
    steps: ['informComplainant', 'recordImpossibilityToInform'],
    expected: complaint => !lacksRecommendation(complaint),
    dueOn: replyDue,
  },
  {
    steps: ['preparePackage'],
    expected: ({ escalations }) => escalations.some(({ concludedOn, request }) => request && !concludedOn),
    dueOn: ({ escalations }) =>
      escalations.flatMap(({ concludedOn, request }) => (concludedOn ? [] : (request?.dueOn ?? []))).sort()[0] ?? null,
  },
  {
    steps: ['recordPosting', 'resendLetter'],
    expected: ({ dispatches }) =>
      dispatches.some(({ state, channel }) => state === 'NOT_SENT' || (state === 'WAITING' && channel === 'MAIL')),
    dueOn: () => null,
  },
  { steps: ['closeRecommendation'], dueOn: () => null },
  {
    steps: ['eraseIdentity', 'placeLegalHold'],
    expected: ({ closedOn, retentionReviewedFor }) => closedOn !== null && retentionReviewedFor === closedOn,
    dueOn: () => null,
  },
]

/** What is to be done in a dossier, in the order of the process; each step can be taken now by whoever may take it. */
export const dutiesOf = (complaint: Complaint): Duty[] =>
  expectations.flatMap(({ steps, expected = () => true, dueOn }) => {
    if (!expected(complaint)) return []
    const [first, ...others] = steps.filter(name => isTakable(name, complaint))
    if (!first) return []
    return [{ steps: [first, ...others], dueOn: dueOn(complaint), whose: isDecision(first) ? 'DECIDERS' : 'CARRIER' }]
  })
