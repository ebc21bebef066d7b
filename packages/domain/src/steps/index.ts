import { declareAdmissible } from './admissibility/declareAdmissible.ts'
import { declareInadmissible } from './admissibility/declareInadmissible.ts'
import { cancelConsultation } from './analysis/cancelConsultation.ts'
import { consultSector } from './analysis/consultSector.ts'
import { explainLateness } from './analysis/explainLateness.ts'
import { extendReplyDate } from './analysis/extendReplyDate.ts'
import { recordSectorReply } from './analysis/recordSectorReply.ts'
import { releaseCopy } from './analysis/releaseCopy.ts'
import { resumeClock } from './analysis/resumeClock.ts'
import { suspendClock } from './analysis/suspendClock.ts'
import { openIdentity } from './confidentiality/openIdentity.ts'
import { recordDisclosureConsent } from './confidentiality/recordDisclosureConsent.ts'
import { requestDisclosureConsent } from './confidentiality/requestDisclosureConsent.ts'
import { withdrawDisclosureConsent } from './confidentiality/withdrawDisclosureConsent.ts'
import { assessMerits } from './decision/assessMerits.ts'
import { closeWithoutFurtherAction } from './decision/closeWithoutFurtherAction.ts'
import { formulateRecommendation } from './decision/formulateRecommendation.ts'
import { recordWithdrawal } from './decision/recordWithdrawal.ts'
import { suggestImprovement } from './decision/suggestImprovement.ts'
import { answerRecommendation } from './followUp/answerRecommendation.ts'
import { closeRecommendation } from './followUp/closeRecommendation.ts'
import { linkTheme } from './followUp/linkTheme.ts'
import { recordImplementation } from './followUp/recordImplementation.ts'
import { acknowledgeReceipt } from './intake/acknowledgeReceipt.ts'
import { addMatter } from './intake/addMatter.ts'
import { addNote } from './intake/addNote.ts'
import { assignOfficer } from './intake/assignOfficer.ts'
import { attachDocument } from './intake/attachDocument.ts'
import { correctRegistration } from './intake/correctRegistration.ts'
import { linkRelatedComplaint } from './intake/linkRelatedComplaint.ts'
import { recordComplainantMessage } from './intake/recordComplainantMessage.ts'
import { recordContactAttempt } from './intake/recordContactAttempt.ts'
import { recordInformalResolution } from './intake/recordInformalResolution.ts'
import { registerComplaint } from './intake/registerComplaint.ts'
import { escalateToOmbudsman } from './ombudsman/escalateToOmbudsman.ts'
import { preparePackage } from './ombudsman/preparePackage.ts'
import { recordOmbudsmanConclusion } from './ombudsman/recordOmbudsmanConclusion.ts'
import { recordOmbudsmanRequest } from './ombudsman/recordOmbudsmanRequest.ts'
import { informComplainant } from './result/informComplainant.ts'
import { recordImpossibilityToInform } from './result/recordImpossibilityToInform.ts'
import { recordPosting } from './result/recordPosting.ts'
import { resendLetter } from './result/resendLetter.ts'
import { eraseIdentity } from './retention/eraseIdentity.ts'
import { liftLegalHold } from './retention/liftLegalHold.ts'
import { placeLegalHold } from './retention/placeLegalHold.ts'
import { reopenComplaint } from './retention/reopenComplaint.ts'
import { recordConcertation } from './transfer/recordConcertation.ts'
import { recordTransferAuthorization } from './transfer/recordTransferAuthorization.ts'
import { referComplainant } from './transfer/referComplainant.ts'
import { requestTransferAuthorization } from './transfer/requestTransferAuthorization.ts'
import { transferComplaint } from './transfer/transferComplaint.ts'

/** Every step of the process, in the order an officer meets it. */
export const steps = {
  registerComplaint,
  addMatter,
  correctRegistration,
  acknowledgeReceipt,
  assignOfficer,
  recordInformalResolution,
  recordContactAttempt,
  recordComplainantMessage,
  linkRelatedComplaint,
  addNote,
  attachDocument,
  declareAdmissible,
  declareInadmissible,
  referComplainant,
  requestTransferAuthorization,
  recordTransferAuthorization,
  recordConcertation,
  transferComplaint,
  requestDisclosureConsent,
  recordDisclosureConsent,
  withdrawDisclosureConsent,
  openIdentity,
  consultSector,
  releaseCopy,
  recordSectorReply,
  cancelConsultation,
  suspendClock,
  resumeClock,
  extendReplyDate,
  explainLateness,
  assessMerits,
  closeWithoutFurtherAction,
  formulateRecommendation,
  suggestImprovement,
  recordWithdrawal,
  informComplainant,
  recordImpossibilityToInform,
  recordPosting,
  resendLetter,
  answerRecommendation,
  recordImplementation,
  closeRecommendation,
  linkTheme,
  escalateToOmbudsman,
  preparePackage,
  recordOmbudsmanRequest,
  recordOmbudsmanConclusion,
  reopenComplaint,
  eraseIdentity,
  placeLegalHold,
  liftLegalHold,
} as const

export type StepName = keyof typeof steps

export const stepNames = Object.keys(steps) as StepName[]

/** What the command of a step asks for. */
export type CommandOf<Name extends StepName> = Parameters<(typeof steps)[Name]['decide']>[1]
