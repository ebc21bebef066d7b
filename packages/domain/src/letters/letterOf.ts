import { frenchDate } from '../calendar/frenchDate.ts'
import type { LocalDate } from '../calendar/localDate.ts'
import type { Complaint, Matter } from '../complaint.ts'
import type { Event, Recorded } from '../events.ts'
import { labelOf } from '../tables/entry.ts'
import { type Outcome, outcomes } from '../tables/outcomes.ts'
import {
  informationCategories,
  type WithoutFurtherActionCause,
  withoutFurtherActionCauses,
} from '../tables/procedure.ts'
import { type BodyReference, bodyLabel } from '../tables/referrals.ts'
import type { Letter, LetterContext, LetterFact, LetterLanguage } from './Letter.ts'
import { letterBlocks, spaced } from './letterBlocks.ts'
import type { LetterKind } from './letterKinds.ts'

/** The events by which a person is told something: each is a letter, or what is said in its place. */
export type TellingEvent = Extract<
  Event,
  {
    type:
      | 'RECEIPT_ACKNOWLEDGED'
      | 'REPLY_DATE_EXTENDED'
      | 'DISCLOSURE_CONSENT_REQUESTED'
      | 'TRANSFER_AUTHORIZATION_REQUESTED'
      | 'COMPLAINANT_REFERRED'
      | 'COMPLAINANT_INFORMED'
  }
>

const tellingTypes: readonly string[] = [
  'RECEIPT_ACKNOWLEDGED',
  'REPLY_DATE_EXTENDED',
  'DISCLOSURE_CONSENT_REQUESTED',
  'TRANSFER_AUTHORIZATION_REQUESTED',
  'COMPLAINANT_REFERRED',
  'COMPLAINANT_INFORMED',
] satisfies TellingEvent['type'][]

/** True for an event by which the person is told something, in writing or aloud; a postponement may be told to nobody. */
export const tells = (event: Event): event is TellingEvent =>
  tellingTypes.includes(event.type) && !(event.type === 'REPLY_DATE_EXTENDED' && event.channel === null)

const englishDay = new Intl.DateTimeFormat('en-CA', { dateStyle: 'long', timeZone: 'UTC' })
const dayIn = (language: LetterLanguage, date: LocalDate) =>
  language === 'FR' ? frenchDate(date) : englishDay.format(new Date(`${date}T00:00:00Z`))

const subjects: Record<LetterKind, { FR: string; EN?: string }> = {
  ACKNOWLEDGEMENT: { FR: 'Accusé de réception de votre plainte' },
  CONSENT_REQUEST: { FR: 'Demande de permission de lever l’anonymat' },
  TRANSFER_REQUEST: { FR: 'Demande d’autorisation de transférer votre plainte' },
  EXTENSION: { FR: 'Nouvelle date de réponse à votre plainte' },
  INADMISSIBLE: { FR: 'Votre plainte n’est pas recevable', EN: 'Your complaint is not admissible' },
  REFERRED: { FR: 'Où adresser votre plainte', EN: 'Where to take your complaint' },
  TRANSFERRED: { FR: 'Votre plainte est transférée', EN: 'Your complaint is transferred' },
  FOUNDED: { FR: 'Votre plainte est fondée', EN: 'Your complaint is founded' },
  UNFOUNDED: { FR: 'Votre plainte est non fondée', EN: 'Your complaint is unfounded' },
  CLOSED_WITHOUT_FURTHER_ACTION: {
    FR: 'Votre plainte est classée sans suite',
    EN: 'Your complaint is closed without further action',
  },
  WITHDRAWN: { FR: 'Retrait de votre plainte', EN: 'Withdrawal of your complaint' },
  RESOLVED_INFORMALLY: { FR: 'Règlement de votre plainte par une entente', EN: 'Settlement of your complaint' },
  SEVERAL_RESULTS: { FR: 'Résultat de l’examen de votre plainte', EN: 'Result of the review of your complaint' },
  TELEPHONE: { FR: 'Réponse donnée par téléphone', EN: 'Answer given by telephone' },
}

/** The kind of the letter that an event is; by telephone, what would be written is said. */
export function letterKind(event: TellingEvent, { matters }: Pick<Complaint, 'matters'>): LetterKind {
  switch (event.type) {
    case 'RECEIPT_ACKNOWLEDGED':
      return event.channel === 'PHONE' ? 'TELEPHONE' : 'ACKNOWLEDGEMENT'
    case 'REPLY_DATE_EXTENDED':
      return event.channel === 'PHONE' ? 'TELEPHONE' : 'EXTENSION'
    case 'DISCLOSURE_CONSENT_REQUESTED':
      return 'CONSENT_REQUEST'
    case 'TRANSFER_AUTHORIZATION_REQUESTED':
      return 'TRANSFER_REQUEST'
    case 'COMPLAINANT_REFERRED':
      return 'REFERRED'
    case 'COMPLAINANT_INFORMED': {
      if (event.channel === 'PHONE') return 'TELEPHONE'
      const results = new Set(matters.map(({ outcome }) => outcome))
      const [result] = results
      return results.size === 1 && result ? result : 'SEVERAL_RESULTS'
    }
  }
}

const named = (bodies: readonly BodyReference[]) => bodies.map(bodyLabel).join(' ; ')
const englishOutcomes: Record<Outcome, string> = {
  FOUNDED: 'Founded',
  UNFOUNDED: 'Unfounded',
  INADMISSIBLE: 'Not admissible',
  REFERRED: 'Falls to another body',
  TRANSFERRED: 'Transferred',
  CLOSED_WITHOUT_FURTHER_ACTION: 'Closed without further action',
  WITHDRAWN: 'Withdrawn',
  RESOLVED_INFORMALLY: 'Settled by agreement',
}

