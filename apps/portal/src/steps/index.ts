import type { StepName } from '@bienfonde/domain'
import { type Component, defineAsyncComponent } from 'vue'

type Loader = () => Promise<{ default: Component }>

const form = (load: Loader) => defineAsyncComponent(load)
const toCome = form(() => import('./FormToCome.vue'))

/** One form per step, loaded when somebody opens it; each takes `dossier` and `name`. */
export const stepForms = {
  // intake
  registerComplaint: toCome,
  addMatter: form(() => import('./intake/AddMatter.vue')),
  correctRegistration: toCome,
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
  referComplainant: toCome,
  requestTransferAuthorization: toCome,
  recordTransferAuthorization: toCome,
  recordConcertation: toCome,
  transferComplaint: toCome,
  // confidentiality
  requestDisclosureConsent: form(() => import('./confidentiality/RequestDisclosureConsent.vue')),
  recordDisclosureConsent: form(() => import('./confidentiality/RecordDisclosureConsent.vue')),
  withdrawDisclosureConsent: form(() => import('./confidentiality/WithdrawDisclosureConsent.vue')),
  openIdentity: toCome,
  // analysis
  consultSector: toCome,
  recordSectorReply: toCome,
  cancelConsultation: toCome,
  suspendClock: toCome,
  resumeClock: toCome,
  extendReplyDate: toCome,
  // decision
  assessMerits: form(() => import('./decision/AssessMerits.vue')),
  closeWithoutFurtherAction: toCome,
  formulateRecommendation: toCome,
  suggestImprovement: toCome,
  recordWithdrawal: toCome,
  // result
  informComplainant: toCome,
  recordImpossibilityToInform: toCome,
  // followUp
  answerRecommendation: form(() => import('./followUp/AnswerRecommendation.vue')),
  recordImplementation: form(() => import('./followUp/RecordImplementation.vue')),
  closeRecommendation: form(() => import('./followUp/CloseRecommendation.vue')),
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
