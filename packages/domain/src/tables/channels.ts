import type { Entry } from './entry.ts'

/** How a complaint reaches the Secretariat. */
export const intakeChannels = [
  { code: 'PHONE', label: 'Téléphone' },
  { code: 'LETTER', label: 'Lettre' },
  { code: 'EMAIL', label: 'Courriel' },
  { code: 'COUNTER', label: 'Au comptoir' },
  { code: 'WEB', label: 'Formulaire en ligne' },
] as const satisfies readonly Entry[]

export type IntakeChannel = (typeof intakeChannels)[number]['code']

/** How the Secretariat can reach the person in return. */
export const replyChannels = [
  { code: 'EMAIL', label: 'Courriel' },
  { code: 'PHONE', label: 'Téléphone' },
  { code: 'MAIL', label: 'Poste' },
] as const satisfies readonly Entry[]

export type ReplyChannel = (typeof replyChannels)[number]['code']

/** How a question and its answer pass between the Secretariat and the person: a way they gave, or face to face. */
export const exchangeChannels = [
  ...replyChannels,
  { code: 'COUNTER', label: 'Au comptoir' },
] as const satisfies readonly Entry[]

export type ExchangeChannel = (typeof exchangeChannels)[number]['code']

/** The language in which the person wrote or spoke. */
export const languages = [
  { code: 'FR', label: 'Français' },
  { code: 'EN', label: 'Anglais' },
  { code: 'OTHER', label: 'Autre langue' },
] as const satisfies readonly Entry[]

export type Language = (typeof languages)[number]['code']

/** By what title somebody complains for another person. */
export const representativeCapacities = [
  { code: 'RELATIVE', label: 'Personne proche' },
  { code: 'PROFESSIONAL', label: 'Personne professionnelle ou intervenante' },
  { code: 'LEGAL', label: 'Représentante ou représentant légal' },
  { code: 'ORGANISATION', label: 'Organisme' },
] as const satisfies readonly Entry[]

export type RepresentativeCapacity = (typeof representativeCapacities)[number]['code']
