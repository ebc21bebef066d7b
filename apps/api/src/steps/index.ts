import type { StepName } from '@bienfonde/domain'
import { DeclareAdmissibleResolver } from './admissibility/declareAdmissible.ts'
import { DeclareInadmissibleResolver } from './admissibility/declareInadmissible.ts'
import { CancelConsultationResolver } from './analysis/cancelConsultation.ts'
import { ConsultSectorResolver } from './analysis/consultSector.ts'
import { ExplainLatenessResolver } from './analysis/explainLateness.ts'
import { ExtendReplyDateResolver } from './analysis/extendReplyDate.ts'
import { RecordSectorReplyResolver } from './analysis/recordSectorReply.ts'
import { ReleaseCopyResolver } from './analysis/releaseCopy.ts'
import { ResumeClockResolver } from './analysis/resumeClock.ts'
import { SuspendClockResolver } from './analysis/suspendClock.ts'
import { OpenIdentityResolver } from './confidentiality/openIdentity.ts'
import { RecordDisclosureConsentResolver } from './confidentiality/recordDisclosureConsent.ts'
import { RequestDisclosureConsentResolver } from './confidentiality/requestDisclosureConsent.ts'
import { WithdrawDisclosureConsentResolver } from './confidentiality/withdrawDisclosureConsent.ts'
import { AssessMeritsResolver } from './decision/assessMerits.ts'
import { CloseWithoutFurtherActionResolver } from './decision/closeWithoutFurtherAction.ts'
import { FormulateRecommendationResolver } from './decision/formulateRecommendation.ts'
import { RecordWithdrawalResolver } from './decision/recordWithdrawal.ts'
import { SuggestImprovementResolver } from './decision/suggestImprovement.ts'
import { AnswerRecommendationResolver } from './followUp/answerRecommendation.ts'
import { CloseRecommendationResolver } from './followUp/closeRecommendation.ts'
import { LinkThemeResolver } from './followUp/linkTheme.ts'
import { RecordImplementationResolver } from './followUp/recordImplementation.ts'
import { AcknowledgeReceiptResolver } from './intake/acknowledgeReceipt.ts'
import { AddMatterResolver } from './intake/addMatter.ts'
import { AddNoteResolver } from './intake/addNote.ts'
import { AssignOfficerResolver } from './intake/assignOfficer.ts'
import { AttachDocumentResolver } from './intake/attachDocument.ts'
import { CorrectRegistrationResolver } from './intake/correctRegistration.ts'
import { LinkRelatedComplaintResolver } from './intake/linkRelatedComplaint.ts'
import { RecordComplainantMessageResolver } from './intake/recordComplainantMessage.ts'
import { RecordContactAttemptResolver } from './intake/recordContactAttempt.ts'
import { RecordInformalResolutionResolver } from './intake/recordInformalResolution.ts'
import { RegisterComplaintResolver } from './intake/registerComplaint.ts'
import { EscalateToOmbudsmanResolver } from './ombudsman/escalateToOmbudsman.ts'
import { PreparePackageResolver } from './ombudsman/preparePackage.ts'
import { RecordOmbudsmanConclusionResolver } from './ombudsman/recordOmbudsmanConclusion.ts'
import { RecordOmbudsmanRequestResolver } from './ombudsman/recordOmbudsmanRequest.ts'
import { InformComplainantResolver } from './result/informComplainant.ts'
import { RecordImpossibilityToInformResolver } from './result/recordImpossibilityToInform.ts'
import { RecordPostingResolver } from './result/recordPosting.ts'
import { ResendLetterResolver } from './result/resendLetter.ts'
import { EraseIdentityResolver } from './retention/eraseIdentity.ts'
import { LiftLegalHoldResolver } from './retention/liftLegalHold.ts'
import { PlaceLegalHoldResolver } from './retention/placeLegalHold.ts'
import { ReopenComplaintResolver } from './retention/reopenComplaint.ts'
import { RecordConcertationResolver } from './transfer/recordConcertation.ts'
import { RecordTransferAuthorizationResolver } from './transfer/recordTransferAuthorization.ts'
import { ReferComplainantResolver } from './transfer/referComplainant.ts'
import { RequestTransferAuthorizationResolver } from './transfer/requestTransferAuthorization.ts'
import { TransferComplaintResolver } from './transfer/transferComplaint.ts'

/** The mutation of every step, in the order an officer meets them: each resolver answers under its step's own name. */
export const stepResolvers = {
  registerComplaint: RegisterComplaintResolver,
  addMatter: AddMatterResolver,
  correctRegistration: CorrectRegistrationResolver,
  acknowledgeReceipt: AcknowledgeReceiptResolver,
  assignOfficer: AssignOfficerResolver,
  recordInformalResolution: RecordInformalResolutionResolver,
  recordContactAttempt: RecordContactAttemptResolver,
  recordComplainantMessage: RecordComplainantMessageResolver,
  linkRelatedComplaint: LinkRelatedComplaintResolver,
  addNote: AddNoteResolver,
  attachDocument: AttachDocumentResolver,
  declareAdmissible: DeclareAdmissibleResolver,
  declareInadmissible: DeclareInadmissibleResolver,
  referComplainant: ReferComplainantResolver,
  requestTransferAuthorization: RequestTransferAuthorizationResolver,
  recordTransferAuthorization: RecordTransferAuthorizationResolver,
  recordConcertation: RecordConcertationResolver,
  transferComplaint: TransferComplaintResolver,
  requestDisclosureConsent: RequestDisclosureConsentResolver,
  recordDisclosureConsent: RecordDisclosureConsentResolver,
  withdrawDisclosureConsent: WithdrawDisclosureConsentResolver,
  openIdentity: OpenIdentityResolver,
  consultSector: ConsultSectorResolver,
  releaseCopy: ReleaseCopyResolver,
  recordSectorReply: RecordSectorReplyResolver,
  cancelConsultation: CancelConsultationResolver,
  suspendClock: SuspendClockResolver,
  resumeClock: ResumeClockResolver,
  extendReplyDate: ExtendReplyDateResolver,
  explainLateness: ExplainLatenessResolver,
  assessMerits: AssessMeritsResolver,
  closeWithoutFurtherAction: CloseWithoutFurtherActionResolver,
  formulateRecommendation: FormulateRecommendationResolver,
  suggestImprovement: SuggestImprovementResolver,
  recordWithdrawal: RecordWithdrawalResolver,
  informComplainant: InformComplainantResolver,
  recordImpossibilityToInform: RecordImpossibilityToInformResolver,
  recordPosting: RecordPostingResolver,
  resendLetter: ResendLetterResolver,
  answerRecommendation: AnswerRecommendationResolver,
  recordImplementation: RecordImplementationResolver,
  closeRecommendation: CloseRecommendationResolver,
  linkTheme: LinkThemeResolver,
  escalateToOmbudsman: EscalateToOmbudsmanResolver,
  preparePackage: PreparePackageResolver,
  recordOmbudsmanRequest: RecordOmbudsmanRequestResolver,
  recordOmbudsmanConclusion: RecordOmbudsmanConclusionResolver,
  reopenComplaint: ReopenComplaintResolver,
  eraseIdentity: EraseIdentityResolver,
  placeLegalHold: PlaceLegalHoldResolver,
  liftLegalHold: LiftLegalHoldResolver,
} satisfies { [Name in StepName]: new () => { [Method in Name]: (...answers: never[]) => unknown } }
