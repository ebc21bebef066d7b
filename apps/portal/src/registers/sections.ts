import type { Act, Role } from '@bienfonde/domain'
import { mayEnter, type Place } from '../access/places.ts'

const read: readonly Act[] = ['READ_OPENINGS']

/** The registers of a public body, in the order of their navigation. */
const sections: readonly Place[] = [
  { to: '/registres/ouvertures', label: 'Ouvertures d’identité', acts: read },
  { to: '/registres/communications', label: 'Communications sans consentement', acts: read },
  { to: '/registres/incidents', label: 'Incidents de confidentialité', acts: read },
  { to: '/registres/conservation', label: 'Conservation', acts: read },
]

export const registersOf = (role: Role): readonly Place[] => sections.filter(({ acts }) => mayEnter(role, acts))
