import type { Entry } from '../tables/entry.ts'
import type { RefusalCode } from '../tables/refusals.ts'

/** The roles of the people who enter the software. */
export const roles = [
  { code: 'OFFICER', label: 'Agente ou agent' },
  { code: 'RESPONSIBLE_OFFICER', label: 'Personne responsable des plaintes' },
  { code: 'SECTOR_RESPONDENT', label: 'Répondante ou répondant d’un secteur' },
  { code: 'MANAGER', label: 'Gestionnaire du Secrétariat' },
  { code: 'AUDITOR', label: 'Vérification' },
  { code: 'OMBUDSMAN', label: 'Protecteur du citoyen' },
  { code: 'ADMINISTRATOR', label: 'Administration' },
] as const satisfies readonly Entry[]

export type Role = (typeof roles)[number]['code']

/** Under which name a line of the journal was written: a role, or the software itself, as which nobody signs in. */
export const actingRoles = [
  ...roles,
  { code: 'SYSTEM', label: 'Horloge du logiciel' },
] as const satisfies readonly Entry[]

export type ActingRole = (typeof actingRoles)[number]['code']

export type StaffId = string
export type SectorCode = string

/** Whoever acts: the person, in one role, in one sector when the role has one. */
export interface Actor {
  readonly id: StaffId
  readonly role: ActingRole
  readonly sector: SectorCode | null
}

/** What a door or a step asks of whoever comes: acts on a dossier, then what may be read or managed. */
export type Act =
  | 'REGISTER'
  | 'RECEIVE'
  | 'PREPARE'
  | 'DECIDE'
  | 'ANSWER'
  | 'OPEN_IDENTITY'
  | 'READ_CASELOAD'
  | 'READ_DOSSIER'
  | 'READ_CONSULTATIONS'
  | 'READ_STATISTICS'
  | 'FREEZE_EDITION'
  | 'READ_OPENINGS'
  | 'READ_PACKAGES'
  | 'READ_STAFF'
  | 'VERIFY_JOURNAL'
  | 'MANAGE_STAFF'
  | 'MANAGE_SETTINGS'
  | 'READ_ADMINISTRATION'
  | 'ACT_UNATTENDED'

const officer = [
  'REGISTER',
  'RECEIVE',
  'PREPARE',
  'ANSWER',
  'OPEN_IDENTITY',
  'READ_CASELOAD',
  'READ_DOSSIER',
  'READ_STAFF',
] as const satisfies readonly Act[]

/** The whole of what each role may do; what is not written here is refused. */
export const permissions: Readonly<Record<ActingRole, readonly Act[]>> = {
  OFFICER: officer,
  RESPONSIBLE_OFFICER: [...officer, 'DECIDE', 'READ_STATISTICS', 'READ_OPENINGS'],
  SECTOR_RESPONDENT: ['ANSWER', 'OPEN_IDENTITY', 'READ_CONSULTATIONS'],
  MANAGER: ['READ_CASELOAD', 'READ_STATISTICS', 'FREEZE_EDITION'],
  AUDITOR: ['READ_CASELOAD', 'READ_DOSSIER', 'READ_OPENINGS', 'READ_STAFF', 'VERIFY_JOURNAL', 'READ_ADMINISTRATION'],
  OMBUDSMAN: ['READ_PACKAGES'],
  ADMINISTRATOR: ['READ_STAFF', 'MANAGE_STAFF', 'MANAGE_SETTINGS', 'READ_ADMINISTRATION'],
  SYSTEM: ['ACT_UNATTENDED'],
}

/** Whoever acts when nobody does: the software, by its clock. */
export const systemActor: Actor = { id: 'SYSTEM', role: 'SYSTEM', sector: null }

/** True when the role may do the act at all, whatever the dossier. */
export const permits = ({ role }: Pick<Actor, 'role'>, act: Act): boolean => permissions[role].includes(act)

/** The refusal that a role meets at a door that is not its own. */
export const unlessPermitted = (actor: Actor, act: Act): RefusalCode | undefined =>
  permits(actor, act) ? undefined : 'NOT_PERMITTED'
