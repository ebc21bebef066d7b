import type { LocalDate } from './calendar/localDate.ts'
import type { ActingRole, SectorCode, StaffId } from './confidentiality/permits.ts'
import type { Criterion, RepresentativeError } from './tables/assessmentCriteria.ts'
import type {
  ExchangeChannel,
  IntakeChannel,
  Language,
  ReplyChannel,
  RepresentativeCapacity,
} from './tables/channels.ts'
import type { LatenessCause, MilestoneKind, OwedMilestone, ReminderHearer, ReminderRung } from './tables/delays.ts'
import type { InadmissibilityGround } from './tables/inadmissibilityGrounds.ts'
import type { Finding } from './tables/outcomes.ts'
import type { Prejudice } from './tables/prejudices.ts'
import type {
  AuthorizationAnswer,
  ConsultationPurpose,
  EscalationInitiator,
  InformationCategory,
  PackageBasis,
  RecommendationAnswer,
  Relation,
  SuspensionCause,
  WithoutFurtherActionCause,
} from './tables/procedure.ts'
import type { BodyReference, ReferralSubject } from './tables/referrals.ts'
import type { SendingFailure } from './tables/sending.ts'

/** What can have happened to a dossier. Events are for good: a changed meaning is a new type. No personal data. */

export type DossierId = string
export type MatterId = string
export type ConsultationId = string
export type RecommendationId = string
export type EscalationId = string
/** Where the vault keeps what must not be in the journal; says nothing by itself. */
export type SealedRef = string

export interface Representative {
  capacity: RepresentativeCapacity
  /** The mandate or permission by which they act, without a name. */
  authority: string
}

export interface MatterContent {
  subject: string
  sector: SectorCode
  service: string | null
  /** The facts told without anything that identifies the person. */
  statement: string
  /** Members of staff whom the matter is about. */
  concernedStaff: StaffId[]
  /** The line of the referral table that the matter seems to fall under. */
  referralSubject: ReferralSubject | null
}

export interface ComplaintRegistered {
  type: 'COMPLAINT_REGISTERED'
  fileNumber: string
  edition: string
  intakeChannel: IntakeChannel
  receivedOn: LocalDate
  anonymous: boolean
  replyChannels: ReplyChannel[]
  language: Language
  representative: Representative | null
  factsKnownOn: LocalDate | null
  identity: SealedRef | null
  words: SealedRef
  acknowledgementDueOn: LocalDate
  replyDueOn: LocalDate
}
export interface MatterAdded extends MatterContent {
  type: 'MATTER_ADDED'
  matter: MatterId
}
export interface RegistrationCorrected {
  type: 'REGISTRATION_CORRECTED'
  /** The journal line that this one corrects. */
  corrects: number
  reason: string
  registration: Partial<
    Pick<
      ComplaintRegistered,
      | 'edition'
      | 'intakeChannel'
      | 'receivedOn'
      | 'anonymous'
      | 'replyChannels'
      | 'language'
      | 'representative'
      | 'factsKnownOn'
      | 'identity'
      | 'acknowledgementDueOn'
      | 'replyDueOn'
    >
  >
  matter: ({ matter: MatterId } & Partial<MatterContent>) | null
}
/** What left: the templates of the letter, and the digest of all that it said save whom it was for. */
export interface LeftLetter {
  /** The version of the template of its kind, and of the page that all letters share. */
  template: number
  layout: number
  /** SHA-256, in hexadecimal. */
  digest: string
}
/** Absent from the journals written before letters were composed. */
interface ByLetter {
  letter?: LeftLetter | undefined
}
export interface ReceiptAcknowledged extends ByLetter {
  type: 'RECEIPT_ACKNOWLEDGED'
  channel: ReplyChannel
  sentOn: LocalDate
  text: string
}
export interface OfficerAssigned {
  type: 'OFFICER_ASSIGNED'
  officer: StaffId
}
export interface ResolvedInformally {
  type: 'RESOLVED_INFORMALLY'
  sector: SectorCode
  agreement: string
  agreedOn: LocalDate
}
export interface ContactAttempted {
  type: 'CONTACT_ATTEMPTED'
  channel: ReplyChannel
  attemptedOn: LocalDate
  reached: boolean
  note: string
}
export interface ComplainantMessageRecorded {
  type: 'COMPLAINANT_MESSAGE_RECORDED'
  channel: IntakeChannel
  receivedOn: LocalDate
  words: SealedRef
  summary: string
}
export interface RelatedComplaintLinked {
  type: 'RELATED_COMPLAINT_LINKED'
  related: DossierId
  relatedFileNumber: string
  relation: Relation
  reason: string
}
export interface NoteAdded {
  type: 'NOTE_ADDED'
  text: string
}
export interface DocumentAttached {
  type: 'DOCUMENT_ATTACHED'
  attachment: SealedRef
  description: string
  mediaType: string
  bytes: number
  sha256: string
}

