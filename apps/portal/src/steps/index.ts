import type { StepName } from '@bienfonde/domain'
import { type Component, defineAsyncComponent } from 'vue'

type Loader = () => Promise<{ default: Component }>

const form = (load: Loader) => defineAsyncComponent(load)

/** One form per step, loaded when somebody opens it; each takes `dossier` and `name`. */
export const stepForms = {
  // intake
  registerComplaint: form(() => import('./intake/RegisterComplaint.vue')),
  addMatter: form(() => import('./intake/AddMatter.vue')),
  correctRegistration: form(() => import('./intake/CorrectRegistration.vue')),
  acknowledgeReceipt: form(() => import('./intake/AcknowledgeReceipt.vue')),
  assignOfficer: form(() => import('./intake/AssignOfficer.vue')),
  recordInformalResolution: form(() => import('./intake/RecordInformalResolution.vue')),
  recordContactAttempt: form(() => import('./intake/RecordContactAttempt.vue')),
  recordComplainantMessage: form(() => import('./intake/RecordComplainantMessage.vue')),
  linkRelatedComplaint: form(() => import('./intake/LinkRelatedComplaint.vue')),
  addNote: form(() => import('./intake/AddNote.vue')),
  attachDocument: form(() => import('./intake/AttachDocument.vue')),
  // admissibility
  declareAdmissible: form(() => import('./admissibility/DeclareAdmissible.vue')),
  declareInadmissible: form(() => import('./admissibility/DeclareInadmissible.vue')),
  // transfer
  referComplainant: form(() => import('./transfer/ReferComplainant.vue')),
  requestTransferAuthorization: form(() => import('./transfer/RequestTransferAuthorization.vue')),
  recordTransferAuthorization: form(() => import('./transfer/RecordTransferAuthorization.vue')),
  recordConcertation: form(() => import('./transfer/RecordConcertation.vue')),
  transferComplaint: form(() => import('./transfer/TransferComplaint.vue')),
  // confidentiality
  requestDisclosureConsent: form(() => import('./confidentiality/RequestDisclosureConsent.vue')),
  recordDisclosureConsent: form(() => import('./confidentiality/RecordDisclosureConsent.vue')),
  withdrawDisclosureConsent: form(() => import('./confidentiality/WithdrawDisclosureConsent.vue')),
  openIdentity: form(() => import('./confidentiality/OpenIdentity.vue')),
  // analysis
  consultSector: form(() => import('./analysis/ConsultSector.vue')),
  releaseCopy: form(() => import('./analysis/ReleaseCopy.vue')),
  recordSectorReply: form(() => import('./analysis/RecordSectorReply.vue')),
  cancelConsultation: form(() => import('./analysis/CancelConsultation.vue')),
  suspendClock: form(() => import('./analysis/SuspendClock.vue')),
  resumeClock: form(() => import('./analysis/ResumeClock.vue')),
  extendReplyDate: form(() => import('./analysis/ExtendReplyDate.vue')),
  explainLateness: form(() => import('./analysis/ExplainLateness.vue')),
  // decision
  assessMerits: form(() => import('./decision/AssessMerits.vue')),
  closeWithoutFurtherAction: form(() => import('./decision/CloseWithoutFurtherAction.vue')),
  formulateRecommendation: form(() => import('./decision/FormulateRecommendation.vue')),
  suggestImprovement: form(() => import('./decision/SuggestImprovement.vue')),
  recordWithdrawal: form(() => import('./decision/RecordWithdrawal.vue')),
  // result
  informComplainant: form(() => import('./result/InformComplainant.vue')),
  recordImpossibilityToInform: form(() => import('./result/RecordImpossibilityToInform.vue')),
  recordPosting: form(() => import('./result/RecordPosting.vue')),
  resendLetter: form(() => import('./result/ResendLetter.vue')),
  // followUp
  answerRecommendation: form(() => import('./followUp/AnswerRecommendation.vue')),
  recordImplementation: form(() => import('./followUp/RecordImplementation.vue')),
  closeRecommendation: form(() => import('./followUp/CloseRecommendation.vue')),
  linkTheme: form(() => import('./followUp/LinkTheme.vue')),
  // ombudsman
  escalateToOmbudsman: form(() => import('./ombudsman/EscalateToOmbudsman.vue')),
  preparePackage: form(() => import('./ombudsman/PreparePackage.vue')),
  recordOmbudsmanRequest: form(() => import('./ombudsman/RecordOmbudsmanRequest.vue')),
  recordOmbudsmanConclusion: form(() => import('./ombudsman/RecordOmbudsmanConclusion.vue')),
  // retention
  reopenComplaint: form(() => import('./retention/ReopenComplaint.vue')),
  eraseIdentity: form(() => import('./retention/EraseIdentity.vue')),
  placeLegalHold: form(() => import('./retention/PlaceLegalHold.vue')),
  liftLegalHold: form(() => import('./retention/LiftLegalHold.vue')),
} satisfies Record<StepName, Component>
