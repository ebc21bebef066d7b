import type { Act, Role } from '@bienfonde/domain'
import { mayEnter, type Place } from '../access/places.ts'

const manage: readonly Act[] = ['MANAGE_SETTINGS']

/** The pages of administration, in the order of their navigation. */
const sections: readonly Place[] = [
  { to: '/administration/personnel', label: 'Personnel', acts: ['MANAGE_STAFF'] },
  { to: '/administration/secteurs', label: 'Secteurs', acts: manage },
  { to: '/administration/engagements', label: 'Engagements', acts: manage },
  { to: '/administration/calendrier', label: 'Calendrier', acts: manage },
  { to: '/administration/coordonnees', label: 'Coordonnées', acts: manage },
  { to: '/administration/conservation', label: 'Conservation', acts: manage },
  { to: '/administration/lettres', label: 'Lettres', acts: manage },
  { to: '/administration/editions', label: 'Éditions', acts: manage },
  { to: '/administration/journal', label: 'Journal', acts: ['READ_ADMINISTRATION'] },
]

export const sectionsOf = (role: Role): readonly Place[] => sections.filter(({ acts }) => mayEnter(role, acts))

/** The page of administration on which a role lands. */
export const firstSectionOf = (role: Role): string => sectionsOf(role)[0]?.to ?? '/acces'