export interface MatterAdmitted {
  type: 'MATTER_ADMITTED'
  matter: MatterId
  reasons: string
}
export interface CitedGround {
  ground: InadmissibilityGround
  proceeding?: string | null | undefined
  passage?: SealedRef | null | undefined
  bodies?: BodyReference[] | null | undefined
}
export interface MatterDeclaredInadmissible {
  type: 'MATTER_DECLARED_INADMISSIBLE'
  matter: MatterId
  grounds: CitedGround[]
  reasons: string
}

export interface ComplainantReferred extends ByLetter {
  type: 'COMPLAINANT_REFERRED'
  matter: MatterId
  bodies: BodyReference[]
  channel: ExchangeChannel
  explanation: string
}
export interface TransferAuthorizationRequested extends ByLetter {
  type: 'TRANSFER_AUTHORIZATION_REQUESTED'
  matter: MatterId
  body: BodyReference
  channel: ExchangeChannel
  explained: string
}
export interface TransferAuthorizationRecorded {
  type: 'TRANSFER_AUTHORIZATION_RECORDED'
  matter: MatterId
  answer: AuthorizationAnswer
  channel: ExchangeChannel
  answeredOn: LocalDate
}
export interface ConcertationRecorded {
  type: 'CONCERTATION_RECORDED'
  matter: MatterId
  accepts: boolean
  heldOn: LocalDate
  summary: string
}
export interface ComplaintTransferred {
  type: 'COMPLAINT_TRANSFERRED'
  matter: MatterId
  transmitted: string
  sentOn: LocalDate
}

export interface DisclosureConsentRequested extends ByLetter {
  type: 'DISCLOSURE_CONSENT_REQUESTED'
  sectors: SectorCode[]
  purpose: string
  categories: InformationCategory[]
  explained: string
  channel: ExchangeChannel
  askedOn: LocalDate
}
export interface DisclosureConsentRecorded {
  type: 'DISCLOSURE_CONSENT_RECORDED'
  sector: SectorCode
  granted: boolean
  channel: ExchangeChannel
  answeredOn: LocalDate
  validUntil: LocalDate | null
}
export interface DisclosureConsentWithdrawn {
  type: 'DISCLOSURE_CONSENT_WITHDRAWN'
  sector: SectorCode
  channel: ExchangeChannel
  withdrawnOn: LocalDate
}
export interface IdentityOpened {
  type: 'IDENTITY_OPENED'
  reason: string
  scope: InformationCategory[]
  /** The one original opened, when nothing else was. */
  attachment?: SealedRef
  /** The sector whose grant was used; null when the Secretariat itself opened. */
  sector: SectorCode | null
}

export interface SectorConsulted {
  type: 'SECTOR_CONSULTED'
  consultation: ConsultationId
  matter: MatterId
  sector: SectorCode
  purpose: ConsultationPurpose
  statement: string
  question: string
  dueOn: LocalDate
}
export interface SectorReplied {
  type: 'SECTOR_REPLIED'
  consultation: ConsultationId
  reply: string
  repliedOn: LocalDate
}
export interface ConsultationCancelled {
  type: 'CONSULTATION_CANCELLED'
  consultation: ConsultationId
  reason: string
}
/** A copy without metadata of a document, given to a sector by somebody who looked at it. */
export interface CopyReleased {
  type: 'COPY_RELEASED'
  consultation: ConsultationId
  /** The original that the copy was made of. */
  attachment: SealedRef
  copy: SealedRef
  description: string
  mediaType: string
  bytes: number
  /** SHA-256 of the copy, in hexadecimal. */
  sha256: string
  /** SHA-256 of the original, in hexadecimal. */
  originalSha256: string
}
export interface ClockSuspended {
  type: 'CLOCK_SUSPENDED'
  cause: SuspensionCause
  reason: string
  from: LocalDate
}
export interface ClockResumed {
  type: 'CLOCK_RESUMED'
  to: LocalDate
  reason: string
  replyDueOn: LocalDate
}
export interface ReplyDateExtended extends ByLetter {
  type: 'REPLY_DATE_EXTENDED'
  from: LocalDate
  to: LocalDate
  reason: string
  channel: ReplyChannel | null
  notice: string
}

