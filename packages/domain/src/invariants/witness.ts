import type { LocalDate } from '../calendar/localDate.ts'
import type { SectorCode } from '../confidentiality/permits.ts'
import type { MatterId, Recorded } from '../events.ts'
import type { Outcome } from '../tables/outcomes.ts'
import type { InformationCategory } from '../tables/procedure.ts'
import type { BodyReference } from '../tables/referrals.ts'

/**
 * What an attentive reader of the journal would remember, told apart from the rules: a second account, against which
 * the first one is checked. It reads events and nothing else.
 */
interface MatterSeen {
  sector: SectorCode
  staff: readonly string[]
  admitted: boolean
  outside: boolean
  authorised: boolean
  agreed: boolean
  asked: boolean
  outcome: Outcome | null
  reasons: string
  refusedConsentCause: boolean
  /** Where the person was told to go. */
  bodies: readonly BodyReference[]
  /** The body asked to receive the matter. */
  askedOf: BodyReference | null
  findings: number
}

interface ConsentSeen {
  line: number
  askedOn: LocalDate
  categories: readonly InformationCategory[]
  answer: boolean | null
  answeredOn: LocalDate | null
  until: LocalDate | null
  withdrawn: boolean
  /** The dossier closed on it, and it had no last day. */
  lapsed: boolean
}

export interface Witness {
  lines: number
  written: string[]
  receivedOn: LocalDate
  edition: string
  anonymous: boolean
  channels: number
  matters: Map<MatterId, MatterSeen>
  /** The latest permission asked for each sector. */
  consents: Map<SectorCode, ConsentSeen>
  attemptsInVain: number
  consulted: Set<SectorCode>
  /** The sectors consulted on each matter. */
  consultedOn: Map<MatterId, Set<SectorCode>>
  openConsultations: Set<string>
  recommended: Set<MatterId>
  /** Recommendations whose follow-up goes on, and recourses without a conclusion. */
  followed: Set<string>
  pending: Set<string>
  addressed: Set<SectorCode>
  /** Sectors that a notice has let know of a recommendation. */
  told: Set<SectorCode>
  consentToOmbudsman: Set<string>
  demandOfOmbudsman: Set<string>
  ended: boolean
  closed: boolean
  closings: number
  reopenings: number
  held: boolean
  erased: boolean
  /** Who wrote themselves out of the complaint. */
  wroteThemselvesOut: Set<string>
}

export const newWitness = (): Witness => ({
  lines: 0,
  written: [],
  receivedOn: '',
  edition: '',
  anonymous: false,
  channels: 0,
  matters: new Map(),
  consents: new Map(),
  attemptsInVain: 0,
  consulted: new Set(),
  consultedOn: new Map(),
  openConsultations: new Set(),
  recommended: new Set(),
  followed: new Set(),
  pending: new Set(),
  addressed: new Set(),
  told: new Set(),
  consentToOmbudsman: new Set(),
  demandOfOmbudsman: new Set(),
  ended: false,
  closed: false,
  closings: 0,
  reopenings: 0,
  held: false,
  erased: false,
  wroteThemselvesOut: new Set(),
})

const fresh = {
  admitted: false,
  outside: false,
  authorised: false,
  agreed: false,
  asked: false,
  outcome: null,
} as const
const unsaid = { reasons: '', refusedConsentCause: false, bodies: [], askedOf: null, findings: 0 } as const

export const isAbout = (witness: Witness, id: string, sector: SectorCode | null): boolean => {
  for (const matter of witness.matters.values())
    if (matter.staff.includes(id) || (sector !== null && matter.sector === sector)) return true
  return false
}

