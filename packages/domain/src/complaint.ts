import type { LocalDate } from './calendar/localDate.ts'
import type { SectorCode, StaffId } from './confidentiality/permits.ts'
import { type Dispatch, dispatchesAfter } from './dispatches.ts'
import type {
  CitedGround,
  ComplaintRegistered,
  ConsultationId,
  CopyReleased,
  DossierId,
  EscalatedToOmbudsman,
  EscalationId,
  LatenessExplained,
  MatterContent,
  MatterId,
  MeritsAssessed,
  MilestoneReminded,
  RecommendationFormulated,
  RecommendationId,
  Recorded,
  SealedRef,
  SectorConsulted,
} from './events.ts'
import type { ReplyChannel } from './tables/channels.ts'
import type { Outcome, Phase } from './tables/outcomes.ts'
import type {
  AuthorizationAnswer,
  InformationCategory,
  RecommendationAnswer,
  SuspensionCause,
  WithoutFurtherActionCause,
} from './tables/procedure.ts'
import type { BodyReference } from './tables/referrals.ts'

export type MatterStage = 'TO_EXAMINE' | 'UNDER_ANALYSIS' | 'IN_TRANSFER' | 'DECIDED'

export interface Transfer {
  body: BodyReference
  requestedOn: LocalDate
  answer: AuthorizationAnswer | null
  answeredOn: LocalDate | null
  bodyAccepts: boolean | null
  /** The day the body agreed to receive the matter. */
  agreedOn: LocalDate | null
}

/** One motif of the complaint, with what was decided of it. */
export interface Matter extends MatterContent {
  id: MatterId
  stage: MatterStage
  outcome: Outcome | null
  decidedOn: LocalDate | null
  /** The decision's own reasons, as the notice must give them. */
  reasons: string
  grounds: CitedGround[]
  /** Where the person was told to go, when they were. */
  referredTo: BodyReference[]
  transfer: Transfer | null
  assessment: MeritsAssessed | null
  withoutFurtherActionCause: WithoutFurtherActionCause | null
}

/** A permission asked for one sector; `answer` is null while the person has not answered. */
export interface Consent {
  sector: SectorCode
  purpose: string
  categories: InformationCategory[]
  askedOn: LocalDate
  answer: 'GRANTED' | 'REFUSED' | null
  answeredOn: LocalDate | null
  validUntil: LocalDate | null
  withdrawnOn: LocalDate | null
  /** The day the dossier closed on a permission that had no last day: it does not come back with a reopening. */
  endedOn: LocalDate | null
}

export interface Consultation extends Omit<SectorConsulted, 'type' | 'consultation'> {
  id: ConsultationId
  askedOn: LocalDate
  reply: string | null
  repliedOn: LocalDate | null
  cancelled: boolean
}

export interface Recommendation extends Omit<RecommendationFormulated, 'type' | 'recommendation'> {
  id: RecommendationId
  answer: RecommendationAnswer | null
  answeredOn: LocalDate | null
  plan: string | null
  /** The day it reached its sector: that of the notice, whatever becomes of the dossier afterwards. */
  issuedOn: LocalDate | null
  implementedOn: LocalDate | null
  evidence: string | null
  closedOn: LocalDate | null
}

export interface Escalation extends Omit<EscalatedToOmbudsman, 'type' | 'escalation'> {
  id: EscalationId
  legalDemand: string | null
  /** What the Protecteur du citoyen asked last, until a package answers it. */
  request: { receivedOn: LocalDate; dueOn: LocalDate | null } | null
  packages: number
  concludedOn: LocalDate | null
}

export interface Clock {
  acknowledgementDueOn: LocalDate
  replyDueOn: LocalDate
  /** From which day the reply date is counted, and how many suspensions that day already takes into account. */
  origin: { on: LocalDate; suspensions: number }
  suspendedFrom: LocalDate | null
  suspendedFor: SuspensionCause | null
  suspensions: { from: LocalDate; to: LocalDate; reason: string }[]
  extensions: { from: LocalDate; to: LocalDate; reason: string }[]
}