export interface CriterionAnswer {
  criterion: Criterion
  met: boolean
  reason: string
  /** The service standard and the gap, in words. */
  standard?: string | null | undefined
  gap?: string | null | undefined
  errorKind?: RepresentativeError | null | undefined
  /** The law, regulation, policy or norm contradicted. */
  rule?: string | null | undefined
}
export interface MeritsAssessed {
  type: 'MERITS_ASSESSED'
  matter: MatterId
  finding: Finding
  criteria: CriterionAnswer[]
  prejudice: Prejudice
  prejudiceReason: string
  reasons: string
}
export interface ClosedWithoutFurtherAction {
  type: 'CLOSED_WITHOUT_FURTHER_ACTION'
  matter: MatterId
  cause: WithoutFurtherActionCause
  /** What keeps the facts from being known. */
  facts: string
  reasons: string
}
export interface RecommendationFormulated {
  type: 'RECOMMENDATION_FORMULATED'
  recommendation: RecommendationId
  matter: MatterId
  sector: SectorCode
  text: string
  dueOn: LocalDate | null
}
export interface ImprovementSuggested {
  type: 'IMPROVEMENT_SUGGESTED'
  matter: MatterId
  sector: SectorCode
  text: string
  /** By when the unit is asked for it; absent or null for an idea that nobody follows. */
  dueOn?: LocalDate | null | undefined
}
export interface ComplaintWithdrawn {
  type: 'COMPLAINT_WITHDRAWN'
  channel: IntakeChannel
  withdrawnOn: LocalDate
  note: string
}

/** The reasons of a decision, as an English notice gives them. */
export interface TranslatedReasons {
  matter: MatterId
  text: string
}
export interface EnglishLetter {
  ground: string
  attestation: boolean
  /** Absent from the notices written before it was asked. */
  reasons?: TranslatedReasons[] | null | undefined
}
export interface ComplainantInformed extends ByLetter {
  type: 'COMPLAINANT_INFORMED'
  channel: ReplyChannel
  sentOn: LocalDate
  text: string
  noRecommendationReason: string | null
  english: EnglishLetter | null
}
export interface ImpossibilityToInformRecorded {
  type: 'IMPOSSIBILITY_TO_INFORM_RECORDED'
  reason: string
  noRecommendationReason: string | null
}

export interface RecommendationAnswered {
  type: 'RECOMMENDATION_ANSWERED'
  recommendation: RecommendationId
  answer: RecommendationAnswer
  plan: string
  dueOn: LocalDate | null
}
export interface ImplementationRecorded {
  type: 'IMPLEMENTATION_RECORDED'
  recommendation: RecommendationId
  evidence: string
  implementedOn: LocalDate
}
export interface RecommendationClosed {
  type: 'RECOMMENDATION_CLOSED'
  recommendation: RecommendationId
  reason: string
}

/** The dossier shows, with others, something that one correction would mend for all. */
export interface ThemeLinked {
  type: 'THEME_LINKED'
  theme: string
  title: string
  reason: string
}

export interface EscalatedToOmbudsman {
  type: 'ESCALATED_TO_OMBUDSMAN'
  escalation: EscalationId
  initiatedBy: EscalationInitiator
  escalatedOn: LocalDate
  ombudsmanFileNumber: string | null
  /** The person agrees that their identity goes to the Protecteur du citoyen. */
  consentGivenOn: LocalDate | null
  reason: string
}
export interface PackageContact {
  name: string
  title: string
  telephone: string
  extension: string | null
}
export interface PackagePrepared {
  type: 'PACKAGE_PREPARED'
  escalation: EscalationId
  withIdentity: boolean
  basis: PackageBasis
  reference: string | null
  contact: PackageContact
}
export interface OmbudsmanRequestRecorded {
  type: 'OMBUDSMAN_REQUEST_RECORDED'
  escalation: EscalationId
  receivedOn: LocalDate
  text: string
  dueOn: LocalDate | null
  /** The reference of the legal demand, when the request is one. */
  legalDemand: string | null
  /** Its own number, when it comes with the request. */
  ombudsmanFileNumber?: string | null | undefined
  /** The person's agreement that their identity goes to the Protecteur du citoyen, when it comes with the request. */
  consentGivenOn?: LocalDate | null | undefined
}
export interface OmbudsmanConclusionRecorded {
  type: 'OMBUDSMAN_CONCLUSION_RECORDED'
  escalation: EscalationId
  receivedOn: LocalDate
  conclusion: string
  recommendations: string[]
}

