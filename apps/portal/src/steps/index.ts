import type { StepName } from '@bienfonde/domain'
import { type Component, defineAsyncComponent } from 'vue'

type Loader = () => Promise<{ default: Component }>

const form = (load: Loader) => defineAsyncComponent(load)
const toCome = form(() => import('./FormToCome.vue'))

/** One form per step, loaded when somebody opens it; each takes `dossier` and `name`. */
export const stepForms = {
  // intake
  registerComplaint: toCome,
  addMatter: toCome,
  correctRegistration: toCome,
  acknowledgeReceipt: form(() => import('./intake/AcknowledgeReceipt.vue')),
  assignOfficer: toCome,
  recordInformalResolution: toCome,
  recordContactAttempt: toCome,
  recordComplainantMessage: toCome,
  linkRelatedComplaint: toCome,
  addNote: toCome,
  attachDocument: toCome,
  // admissibility
  declareAdmissible: toCome,
  declareInadmissible: toCome,
  // transfer
  referComplainant: toCome,
  requestTransferAuthorization: toCome,
  recordTransferAuthorization: toCome,
  recordConcertation: toCome,
  transferComplaint: toCome,
  // confidentiality
  requestDisclosureConsent: toCome,
  recordDisclosureConsent: toCome,
  withdrawDisclosureConsent: toCome,
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
  answerRecommendation: toCome,
  recordImplementation: toCome,
  closeRecommendation: toCome,
  // ombudsman
  escalateToOmbudsman: toCome,
  preparePackage: toCome,
  recordOmbudsmanRequest: toCome,
  recordOmbudsmanConclusion: toCome,
  // retention
  reopenComplaint: toCome,
  eraseIdentity: toCome,
  placeLegalHold: toCome,
  liftLegalHold: toCome,
} satisfies Record<StepName, Component>