/** A reminder that was given, and on which day. */
export interface Reminder extends Omit<MilestoneReminded, 'type'> {
  on: LocalDate
}

export interface ContactAttempt {
  channel: ReplyChannel
  attemptedOn: LocalDate
  reached: boolean
}

/** An original in the vault, and what may be said of it outside. */
export interface Attachment {
  attachment: SealedRef
  description: string
  mediaType: string
  bytes: number
  on: LocalDate
}

/** A copy that a sector may read, and what may be said of it. */
export interface ReleasedCopy extends Omit<CopyReleased, 'type' | 'originalSha256' | 'sha256'> {
  on: LocalDate
}

/** What a dossier remembers: nothing but what its journal says, and never the person's identity. */
export interface Complaint {
  /** How many lines the journal has; 0 before registration. */
  version: number
  registration: Omit<ComplaintRegistered, 'type'> | null
  registeredOn: LocalDate | null
  matters: Matter[]
  officer: StaffId | null
  acknowledgedOn: LocalDate | null
  clock: Clock | null
  reminders: Reminder[]
  latenesses: Omit<LatenessExplained, 'type'>[]
  contactAttempts: ContactAttempt[]
  consents: Consent[]
  consultations: Consultation[]
  recommendations: Recommendation[]
  /** Under the same shape as recommendations: they are answered and carried out alike. */
  improvementLeads: Recommendation[]
  /** The themes that link this dossier to others. */
  themes: { theme: string; title: string }[]
  related: DossierId[]
  attachments: Attachment[]
  copies: ReleasedCopy[]
  /** How the person's own act ended the dossier, if it did. */
  ended: Extract<Outcome, 'WITHDRAWN' | 'RESOLVED_INFORMALLY'> | null
  closedOn: LocalDate | null
  informed: boolean | null
  /** The letters on their way to the person, and those that arrived there. */
  dispatches: readonly Dispatch[]
  escalations: Escalation[]
  reopenings: number
  legalHold: string | null
  erasedOn: LocalDate | null
  /** The closing after which keeping the identity was last looked at again. */
  retentionReviewedFor: LocalDate | null
}

export const unregistered: Complaint = {
  version: 0,
  registration: null,
  registeredOn: null,
  matters: [],
  officer: null,
  acknowledgedOn: null,
  clock: null,
  reminders: [],
  latenesses: [],
  contactAttempts: [],
  consents: [],
  consultations: [],
  recommendations: [],
  improvementLeads: [],
  themes: [],
  related: [],
  attachments: [],
  copies: [],
  ended: null,
  closedOn: null,
  informed: null,
  dispatches: [],
  escalations: [],
  reopenings: 0,
  legalHold: null,
  erasedOn: null,
  retentionReviewedFor: null,
}

const changing = <T extends { id: string }>(items: T[], id: string, change: (item: T) => Partial<T>): T[] =>
  items.map(item => (item.id === id ? { ...item, ...change(item) } : item))

const onMatter = (complaint: Complaint, id: MatterId, change: Partial<Matter>): Complaint => ({
  ...complaint,
  matters: changing(complaint.matters, id, () => change),
})

const unanswered = {
  answer: null,
  answeredOn: null,
  plan: null,
  issuedOn: null,
  implementedOn: null,
  evidence: null,
  closedOn: null,
} as const

/** What is asked of a unit, recommendation or lead, changes the same way. */
const onFollowUp = (
  complaint: Complaint,
  id: RecommendationId,
  change: (before: Recommendation) => Partial<Recommendation>,
): Complaint => ({
  ...complaint,
  recommendations: changing(complaint.recommendations, id, change),
  improvementLeads: changing(complaint.improvementLeads, id, change),
})

const decided = (on: LocalDate, outcome: Outcome, reasons: string) =>
  ({ stage: 'DECIDED', outcome, decidedOn: on, reasons }) as const