/** The dates that an open dossier owes once the ministry has changed its calendar. */
export interface DueDatesRecounted {
  type: 'DUE_DATES_RECOUNTED'
  acknowledgementDueOn: LocalDate
  replyDueOn: LocalDate
  /** The line of the journal of administration that changed the calendar. */
  line: number
}

/** A letter left by electronic mail; `line` is the line of the journal that the letter is. */
export interface LetterSent {
  type: 'LETTER_SENT'
  line: number
}
/** A letter did not leave, and nothing more is tried. */
export interface LetterNotSent {
  type: 'LETTER_NOT_SENT'
  line: number
  failure: SendingFailure
}
export interface LetterPosted {
  type: 'LETTER_POSTED'
  line: number
  postedOn: LocalDate
}
export interface LetterSendingAsked {
  type: 'LETTER_SENDING_ASKED'
  line: number
}

/** Somebody was told that a day comes, or that it has passed. */
export interface MilestoneReminded {
  type: 'MILESTONE_REMINDED'
  milestone: MilestoneKind
  reference: string | null
  sector: SectorCode | null
  dueOn: LocalDate
  rung: ReminderRung
  heard: ReminderHearer
}
/** The time has come to look again at what is kept of the person. */
export interface RetentionReviewOpened {
  type: 'RETENTION_REVIEW_OPENED'
  closedOn: LocalDate
}
/** Why a date was not kept, and the unit that answers for it. */
export interface LatenessExplained {
  type: 'LATENESS_EXPLAINED'
  milestone: OwedMilestone
  dueOn: LocalDate
  cause: LatenessCause
  sector: SectorCode | null
  reason: string
}

export interface ComplaintReopened {
  type: 'COMPLAINT_REOPENED'
  matters: MatterId[]
  newFacts: string
  replyDueOn: LocalDate
}
export interface IdentityErased {
  type: 'IDENTITY_ERASED'
  schedule: string
  reason: string
}
export interface LegalHoldPlaced {
  type: 'LEGAL_HOLD_PLACED'
  reference: string
  reason: string
}
export interface LegalHoldLifted {
  type: 'LEGAL_HOLD_LIFTED'
  reason: string
}

export type Event =
  | ComplaintRegistered
  | MatterAdded
  | RegistrationCorrected
  | ReceiptAcknowledged
  | OfficerAssigned
  | ResolvedInformally
  | ContactAttempted
  | ComplainantMessageRecorded
  | RelatedComplaintLinked
  | NoteAdded
  | DocumentAttached
  | MatterAdmitted
  | MatterDeclaredInadmissible
  | ComplainantReferred
  | TransferAuthorizationRequested
  | TransferAuthorizationRecorded
  | ConcertationRecorded
  | ComplaintTransferred
  | DisclosureConsentRequested
  | DisclosureConsentRecorded
  | DisclosureConsentWithdrawn
  | IdentityOpened
  | SectorConsulted
  | SectorReplied
  | ConsultationCancelled
  | CopyReleased
  | ClockSuspended
  | ClockResumed
  | ReplyDateExtended
  | DueDatesRecounted
  | LetterSent
  | LetterNotSent
  | LetterPosted
  | LetterSendingAsked
  | MilestoneReminded
  | LatenessExplained
  | MeritsAssessed
  | ClosedWithoutFurtherAction
  | RecommendationFormulated
  | ImprovementSuggested
  | ComplaintWithdrawn
  | ComplainantInformed
  | ImpossibilityToInformRecorded
  | RecommendationAnswered
  | ImplementationRecorded
  | RecommendationClosed
  | ThemeLinked
  | EscalatedToOmbudsman
  | PackagePrepared
  | OmbudsmanRequestRecorded
  | OmbudsmanConclusionRecorded
  | ComplaintReopened
  | RetentionReviewOpened
  | IdentityErased
  | LegalHoldPlaced
  | LegalHoldLifted

export type EventType = Event['type']

/** An event as a line of the journal: which line, who, as what, when. */
export interface Recorded<E extends Event = Event> {
  readonly seq: number
  /** The instant, ISO 8601 in UTC. */
  readonly at: string
  /** The day of that instant in the ministry's time zone. */
  readonly on: LocalDate
  readonly by: StaffId
  readonly role: ActingRole
  /** Why a passage that looked identifying was kept. */
  readonly confirmation: string | null
  readonly event: E
}
