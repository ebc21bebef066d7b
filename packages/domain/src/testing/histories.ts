import type {
  ComplainantInformed,
  ComplaintRegistered,
  CriterionAnswer,
  DisclosureConsentRecorded,
  DisclosureConsentRequested,
  MatterAdded,
  MatterAdmitted,
  MatterDeclaredInadmissible,
  MeritsAssessed,
  OfficerAssigned,
  SectorConsulted,
} from '../events.ts'
import { assessmentCriteria, type Criterion } from '../tables/assessmentCriteria.ts'

/** Small histories of an invented complaint, received by telephone on 1 June 2026. */
export const registered: ComplaintRegistered = {
  type: 'COMPLAINT_REGISTERED',
  fileNumber: 'PL-2026-00001',
  edition: '2024-01-17',
  intakeChannel: 'PHONE',
  receivedOn: '2026-06-01',
  anonymous: false,
  replyChannels: ['PHONE'],
  language: 'FR',
  representative: null,
  factsKnownOn: '2026-05-20',
  identity: 'sealed-identity',
  words: 'sealed-words',
  acknowledgementDueOn: '2026-06-08',
  replyDueOn: '2026-06-30',
}

export const anonymous: ComplaintRegistered = { ...registered, anonymous: true, identity: null, replyChannels: [] }

export const matterAdded: MatterAdded = {
  type: 'MATTER_ADDED',
  matter: 'M1',
  subject: 'Délai de réponse',
  sector: 'AMENAGEMENT',
  service: null,
  statement: 'La demande est restée plusieurs mois sans réponse.',
  concernedStaff: [],
  referralSubject: null,
}

export const assigned: OfficerAssigned = { type: 'OFFICER_ASSIGNED', officer: 'agente' }
export const admitted: MatterAdmitted = { type: 'MATTER_ADMITTED', matter: 'M1', reasons: '' }

export const outside: MatterDeclaredInadmissible = {
  type: 'MATTER_DECLARED_INADMISSIBLE',
  matter: 'M1',
  grounds: [{ ground: 'OUTSIDE_MINISTRY_RESPONSIBILITY', bodies: [{ code: 'COMMISSION_MUNICIPALE' }] }],
  reasons: 'Le sujet relève d’un autre organisme.',
}

export const consulted: SectorConsulted = {
  type: 'SECTOR_CONSULTED',
  consultation: 'C1',
  matter: 'M1',
  sector: 'AMENAGEMENT',
  purpose: 'FACTS',
  statement: 'La demande est restée plusieurs mois sans réponse.',
  question: 'Quand la demande a-t-elle été traitée ?',
  dueOn: '2026-06-22',
}

export const consentRequested: DisclosureConsentRequested = {
  type: 'DISCLOSURE_CONSENT_REQUESTED',
  sectors: ['AMENAGEMENT'],
  purpose: 'Retrouver la demande en cause.',
  categories: ['IDENTITY', 'WORDS'],
  explained: 'Ce qui serait communiqué, à qui, pourquoi.',
  channel: 'PHONE',
  askedOn: '2026-06-08',
}

export const consentGranted: DisclosureConsentRecorded = {
  type: 'DISCLOSURE_CONSENT_RECORDED',
  sector: 'AMENAGEMENT',
  granted: true,
  channel: 'PHONE',
  answeredOn: '2026-06-08',
  validUntil: null,
}

export const consentRefused: DisclosureConsentRecorded = { ...consentGranted, granted: false }

const answered =
  (met: readonly Criterion[]) =>
  (criterion: Criterion): CriterionAnswer => ({
    criterion,
    met: met.includes(criterion),
    reason: 'Voir les constats.',
    standard: 'Réponse dans le délai annoncé',
    gap: 'Quinze jours de plus',
    errorKind: 'OMISSION',
    rule: 'La politique de service',
  })

/** An answer to each criterion, those named being met. */
export const answers = (...met: Criterion[]): CriterionAnswer[] =>
  assessmentCriteria.map(({ code }) => code).map(answered(met))

export const foundFounded: MeritsAssessed = {
  type: 'MERITS_ASSESSED',
  matter: 'M1',
  finding: 'FOUNDED',
  criteria: answers('BELOW_SERVICE_STANDARD'),
  prejudice: 'SELF',
  prejudiceReason: 'La personne a perdu une saison.',
  reasons: 'Le délai annoncé n’a pas été tenu.',
}

export const foundUnfounded: MeritsAssessed = {
  ...foundFounded,
  finding: 'UNFOUNDED',
  criteria: answers(),
  reasons: 'Le délai annoncé a été tenu.',
}

export const informed: ComplainantInformed = {
  type: 'COMPLAINANT_INFORMED',
  channel: 'PHONE',
  sentOn: '2026-06-08',
  text: 'Avis du résultat.',
  noRecommendationReason: null,
  english: null,
}