const undecided = {
  outcome: null,
  decidedOn: null,
  reasons: '',
  grounds: [],
  referredTo: [],
  transfer: null,
  assessment: null,
} as const

/** The person's own act ends every matter that has no outcome yet. */
const endedBy = (complaint: Complaint, ended: 'WITHDRAWN' | 'RESOLVED_INFORMALLY', on: LocalDate, reasons: string) => ({
  ...complaint,
  ended,
  matters: complaint.matters.map(matter =>
    matter.stage === 'DECIDED' ? matter : { ...matter, ...decided(on, ended, reasons) },
  ),
})

/** With the notice, or what stands for it, recommendations reach their sectors and permissions without a last day end. */
const closed = (complaint: Complaint, on: LocalDate, informed: boolean): Complaint => ({
  ...complaint,
  closedOn: on,
  informed,
  recommendations: complaint.recommendations.map(each => ({ ...each, issuedOn: each.issuedOn ?? on })),
  improvementLeads: complaint.improvementLeads.map(each => ({ ...each, issuedOn: each.issuedOn ?? on })),
  consents: complaint.consents.map(consent =>
    consent.answer === 'GRANTED' && !consent.validUntil ? { ...consent, endedOn: consent.endedOn ?? on } : consent,
  ),
})

const clockOf = (complaint: Complaint, change: Partial<Clock>): Complaint =>
  complaint.clock ? { ...complaint, clock: { ...complaint.clock, ...change } } : complaint

const latestConsent = (consents: Consent[], sector: SectorCode, change: Partial<Consent>): Consent[] => {
  const index = consents.findLastIndex(consent => consent.sector === sector)
  return consents.map((consent, at) => (at === index ? { ...consent, ...change } : consent))
}

