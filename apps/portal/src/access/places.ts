import { type Act, permits, type Role } from '@bienfonde/domain'

export interface Place {
  readonly to: string
  readonly label: string
  /** A role that may do one of these acts has the place in its navigation. */
  readonly acts: readonly Act[]
}

/** The places of the portal, in the order of the navigation; the first that a role may enter is where it lands. */
const places: readonly Place[] = [
  { to: '/aujourdhui', label: 'Aujourd’hui', acts: ['PREPARE'] },
  { to: '/dossiers', label: 'Dossiers', acts: ['READ_CASELOAD'] },
  { to: '/envois', label: 'Envois', acts: ['PREPARE'] },
  { to: '/suivis', label: 'Suivis', acts: ['READ_CASELOAD'] },
  { to: '/consultations', label: 'Consultations', acts: ['READ_CONSULTATIONS'] },
  { to: '/protecteur', label: 'Dossiers transmis', acts: ['READ_PACKAGES'] },
  { to: '/statistiques', label: 'Statistiques', acts: ['READ_STATISTICS'] },
  { to: '/registres', label: 'Registres', acts: ['READ_OPENINGS'] },
  { to: '/verification', label: 'Vérification', acts: ['VERIFY_JOURNAL'] },
  { to: '/administration', label: 'Administration', acts: ['MANAGE_STAFF', 'READ_ADMINISTRATION'] },
]

export const mayEnter = (role: Role, acts: readonly Act[]): boolean => acts.some(act => permits({ role }, act))

export const placesOf = (role: Role): readonly Place[] => places.filter(({ acts }) => mayEnter(role, acts))

export const landingOf = (role: Role): string => placesOf(role)[0]?.to ?? '/acces'

/** An address of this portal, or undefined: nobody is sent elsewhere after signing in. */
export const ownAddress = (address: unknown): string | undefined =>
  typeof address === 'string' && /^\/(?![/\\])/.test(address) && !address.startsWith('/connexion') ? address : undefined
