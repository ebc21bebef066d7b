import { replay } from '../complaint.ts'
import type { ComplainantInformed, Event, MatterAdded, MeritsAssessed, Recorded } from '../events.ts'
import { assessmentCriteria } from '../tables/assessmentCriteria.ts'
import { editions } from '../tables/editions.ts'
import type { Settings } from '../tables/settings.ts'
import type { Letter } from './Letter.ts'
import { type LetterKind, letterKinds } from './letterKinds.ts'
import { letterOf, type TellingEvent } from './letterOf.ts'
import { proposedNotice } from './notice.ts'

/** Whoever an invented letter is for. */
export const inventedRecipient: readonly string[] = [
  'Zéphirine Quenneville',
  '2187, rue des Engoulevents',
  'Port-Alizé (Québec)\u00a0 G1A 1A1',
]

const sector = 'SERVICE'
const day = '2026-06-12'
const body = { code: 'COMMISSION_MUNICIPALE' } as const

const registered: Event = {
  type: 'COMPLAINT_REGISTERED',
  fileNumber: '2026-000123',
  edition: editions.at(-1)?.id ?? '',
  intakeChannel: 'WEB',
  receivedOn: '2026-05-14',
  anonymous: false,
  replyChannels: ['MAIL', 'EMAIL', 'PHONE'],
  language: 'FR',
  representative: null,
  factsKnownOn: null,
  identity: 'invented',
  words: 'invented',
  acknowledgementDueOn: '2026-05-22',
  replyDueOn: '2026-06-12',
}
const matter = (id: string, subject: string): MatterAdded => ({
  type: 'MATTER_ADDED',
  matter: id,
  subject,
  sector,
  service: null,
  statement: 'La demande est restée plusieurs semaines sans réponse.',
  concernedStaff: [],
  referralSubject: null,
})
const delay = matter('M1', 'Délai de réponse à une demande d’aide')
const welcome = matter('M2', 'Accueil au comptoir')

const assessed = (id: string, founded: boolean): MeritsAssessed => ({
  type: 'MERITS_ASSESSED',
  matter: id,
  finding: founded ? 'FOUNDED' : 'UNFOUNDED',
  criteria: assessmentCriteria.map(({ code: criterion }) => ({
    criterion,
    met: founded && criterion === 'BELOW_SERVICE_STANDARD',
    reason: 'Selon les faits établis.',
  })),
  prejudice: 'SELF',
  prejudiceReason: 'La personne a attendu.',
  reasons: founded
    ? 'La demande a été traitée en huit semaines, alors que la norme affichée est de quatre. Rien dans le dossier n’explique cet écart.'
    : 'La demande a été traitée dans le délai affiché, et chaque question a reçu une réponse.',
})
const outside: Event = {
  type: 'MATTER_DECLARED_INADMISSIBLE',
  matter: 'M1',
  grounds: [{ ground: 'OUTSIDE_MINISTRY_RESPONSIBILITY', bodies: [body] }],
  reasons: 'Le sujet de votre plainte relève d’un autre organisme, qui a le pouvoir d’y répondre.',
}
const transferAsked: TellingEvent = {
  type: 'TRANSFER_AUTHORIZATION_REQUESTED',
  matter: 'M1',
  body,
  channel: 'MAIL',
  explained:
    'Bonjour,\n\nVotre plainte relève d’un autre organisme. Avec votre accord, nous lui transmettrions ce que vous nous avez écrit et vos coordonnées, pour qu’il vous réponde lui-même.',
}
const acknowledged: TellingEvent = {
  type: 'RECEIPT_ACKNOWLEDGED',
  channel: 'MAIL',
  sentOn: '2026-05-15',
  text: 'Bonjour,\n\nNous avons bien reçu votre plainte et nous l’examinons. Si vous voulez ajouter quelque chose, écrivez-nous ou appelez-nous en rappelant le numéro de votre dossier.',
}
const consentAsked: TellingEvent = {
  type: 'DISCLOSURE_CONSENT_REQUESTED',
  sectors: [sector],
  purpose: 'Retrouver votre demande parmi celles que le secteur a reçues.',
  categories: ['IDENTITY'],
  explained:
    'Bonjour,\n\nPour vérifier ce qui s’est passé, nous avons besoin que le secteur retrouve votre demande. Il ne le peut pas sans votre nom, que nous gardons pour nous tant que vous n’avez pas répondu.',
  channel: 'MAIL',
  askedOn: '2026-05-20',
}
const extended: TellingEvent = {
  type: 'REPLY_DATE_EXTENDED',
  from: '2026-06-12',
  to: '2026-06-30',
  reason: 'Un secteur doit encore nous transmettre ses explications.',
  channel: 'MAIL',
  notice:
    'Bonjour,\n\nNous devions vous répondre au plus tard le 12 juin 2026. Nous aurons besoin de plus de temps : vous aurez notre réponse au plus tard le 30 juin 2026.',
}
const withoutFurtherAction: Event = {
  type: 'CLOSED_WITHOUT_FURTHER_ACTION',
  matter: 'M1',
  cause: 'CONSENT_REFUSED',
  facts: 'La demande ne peut être retrouvée.',
  reasons: 'Sans votre nom, le secteur ne peut retrouver votre demande, et rien d’autre ne permet d’établir les faits.',
}
const recommended: Event = {
  type: 'RECOMMENDATION_FORMULATED',
  recommendation: 'R1',
  matter: 'M1',
  sector,
  text: 'Prévenir par écrit toute personne dont la demande dépassera le délai affiché.',
  dueOn: null,
}