function applied(complaint: Complaint, { event, on }: Recorded): Complaint {
  switch (event.type) {
    case 'COMPLAINT_REGISTERED': {
      const { type: _, ...registration } = event
      const { acknowledgementDueOn, replyDueOn } = event
      const running = { suspendedFrom: null, suspendedFor: null, suspensions: [], extensions: [] }
      const origin = { on: event.receivedOn, suspensions: 0 }
      const clock = { acknowledgementDueOn, replyDueOn, origin, ...running }
      return { ...complaint, registration, registeredOn: on, clock }
    }
    case 'MATTER_ADDED': {
      const { type: _, matter: id, ...content } = event
      const matter: Matter = {
        id,
        ...content,
        ...undecided,
        stage: 'TO_EXAMINE',
        withoutFurtherActionCause: null,
        grounds: [],
        referredTo: [],
      }
      return { ...complaint, matters: [...complaint.matters, matter] }
    }
    case 'REGISTRATION_CORRECTED': {
      const { registration, matter } = event
      const corrected: Complaint = complaint.registration
        ? { ...complaint, registration: { ...complaint.registration, ...registration } }
        : complaint
      const { acknowledgementDueOn, replyDueOn } = registration
      const clocked = clockOf(corrected, {
        ...(acknowledgementDueOn && { acknowledgementDueOn }),
        ...(replyDueOn && { replyDueOn }),
        ...(registration.receivedOn && { origin: { on: registration.receivedOn, suspensions: 0 } }),
      })
      if (!matter) return clocked
      const { matter: id, ...content } = matter
      return onMatter(clocked, id, content)
    }
    case 'RECEIPT_ACKNOWLEDGED':
      return { ...complaint, acknowledgedOn: event.sentOn }
    case 'OFFICER_ASSIGNED':
      return { ...complaint, officer: event.officer }
    case 'RESOLVED_INFORMALLY':
      return endedBy(complaint, 'RESOLVED_INFORMALLY', on, event.agreement)
    case 'CONTACT_ATTEMPTED': {
      const { channel, attemptedOn, reached } = event
      return { ...complaint, contactAttempts: [...complaint.contactAttempts, { channel, attemptedOn, reached }] }
    }
    case 'COMPLAINANT_MESSAGE_RECORDED':
    case 'LETTER_SENT':
    case 'LETTER_NOT_SENT':
    case 'LETTER_POSTED':
    case 'LETTER_SENDING_ASKED':
    case 'NOTE_ADDED':
    case 'IDENTITY_OPENED':
      return complaint
    case 'RELATED_COMPLAINT_LINKED':
      return { ...complaint, related: [...complaint.related, event.related] }
    case 'DOCUMENT_ATTACHED': {
      const { attachment, description, mediaType, bytes } = event
      return {
        ...complaint,
        attachments: [...complaint.attachments, { attachment, description, mediaType, bytes, on }],
      }
    }

    case 'MATTER_ADMITTED':
      return onMatter(complaint, event.matter, { stage: 'UNDER_ANALYSIS' })
    case 'MATTER_DECLARED_INADMISSIBLE':
      return onMatter(complaint, event.matter, {
        ...decided(on, 'INADMISSIBLE', event.reasons),
        grounds: event.grounds,
      })

    case 'COMPLAINANT_REFERRED':
      return onMatter(complaint, event.matter, { outcome: 'REFERRED', decidedOn: on, referredTo: event.bodies })
    case 'TRANSFER_AUTHORIZATION_REQUESTED':
      return onMatter(complaint, event.matter, {
        stage: 'IN_TRANSFER',
        transfer: {
          body: event.body,
          requestedOn: on,
          answer: null,
          answeredOn: null,
          bodyAccepts: null,
          agreedOn: null,
        },
      })
    case 'TRANSFER_AUTHORIZATION_RECORDED':
      return {
        ...complaint,
        matters: changing(complaint.matters, event.matter, ({ transfer }) => ({
          stage: event.answer === 'GRANTED' ? 'IN_TRANSFER' : 'DECIDED',
          transfer: transfer && { ...transfer, answer: event.answer, answeredOn: event.answeredOn },
        })),
      }
    case 'CONCERTATION_RECORDED':
      // A body that declines sends the matter back to admissibility.
      return event.accepts
        ? {
            ...complaint,
            matters: changing(complaint.matters, event.matter, ({ transfer }) => ({
              transfer: transfer && { ...transfer, bodyAccepts: true, agreedOn: event.heldOn },
            })),
          }
        : onMatter(complaint, event.matter, { ...undecided, grounds: [], referredTo: [], stage: 'TO_EXAMINE' })
    case 'COMPLAINT_TRANSFERRED':
      return onMatter(complaint, event.matter, { stage: 'DECIDED', outcome: 'TRANSFERRED', decidedOn: on })

    case 'DISCLOSURE_CONSENT_REQUESTED': {
      const { sectors, purpose, categories, askedOn } = event
      const pending = {
        purpose,
        categories,
        askedOn,
        answer: null,
        answeredOn: null,
        validUntil: null,
        withdrawnOn: null,
        endedOn: null,
      }
      return { ...complaint, consents: [...complaint.consents, ...sectors.map(sector => ({ sector, ...pending }))] }
    }
    case 'DISCLOSURE_CONSENT_RECORDED': {
      const { sector, granted, answeredOn, validUntil } = event
      const answer = granted ? 'GRANTED' : 'REFUSED'
      return { ...complaint, consents: latestConsent(complaint.consents, sector, { answer, answeredOn, validUntil }) }
    }
    case 'DISCLOSURE_CONSENT_WITHDRAWN': {
      const { sector, withdrawnOn } = event
      return { ...complaint, consents: latestConsent(complaint.consents, sector, { withdrawnOn }) }
    }

    case 'SECTOR_CONSULTED': {
      const { type: _, consultation: id, ...asked } = event
      const consultation = { id, ...asked, askedOn: on, reply: null, repliedOn: null, cancelled: false }
      return { ...complaint, consultations: [...complaint.consultations, consultation] }
    }
    case 'SECTOR_REPLIED': {
      const { reply, repliedOn } = event
      const consultations = changing(complaint.consultations, event.consultation, () => ({ reply, repliedOn }))
      return { ...complaint, consultations }
    }
    case 'COPY_RELEASED': {
      const { consultation, attachment, copy, description, mediaType, bytes } = event
      const released = { consultation, attachment, copy, description, mediaType, bytes, on }
      return { ...complaint, copies: [...complaint.copies, released] }
    }
    case 'CONSULTATION_CANCELLED': {
      const consultations = changing(complaint.consultations, event.consultation, () => ({ cancelled: true }))
      return { ...complaint, consultations }
    }
    case 'CLOCK_SUSPENDED':
      return clockOf(complaint, { suspendedFrom: event.from, suspendedFor: event.cause })
    case 'CLOCK_RESUMED': {
      const from = complaint.clock?.suspendedFrom ?? event.to
      const suspensions = [...(complaint.clock?.suspensions ?? []), { from, to: event.to, reason: event.reason }]
      return clockOf(complaint, { suspendedFrom: null, suspendedFor: null, suspensions, replyDueOn: event.replyDueOn })
    }
    case 'REPLY_DATE_EXTENDED': {
      const { from, to, reason } = event
      const extensions = [...(complaint.clock?.extensions ?? []), { from, to, reason }]
      const origin = { on: to, suspensions: complaint.clock?.suspensions.length ?? 0 }
      return clockOf(complaint, { extensions, replyDueOn: to, origin })
    }
    case 'DUE_DATES_RECOUNTED': {
      const { acknowledgementDueOn, replyDueOn } = event
      return clockOf(complaint, { acknowledgementDueOn, replyDueOn })
    }

    case 'MILESTONE_REMINDED': {
      const { type: _, ...reminder } = event
      return { ...complaint, reminders: [...complaint.reminders, { ...reminder, on }] }
    }
    case 'LATENESS_EXPLAINED': {
      const { type: _, ...lateness } = event
      return { ...complaint, latenesses: [...complaint.latenesses, lateness] }
    }

    case 'MERITS_ASSESSED':
      return onMatter(complaint, event.matter, {
        ...decided(on, event.finding, event.reasons),
        assessment: event,
      })
    case 'CLOSED_WITHOUT_FURTHER_ACTION':
      return onMatter(complaint, event.matter, {
        ...decided(on, 'CLOSED_WITHOUT_FURTHER_ACTION', event.reasons),
        withoutFurtherActionCause: event.cause,
      })
    case 'RECOMMENDATION_FORMULATED': {
      const { type: _, recommendation: id, ...formulated } = event
      const recommendation = { id, ...formulated, ...unanswered }
      return { ...complaint, recommendations: [...complaint.recommendations, recommendation] }
    }
    case 'IMPROVEMENT_SUGGESTED': {
      const { matter, sector, text, dueOn = null } = event
      const id = `P${complaint.improvementLeads.length + 1}`
      // Once the person has been told, a lead reaches its unit at once.
      const issuedOn = complaint.closedOn ? on : null
      const lead = { id, matter, sector, text, dueOn, ...unanswered, issuedOn }
      return { ...complaint, improvementLeads: [...complaint.improvementLeads, lead] }
    }
    case 'COMPLAINT_WITHDRAWN':
      return endedBy(complaint, 'WITHDRAWN', on, event.note)

    case 'COMPLAINANT_INFORMED':
      return closed(complaint, on, true)
    case 'IMPOSSIBILITY_TO_INFORM_RECORDED':
      return closed(complaint, on, false)

    case 'RECOMMENDATION_ANSWERED': {
      const { answer, plan, dueOn } = event
      return onFollowUp(complaint, event.recommendation, before => ({
        answer,
        answeredOn: on,
        plan,
        dueOn: dueOn ?? before.dueOn,
      }))
    }
    case 'IMPLEMENTATION_RECORDED': {
      const { implementedOn, evidence } = event
      return onFollowUp(complaint, event.recommendation, () => ({ implementedOn, evidence }))
    }
    case 'RECOMMENDATION_CLOSED':
      return onFollowUp(complaint, event.recommendation, () => ({ closedOn: on }))
    case 'THEME_LINKED': {
      const { theme, title } = event
      return { ...complaint, themes: [...complaint.themes, { theme, title }] }
    }

    case 'ESCALATED_TO_OMBUDSMAN': {
      const { type: _, escalation: id, ...escalated } = event
      const escalation = { id, ...escalated, legalDemand: null, request: null, packages: 0, concludedOn: null }
      return { ...complaint, escalations: [...complaint.escalations, escalation] }
    }
    case 'PACKAGE_PREPARED':
      return {
        ...complaint,
        escalations: changing(complaint.escalations, event.escalation, ({ packages }) => ({
          packages: packages + 1,
          request: null,
        })),
      }
    case 'OMBUDSMAN_REQUEST_RECORDED':
      return {
        ...complaint,
        escalations: changing(complaint.escalations, event.escalation, known => ({
          legalDemand: event.legalDemand ?? known.legalDemand,
          ombudsmanFileNumber: event.ombudsmanFileNumber ?? known.ombudsmanFileNumber,
          consentGivenOn: event.consentGivenOn ?? known.consentGivenOn,
          request: { receivedOn: event.receivedOn, dueOn: event.dueOn },
        })),
      }
    case 'OMBUDSMAN_CONCLUSION_RECORDED': {
      const escalations = changing(complaint.escalations, event.escalation, () => ({ concludedOn: event.receivedOn }))
      return { ...complaint, escalations }
    }

    case 'COMPLAINT_REOPENED': {
      // The earlier decision stays in the journal; the matter is examined anew.
      const matters = complaint.matters.map(matter =>
        event.matters.includes(matter.id)
          ? {
              ...matter,
              ...undecided,
              grounds: [],
              referredTo: [],
              withoutFurtherActionCause: null,
              stage: 'TO_EXAMINE' as const,
            }
          : matter,
      )
      const reopened = { ...complaint, matters, ended: null, closedOn: null, informed: null }
      // The reply date is counted anew: what stopped the clock before belongs to the earlier decision.
      const origin = { on, suspensions: complaint.clock?.suspensions.length ?? 0 }
      const clock = { replyDueOn: event.replyDueOn, origin, suspendedFrom: null, suspendedFor: null }
      return clockOf({ ...reopened, reopenings: complaint.reopenings + 1 }, clock)
    }
    case 'RETENTION_REVIEW_OPENED':
      return { ...complaint, retentionReviewedFor: event.closedOn }
    case 'IDENTITY_ERASED':
      return { ...complaint, erasedOn: on }
    case 'LEGAL_HOLD_PLACED':
      return { ...complaint, legalHold: event.reference }
    case 'LEGAL_HOLD_LIFTED':
      return { ...complaint, legalHold: null }
  }
}

/** The dossier after one more line of its journal. */
export const evolve = (complaint: Complaint, line: Recorded): Complaint => ({
  ...applied(complaint, line),
  dispatches: dispatchesAfter(complaint.dispatches, line),
  version: line.seq,
})

/** The dossier as its journal tells it. */
export const replay = (lines: Iterable<Recorded>): Complaint => {
  let complaint = unregistered
  for (const line of lines) complaint = evolve(complaint, line)
  return complaint
}

/** Where the dossier stands, from the stages of its matters. */
export function phaseOf({ closedOn, matters }: Pick<Complaint, 'closedOn' | 'matters'>): Phase {
  if (closedOn) return 'CLOSED'
  const stages = matters.map(({ stage }) => stage)
  if (stages.includes('TO_EXAMINE')) return 'TO_EXAMINE'
  if (stages.includes('UNDER_ANALYSIS')) return 'UNDER_ANALYSIS'
  if (stages.includes('IN_TRANSFER')) return 'IN_TRANSFER'
  return 'READY_FOR_NOTICE'
}
