import type { Entry } from './entry.ts'

/** What the clock counts besides the commitments: when it reminds and chases, and how far a reply may be put off. */
export interface Delays {
  /** Business days before something is due, for the reminder to whoever owes it. */
  readonly remindBefore: number
  /** Business days after the day awaited: a first reminder, a second, then word to the manager. */
  readonly firstReminder: number
  readonly secondReminder: number
  readonly escalation: number
  /** Business days left to a person to answer a request for permission, and to a unit to answer a recommendation. */
  readonly consentReply: number
  readonly recommendationAnswer: number
  /** By how many business days one notice may put the reply date off, at most. */
  readonly longestExtension: number
  /** Months after closing at which keeping the identity is looked at again; null while no schedule is approved. */
  readonly retentionReviewMonths: number | null
  /** Where these delays come from; « exemple » while they are nobody's. */
  readonly label: string
}

/** An example to be replaced by the ministry's own: the published process states none of these delays. */
export const exampleDelays: Delays = {
  remindBefore: 2,
  firstReminder: 1,
  secondReminder: 3,
  escalation: 5,
  consentReply: 10,
  recommendationAnswer: 20,
  longestExtension: 20,
  retentionReviewMonths: null,
  label: 'exemple',
}

/** Every day that a dossier counts to. */
export const milestoneKinds = [
  { code: 'ACKNOWLEDGEMENT', label: 'Accusé de réception' },
  { code: 'REPLY', label: 'Réponse à la personne' },
  { code: 'EXTENSION_NOTICE', label: 'Avis de report' },
  { code: 'CONSULTATION', label: 'Réponse du secteur consulté' },
  { code: 'CONSENT_REPLY', label: 'Réponse à la demande de permission' },
  { code: 'CONSENT_END', label: 'Fin d’une permission' },
  { code: 'RECOMMENDATION_ANSWER', label: 'Réponse à une recommandation' },
  { code: 'RECOMMENDATION_IMPLEMENTATION', label: 'Mise en œuvre d’une recommandation' },
  { code: 'OMBUDSMAN_REQUEST', label: 'Réponse au Protecteur du citoyen' },
  { code: 'ONE_YEAR_LIMIT', label: 'Fin de l’année pour saisir le Protecteur du citoyen' },
] as const satisfies readonly Entry[]

/** The rungs of a ladder of reminders. */
export const reminderRungs = [
  { code: 'BEFORE', label: 'Rappel avant l’échéance' },
  { code: 'FIRST', label: 'Premier rappel' },
  { code: 'SECOND', label: 'Deuxième rappel' },
  { code: 'ESCALATION', label: 'Signalement à la direction' },
] as const satisfies readonly Entry[]

/** Who hears a reminder. */
export const reminderHearers = [
  { code: 'CARRIER', label: 'La personne qui mène le dossier' },
  { code: 'SECTOR', label: 'Le secteur' },
  { code: 'UNIT_MANAGER', label: 'La direction du secteur' },
  { code: 'DECIDERS', label: 'La personne responsable' },
] as const satisfies readonly Entry[]

/** What the ministry owes on a day, and can be late for. */
export const owedMilestones = [
  { code: 'ACKNOWLEDGEMENT', label: 'L’accusé de réception' },
  { code: 'REPLY', label: 'La réponse' },
] as const satisfies readonly Entry[]

/** Why the ministry was late. */
export const latenessCauses = [
  { code: 'UNIT_ANSWER', label: 'Une unité a tardé à répondre' },
  { code: 'COMPLEXITY', label: 'L’analyse était complexe' },
  { code: 'WORKLOAD', label: 'La charge de travail' },
  { code: 'EXCHANGES', label: 'Les échanges avec la personne ont pris du temps' },
  { code: 'OTHER', label: 'Une autre cause' },
] as const satisfies readonly Entry[]

export type MilestoneKind = (typeof milestoneKinds)[number]['code']
export type ReminderRung = (typeof reminderRungs)[number]['code']
export type ReminderHearer = (typeof reminderHearers)[number]['code']
export type OwedMilestone = (typeof owedMilestones)[number]['code']
export type LatenessCause = (typeof latenessCauses)[number]['code']
