import { addDays, type LocalDate } from '../calendar/localDate.ts'
import { type Identity, identityTokens } from '../confidentiality/identifyingPassages.ts'
import type { Actor } from '../confidentiality/permits.ts'
import { type Edition, edition20240117 } from '../tables/editions.ts'
import { defaultSettings, type Settings } from '../tables/settings.ts'
import * as people from './people.ts'

/** The invented world in which random sequences are played: its days, its people, its rules, one complainant. */

const span = 1500
const days: readonly LocalDate[] = Array.from({ length: span }, (_, at) => addDays('2027-02-22', at))

/** The day so many days after the first one of the invented world. */
export const dayAt = (index: number): LocalDate => days[Math.max(0, Math.min(index, span - 1))]!

const indexes = new Map(days.map((day, at) => [day, at]))
export const indexOfDay = (day: LocalDate): number => indexes.get(day) ?? 0

/** An edition that no ministry has published: one criterion fewer, one ground fewer. */
export const inventedEdition: Edition = {
  id: '2027-04-01',
  effectiveOn: '2027-04-01',
  label: 'Édition inventée du 1er avril 2027',
  criteria: edition20240117.criteria.filter(criterion => criterion !== 'GENERAL_COMMITMENT_BREACH'),
  grounds: edition20240117.grounds.filter(ground => ground !== 'HATEFUL_THREATENING_HARASSING'),
  referrals: edition20240117.referrals,
}

/** Short words, so that hundreds of thousands of notices are read quickly. */
export const inventedSettings: Settings = {
  ...defaultSettings,
  editions: [edition20240117, inventedEdition],
  recourse: { FR: 'Le Protecteur du citoyen reste ouvert à tous.', EN: 'The Ombudsman remains open to all.' },
}

export const secondResponsible: Actor = { id: 'deuxieme-responsable', role: 'RESPONSIBLE_OFFICER', sector: null }
/** A responsible officer who comes from a unit: complaints about that unit are not theirs to decide. */
export const attachedResponsible: Actor = { id: 'detachee', role: 'RESPONSIBLE_OFFICER', sector: 'AMENAGEMENT' }
/** Nobody's complaint is ever about them. */
export const uninvolved: Actor = { id: 'releve', role: 'RESPONSIBLE_OFFICER', sector: null }

export const sectors = ['AMENAGEMENT', 'HABITATION', 'FINANCES'] as const

export const everyone: readonly Actor[] = [
  people.officer,
  people.otherOfficer,
  people.responsible,
  secondResponsible,
  attachedResponsible,
  people.respondent,
  people.neighbour,
  people.manager,
  people.auditor,
  people.ombudsman,
  people.administrator,
]

const complainant: Identity = {
  names: ['Ginette Tremblay'],
  emails: ['gtremblay@exemple.ca'],
  telephones: ['418 555-0123'],
  postalCodes: [],
  addresses: [],
  numbers: [],
}

const tokens = new Set(identityTokens(complainant))
export const recognisesComplainant = (token: string): boolean => tokens.has(token)

/** What may never be written, and what may only be written with a reason. */
export const coordinates = ['gtremblay@exemple.ca', '418 555-0123', '4 1 8 5 5 5 0 1 2 3'] as const
export const surnames = ['Tremblay', 'tremblay', 'T r e m b l a y'] as const