type Result = Exclude<LetterKind, 'ACKNOWLEDGEMENT' | 'CONSENT_REQUEST' | 'TRANSFER_REQUEST' | 'EXTENSION'>

/** What happened before the result of each kind is told. */
const results: Record<Result, readonly Event[]> = {
  INADMISSIBLE: [outside],
  REFERRED: [outside, { type: 'COMPLAINANT_REFERRED', matter: 'M1', bodies: [body], channel: 'MAIL', explanation: '' }],
  TRANSFERRED: [
    outside,
    transferAsked,
    { type: 'COMPLAINT_TRANSFERRED', matter: 'M1', transmitted: 'La plainte.', sentOn: day },
  ],
  FOUNDED: [assessed('M1', true), recommended],
  UNFOUNDED: [assessed('M1', false)],
  CLOSED_WITHOUT_FURTHER_ACTION: [withoutFurtherAction],
  WITHDRAWN: [{ type: 'COMPLAINT_WITHDRAWN', channel: 'PHONE', withdrawnOn: day, note: '' }],
  RESOLVED_INFORMALLY: [
    {
      type: 'RESOLVED_INFORMALLY',
      sector,
      agreement: 'Le secteur vous a appelée, et votre demande sera traitée d’ici vendredi.',
      agreedOn: day,
    },
  ],
  SEVERAL_RESULTS: [welcome, assessed('M1', true), recommended, assessed('M2', false)],
  TELEPHONE: [assessed('M1', false)],
}

const line = (event: Event, at: number): Recorded => ({
  seq: at + 1,
  at: `${day}T15:00:00.000Z`,
  on: day,
  by: 'invented',
  role: 'RESPONSIBLE_OFFICER',
  confirmation: null,
  event,
})

function toldBy(kind: LetterKind, before: readonly Event[], settings: Settings): TellingEvent {
  if (kind === 'ACKNOWLEDGEMENT') return acknowledged
  if (kind === 'CONSENT_REQUEST') return consentAsked
  if (kind === 'EXTENSION') return extended
  if (kind === 'TRANSFER_REQUEST') return transferAsked
  const text = proposedNotice(replay(before.map(line)), settings)
  const channel = kind === 'TELEPHONE' ? 'PHONE' : 'MAIL'
  return {
    type: 'COMPLAINANT_INFORMED',
    channel,
    sentOn: day,
    text,
    noRecommendationReason: null,
    english: null,
  } satisfies ComplainantInformed
}

/** A letter of this kind about an invented complaint, with the settings of the ministry: what a template is tried on. */
export function inventedLetter(kind: LetterKind, settings: Settings): Letter {
  const before =
    kind in results
      ? [registered, delay, ...results[kind as Result]]
      : [registered, delay, ...(kind === 'TRANSFER_REQUEST' ? [outside] : [])]
  const event = toldBy(kind, before, settings)
  const context = { settings, sectorName: () => 'Secteur inventé' }
  const letter = letterOf(replay(before.map(line)), { event, on: day }, context)
  if (!letter) throw new Error(`No invented letter: ${kind}`)
  return letter
}

/** One invented letter of each kind. */
export const inventedLetters = (settings: Settings): Letter[] =>
  letterKinds.map(({ code }) => inventedLetter(code, settings))
