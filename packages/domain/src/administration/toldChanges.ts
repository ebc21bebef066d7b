import { frenchDate } from '../calendar/frenchDate.ts'
import { roles } from '../confidentiality/permits.ts'
import { labelOf } from '../tables/entry.ts'
import { dispositions } from '../tables/retention.ts'
import { type OwnDay, ownDayKinds } from './ownDays.ts'

/** One thing that a change of administration made different, in words; empty for what was not there. */
export interface ToldChange {
  readonly label: string
  readonly before: string
  readonly after: string
}

type Values = Readonly<Record<string, unknown>>

const plain = (value: unknown): string => (value === null || value === undefined ? '' : String(value))
const lines = (value: unknown): string => (Array.isArray(value) ? value.map(plain).join('\n') : plain(value))
const counted = (one: string, many: string) => (value: unknown) => `${plain(value)} ${value === 1 ? one : many}`
const businessDays = counted('jour ouvrable', 'jours ouvrables')
const yesOrNo = (value: unknown) => (value ? 'oui' : 'non')

/** How each value of a change is called and said. */
const tellings: Record<string, readonly [label: string, say: (value: unknown) => string]> = {
  name: ['Nom', plain],
  email: ['Courriel', plain],
  role: ['Rôle', value => labelOf(roles, plain(value))],
  sector: ['Secteur', plain],
  active: ['Compte actif', yesOrNo],
  secondFactor: ['Second facteur', yesOrNo],
  signOn: ['Sujet transmis par l’organisation', plain],
  services: ['Services', lines],
  open: ['Secteur ouvert', yesOrNo],
  order: ['Ordre', lines],
  acknowledgementDays: ['Accusé de réception', businessDays],
  replyDays: ['Réponse', businessDays],
  remindBefore: ['Rappel avant l’échéance', businessDays],
  firstReminder: ['Premier rappel', businessDays],
  secondReminder: ['Deuxième rappel', businessDays],
  escalation: ['Signalement à la direction', businessDays],
  consentReply: ['Réponse à une demande de permission', businessDays],
  recommendationAnswer: ['Réponse à une recommandation', businessDays],
  longestExtension: ['Plus long report', businessDays],
  retentionReviewMonths: ['Réexamen de la conservation', value => (value === null ? 'aucun' : `${plain(value)} mois`)],
  label: ['Source des délais', plain],
  token: ['Jeton', plain],
  expiresOn: ['Expire le', plain],
  edition: ['Édition', plain],
  knownOn: ['Avec ce qui était connu le', plain],
  note: ['Note', plain],
  digest: ['Empreinte', plain],
  register: ['Registre', plain],
  file: ['Empreinte du fichier', plain],
  mapping: ['Empreinte du mappage', plain],
  added: ['Dossiers repris', plain],
  refused: ['Lignes laissées', plain],
  withdrawn: ['Dossiers retirés', plain],
  attemptsBeforeUnreachable: ['Essais avant de conclure que la personne ne peut être jointe', plain],
  sessionIdleMinutes: ['Session sans activité', counted('minute', 'minutes')],
  sessionAbsoluteHours: ['Session, en tout', counted('heure', 'heures')],
  code: ['Règle de conservation', plain],
  title: ['Titre de la règle de conservation', plain],
  activeYears: ['Années à l’état actif', plain],
  semiActiveYears: ['Années à l’état semi-actif', plain],
  disposition: ['Disposition', value => labelOf(dispositions, plain(value))],
  incidentYears: ['Années de conservation d’un incident', plain],
  unit: ['Unité', plain],
  address: ['Adresse', lines],
  telephone: ['Téléphone', plain],
  recourseFr: ['Recours, en français', plain],
  recourseEn: ['Recours, en anglais', plain],
  information: ['Renseignements visés', plain],
  circumstances: ['Circonstances', plain],
  occurredFrom: ['Survenu le', plain],
  occurredTo: ['Survenu jusqu’au', plain],
  learnedFrom: ['Connu le', plain],
  learnedTo: ['Connu jusqu’au', plain],
  persons: ['Personnes concernées', plain],
  sensitivity: ['Sensibilité', plain],
  maliciousUses: ['Utilisations malveillantes possibles', plain],
  consequences: ['Conséquences appréhendées', plain],
  likelihood: ['Probabilité', plain],
  commissionNotifiedOn: ['Avis à la Commission d’accès à l’information', plain],
  personsNotifiedOn: ['Avis aux personnes', plain],
  publicNoticeOn: ['Avis public', plain],
  publicNoticeReason: ['Raison de l’avis public', plain],
  measures: ['Mesures prises', plain],
  madeOn: ['Jour de la communication', plain],
  recipient: ['Destinataire', plain],
  nature: ['Nature des renseignements', plain],
  purpose: ['Fin', plain],
  reason: ['Raison', plain],
  fileNumber: ['Dossier', plain],
  approximate: ['Approximatif', yesOrNo],
  seriousRisk: ['Risque de préjudice sérieux', yesOrNo],
  outsideQuebec: ['À l’extérieur du Québec', yesOrNo],
  templateVersion: ['Version du modèle', plain],
  restoredVersion: ['Version rétablie', plain],
  movedDossiers: ['Dossiers ouverts dont une échéance a changé', plain],
}

const dayOf = ({ date, kind, name }: OwnDay) =>
  `${frenchDate(date)} : ${name} (${labelOf(ownDayKinds, kind).toLowerCase()})`
const daysIn = (values: Values): OwnDay[] => (Array.isArray(values.days) ? (values.days as OwnDay[]) : [])

/** The days that a change of the calendar took away and added; those that stay are not repeated. */
function toldDays(before: Values, after: Values): ToldChange[] {
  const [former, present] = [daysIn(before).map(dayOf), daysIn(after).map(dayOf)]
  const gone = former.filter(day => !present.includes(day))
  const come = present.filter(day => !former.includes(day))
  return gone.length + come.length === 0
    ? []
    : [{ label: 'Jours du Ministère', before: gone.join('\n'), after: come.join('\n') }]
}

/** What differs between before and after, in the words of the pages: only what changed, or all when something is new. */
export function toldChanges(
  before: Values | null,
  after: Values | null,
  sectorName: (code: string) => string = code => code,
): ToldChange[] {
  const [former, present] = [before ?? {}, after ?? {}]
  const named = (key: string, value: unknown) => {
    if (key === 'sector' && typeof value === 'string') return sectorName(value)
    return key === 'order' && Array.isArray(value) ? value.map(sectorName) : value
  }
  const changes = Object.entries(tellings).flatMap(([key, [label, say]]) => {
    const told = [former, present].map(values => (key in values ? say(named(key, values[key])) : ''))
    const [earlier = '', later = ''] = told
    return earlier === later ? [] : [{ label, before: earlier, after: later }]
  })
  return [...changes, ...toldDays(former, present)]
}