/** The witness reads one more line. */
export function reads(witness: Witness, { seq, event, by }: Recorded): void {
  witness.lines = seq
  witness.written.push(JSON.stringify(event))
  const change = (id: MatterId, seen: Partial<MatterSeen>) => {
    const matter = witness.matters.get(id)
    if (matter) Object.assign(matter, seen)
  }
  // What the person did themselves needs no reasons of the ministry.
  const endAll = (outcome: Outcome) => {
    witness.ended = true
    for (const matter of witness.matters.values())
      if (matter.outcome === null || matter.asked) Object.assign(matter, { outcome, ...unsaid, asked: false })
  }
  switch (event.type) {
    case 'COMPLAINT_REGISTERED':
      Object.assign(witness, {
        receivedOn: event.receivedOn,
        edition: event.edition,
        anonymous: event.anonymous,
        channels: event.replyChannels.length,
      })
      break
    case 'MATTER_ADDED':
      witness.matters.set(event.matter, { sector: event.sector, staff: event.concernedStaff, ...fresh, ...unsaid })
      break
    case 'REGISTRATION_CORRECTED': {
      const { receivedOn, edition, anonymous, replyChannels } = event.registration
      witness.receivedOn = receivedOn ?? witness.receivedOn
      witness.edition = edition ?? witness.edition
      witness.anonymous = anonymous ?? witness.anonymous
      witness.channels = replyChannels?.length ?? witness.channels
      const wasAbout = isAbout(witness, by, null)
      if (event.matter?.sector) change(event.matter.matter, { sector: event.matter.sector })
      if (event.matter?.concernedStaff) change(event.matter.matter, { staff: event.matter.concernedStaff })
      if (wasAbout && !isAbout(witness, by, null)) witness.wroteThemselvesOut.add(by)
      break
    }
    case 'CONTACT_ATTEMPTED':
      witness.attemptsInVain = event.reached ? 0 : witness.attemptsInVain + 1
      break
    case 'MATTER_ADMITTED':
      change(event.matter, { admitted: true })
      break
    case 'MATTER_DECLARED_INADMISSIBLE':
      change(event.matter, {
        outcome: 'INADMISSIBLE',
        reasons: event.reasons,
        bodies: event.grounds.flatMap(({ bodies }) => bodies ?? []),
        outside: event.grounds.some(({ ground }) => ground === 'OUTSIDE_MINISTRY_RESPONSIBILITY'),
      })
      break
    case 'COMPLAINANT_REFERRED':
      change(event.matter, { outcome: 'REFERRED', bodies: event.bodies })
      break
    case 'TRANSFER_AUTHORIZATION_REQUESTED':
      change(event.matter, { asked: true, authorised: false, agreed: false, askedOf: event.body })
      break
    case 'TRANSFER_AUTHORIZATION_RECORDED':
      change(event.matter, { authorised: event.answer === 'GRANTED', asked: event.answer === 'GRANTED' })
      break
    case 'CONCERTATION_RECORDED':
      change(event.matter, event.accepts ? { agreed: true } : { ...fresh, ...unsaid })
      break
    case 'COMPLAINT_TRANSFERRED':
      change(event.matter, {
        outcome: 'TRANSFERRED',
        asked: false,
        bodies: [witness.matters.get(event.matter)?.askedOf ?? { code: 'OTHER_BODY' }],
      })
      break
    case 'DISCLOSURE_CONSENT_REQUESTED':
      for (const sector of event.sectors)
        witness.consents.set(sector, {
          line: seq,
          askedOn: event.askedOn,
          categories: event.categories,
          answer: null,
          answeredOn: null,
          until: null,
          withdrawn: false,
          lapsed: false,
        })
      break
    case 'DISCLOSURE_CONSENT_RECORDED': {
      const asked = witness.consents.get(event.sector)
      if (asked) Object.assign(asked, { answer: event.granted, answeredOn: event.answeredOn, until: event.validUntil })
      break
    }
    case 'DISCLOSURE_CONSENT_WITHDRAWN': {
      const asked = witness.consents.get(event.sector)
      if (asked) asked.withdrawn = true
      break
    }
    case 'SECTOR_CONSULTED':
      witness.consulted.add(event.sector)
      witness.consultedOn.set(event.matter, new Set(witness.consultedOn.get(event.matter)).add(event.sector))
      witness.openConsultations.add(event.consultation)
      break
    case 'SECTOR_REPLIED':
    case 'CONSULTATION_CANCELLED':
      witness.openConsultations.delete(event.consultation)
      break
    case 'MERITS_ASSESSED': {
      const findings = (witness.matters.get(event.matter)?.findings ?? 0) + 1
      change(event.matter, { outcome: event.finding, reasons: event.reasons, findings })
      break
    }
    case 'CLOSED_WITHOUT_FURTHER_ACTION':
      change(event.matter, {
        outcome: 'CLOSED_WITHOUT_FURTHER_ACTION',
        reasons: event.reasons,
        refusedConsentCause: event.cause === 'CONSENT_REFUSED',
      })
      break
    case 'RECOMMENDATION_FORMULATED':
      witness.recommended.add(event.matter)
      witness.followed.add(event.recommendation)
      witness.addressed.add(event.sector)
      break
    case 'IMPROVEMENT_SUGGESTED':
      witness.addressed.add(event.sector)
      if (witness.closed) witness.told.add(event.sector)
      break
    case 'COMPLAINT_WITHDRAWN':
      endAll('WITHDRAWN')
      break
    case 'RESOLVED_INFORMALLY':
      endAll('RESOLVED_INFORMALLY')
      break
    case 'COMPLAINANT_INFORMED':
    case 'IMPOSSIBILITY_TO_INFORM_RECORDED':
      witness.closed = true
      witness.closings += 1
      for (const sector of witness.addressed) witness.told.add(sector)
      for (const consent of witness.consents.values()) if (consent.answer && !consent.until) consent.lapsed = true
      break
    case 'RECOMMENDATION_CLOSED':
      witness.followed.delete(event.recommendation)
      break
    case 'ESCALATED_TO_OMBUDSMAN':
      witness.pending.add(event.escalation)
      if (event.consentGivenOn) witness.consentToOmbudsman.add(event.escalation)
      break
    case 'OMBUDSMAN_REQUEST_RECORDED':
      if (event.legalDemand) witness.demandOfOmbudsman.add(event.escalation)
      if (event.consentGivenOn) witness.consentToOmbudsman.add(event.escalation)
      break
    case 'OMBUDSMAN_CONCLUSION_RECORDED':
      witness.pending.delete(event.escalation)
      break
    case 'COMPLAINT_REOPENED':
      if (witness.closed) witness.reopenings += 1
      Object.assign(witness, { closed: false, ended: false })
      for (const id of event.matters) change(id, { ...fresh, ...unsaid })
      break
    case 'IDENTITY_ERASED':
      witness.erased = true
      break
    case 'LEGAL_HOLD_PLACED':
      witness.held = true
      break
    case 'LEGAL_HOLD_LIFTED':
      witness.held = false
      break
  }
}

/** What the process allows the sector to know on a day, told from the journal alone. */
export function isGranted(
  { consents }: Witness,
  sector: SectorCode,
  on: LocalDate,
  scope: readonly InformationCategory[],
): boolean {
  const consent = consents.get(sector)
  if (consent?.answer !== true || consent.withdrawn || consent.lapsed) return false
  if (consent.until !== null && consent.until < on) return false
  return scope.every(category => consent.categories.includes(category))
}

/** True when a refusal touches the matter: its sector, one consulted on it, or one that touches no other matter. */
export function isRefusedOn({ consents, matters, consultedOn }: Witness, id: MatterId): boolean {
  const touches = (sector: SectorCode, matter: MatterId) =>
    matters.get(matter)?.sector === sector || consultedOn.get(matter)?.has(sector) === true
  const foreign = (sector: SectorCode) => [...matters.keys()].every(other => other === id || !touches(sector, other))
  return [...consents].some(([sector, { answer }]) => answer === false && (touches(sector, id) || foreign(sector)))
}
