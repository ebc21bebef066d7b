import type { Entry } from '../tables/entry.ts'

/** What administration changes, as its journal names it. */
export const administrationActs = [
  { code: 'STAFF_ADDED', label: 'Compte ajouté' },
  { code: 'STAFF_CHANGED', label: 'Compte modifié' },
  { code: 'STAFF_DISABLED', label: 'Compte désactivé' },
  { code: 'STAFF_ENABLED', label: 'Compte réactivé' },
  { code: 'STAFF_PASSWORD_RESET', label: 'Mot de passe remplacé' },
  { code: 'SECTOR_ADDED', label: 'Secteur ajouté' },
  { code: 'SECTOR_CHANGED', label: 'Secteur modifié' },
  { code: 'SECTOR_CLOSED', label: 'Secteur fermé' },
  { code: 'SECTOR_REOPENED', label: 'Secteur rouvert' },
  { code: 'SECTORS_ORDERED', label: 'Ordre des secteurs changé' },
  { code: 'RULES_CHANGED', label: 'Engagements et limites modifiés' },
  { code: 'CONTACTS_CHANGED', label: 'Coordonnées et recours modifiés' },
  { code: 'CALENDAR_CHANGED', label: 'Calendrier modifié' },
] as const satisfies readonly Entry[]

export type AdministrationAct = (typeof administrationActs)[number]['code']