function resultsOf(matters: readonly Matter[], language: LetterLanguage): LetterFact[] {
  return matters.flatMap(({ subject, outcome }) => {
    if (!outcome) return []
    return { label: subject.trim(), value: language === 'FR' ? labelOf(outcomes, outcome) : englishOutcomes[outcome] }
  })
}

const englishCauses: Record<WithoutFurtherActionCause, string> = {
  CONSENT_REFUSED: 'Refusal to disclose identity',
  ANONYMITY: 'Anonymous complaint',
}

/** What a result of its own must name: why it is closed without further action, or which body has the matter now. */
function namedBy(
  { outcome, subject, transfer, referredTo, grounds, withoutFurtherActionCause: cause }: Matter,
  language: LetterLanguage,
): LetterFact[] {
  const french = language === 'FR'
  const bodies = outcome === 'TRANSFERRED' ? (transfer ? [transfer.body] : []) : referredTo
  const competent = bodies.length > 0 ? bodies : grounds.flatMap(ground => ground.bodies ?? [])
  if (outcome === 'CLOSED_WITHOUT_FURTHER_ACTION' && cause)
    return [
      {
        label: 'Cause',
        value: french ? labelOf(withoutFurtherActionCauses, cause) : englishCauses[cause],
      },
    ]
  if ((outcome === 'TRANSFERRED' || outcome === 'REFERRED') && competent.length > 0)
    return [
      { label: french ? 'Organisme' : 'Body', value: named(competent) },
      { label: french ? 'Pour' : 'For', value: subject.trim() },
    ]
  return []
}

/** What the person must find at once, from the dossier and what is told. */
function factsOf(event: TellingEvent, complaint: Complaint, { sectorName }: LetterContext): LetterFact[] {
  const { registration, matters, clock } = complaint
  const matter = 'matter' in event ? matters.find(({ id }) => id === event.matter) : undefined
  switch (event.type) {
    case 'RECEIPT_ACKNOWLEDGED':
      return [
        ...(registration ? [{ label: 'Plainte reçue le', value: frenchDate(registration.receivedOn) }] : []),
        ...(clock ? [{ label: 'Réponse attendue au plus tard le', value: frenchDate(clock.replyDueOn) }] : []),
      ]
    case 'REPLY_DATE_EXTENDED':
      return [
        { label: 'Date prévue jusqu’ici', value: frenchDate(event.from) },
        { label: 'Nouvelle date', value: frenchDate(event.to) },
        { label: 'Raison', value: event.reason.trim() },
      ]
    case 'DISCLOSURE_CONSENT_REQUESTED':
      return [
        {
          label: 'Ce qui serait communiqué',
          value: event.categories.map(code => labelOf(informationCategories, code)).join(' ; '),
        },
        { label: 'À qui', value: event.sectors.map(sectorName).join(' ; ') },
        { label: 'Pourquoi', value: event.purpose.trim() },
      ]
    case 'TRANSFER_AUTHORIZATION_REQUESTED':
      return [
        { label: 'Organisme', value: bodyLabel(event.body) },
        ...(matter ? [{ label: 'Sujet', value: matter.subject.trim() }] : []),
        ...(matter?.reasons.trim() ? [{ label: 'Pourquoi', value: matter.reasons.trim() }] : []),
      ]
    case 'COMPLAINANT_REFERRED':
      return [
        { label: 'Organisme', value: named(event.bodies) },
        ...(matter ? [{ label: 'Pour', value: matter.subject.trim() }] : []),
        ...(matter?.reasons.trim() ? [{ label: 'Pourquoi', value: matter.reasons.trim() }] : []),
      ]
    case 'COMPLAINANT_INFORMED':
      return matters.length > 1
        ? resultsOf(matters, languageOf(event))
        : matters.flatMap(only => namedBy(only, languageOf(event)))
  }
}

function textOf(event: TellingEvent): string {
  switch (event.type) {
    case 'RECEIPT_ACKNOWLEDGED':
    case 'COMPLAINANT_INFORMED':
      return event.text
    case 'REPLY_DATE_EXTENDED':
      return event.notice
    case 'COMPLAINANT_REFERRED':
      return event.explanation
    default:
      return event.explained
  }
}

const dateOf = (event: TellingEvent, on: LocalDate): LocalDate =>
  'sentOn' in event ? event.sentOn : 'askedOn' in event ? event.askedOn : on

const languageOf = (event: TellingEvent): LetterLanguage => ('english' in event && event.english ? 'EN' : 'FR')

const folded = (text: string) => text.replace(/[’']/g, '’').replace(/\s+/g, ' ').trim().toLowerCase()

/** The letter that an event is, from the dossier it was written in; nothing when the event tells the person nothing. */
export function letterOf(
  complaint: Complaint,
  { event, on }: Pick<Recorded, 'event' | 'on'>,
  context: LetterContext,
): Letter | undefined {
  const { registration } = complaint
  if (!registration || !tells(event)) return undefined
  const { contacts, recourse } = context.settings
  const kind = letterKind(event, complaint)
  const language = languageOf(event)
  const date = dateOf(event, on)
  const text = textOf(event)
  const said = folded(text).includes(folded(recourse[language]))
  return {
    kind,
    language,
    fileNumber: registration.fileNumber,
    date,
    dateInWords: dayIn(language, date),
    subject: spaced(subjects[kind][language] ?? subjects[kind].FR, language),
    facts: factsOf(event, complaint, context).map(({ label, value }) => ({
      label: spaced(label, language),
      value: spaced(value, language),
    })),
    body: letterBlocks(text, language),
    recourse: said ? null : spaced(recourse[language], language),
    contacts,
  }
}
