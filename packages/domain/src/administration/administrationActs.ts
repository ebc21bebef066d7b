import type { Entry } from '../tables/entry.ts'

/** What administration changes, as its journal names it. */
export const administrationActs = [
  { code: 'STAFF_ADDED', label: 'Compte ajouté' },
  { code: 'STAFF_CHANGED', label: 'Compte modifié' },
  { code: 'STAFF_DISABLED', label: 'Compte désactivé' },
  { code: 'STAFF_ENABLED', label: 'Compte réactivé' },
  { code: 'STAFF_PASSWORD_RESET', label: 'Mot de passe remplacé' },
  { code: 'STAFF_LINKED', label: 'Compte rattaché à l’organisation' },
  { code: 'SECOND_FACTOR_ADDED', label: 'Second facteur ajouté' },
  { code: 'SECOND_FACTOR_REMOVED', label: 'Second facteur retiré' },
  { code: 'RECOVERY_CODES_RENEWED', label: 'Codes de secours remplacés' },
  { code: 'RECOVERY_CODE_USED', label: 'Code de secours utilisé' },
  { code: 'SECTOR_ADDED', label: 'Secteur ajouté' },
  { code: 'SECTOR_CHANGED', label: 'Secteur modifié' },
  { code: 'SECTOR_CLOSED', label: 'Secteur fermé' },
  { code: 'SECTOR_REOPENED', label: 'Secteur rouvert' },
  { code: 'SECTORS_ORDERED', label: 'Ordre des secteurs changé' },
  { code: 'RULES_CHANGED', label: 'Engagements et limites modifiés' },
  { code: 'DELAYS_CHANGED', label: 'Rappels et relances modifiés' },
  { code: 'CONTACTS_CHANGED', label: 'Coordonnées et recours modifiés' },
  { code: 'LETTER_TEMPLATE_CHANGED', label: 'Modèle de lettre modifié' },
  { code: 'CALENDAR_CHANGED', label: 'Calendrier modifié' },
  { code: 'TOKEN_CREATED', label: 'Jeton personnel créé' },
  { code: 'TOKEN_REVOKED', label: 'Jeton personnel révoqué' },
  { code: 'EDITION_FROZEN', label: 'Édition du rapport annuel arrêtée' },
  { code: 'REGISTER_IMPORT_BEGUN', label: 'Reprise d’un registre commencée' },
  { code: 'REGISTER_IMPORTED', label: 'Registre repris' },
  { code: 'REGISTER_WITHDRAWN', label: 'Registre repris retiré' },
  { code: 'RETENTION_CHANGED', label: 'Conservation modifiée' },
  { code: 'INCIDENT_RECORDED', label: 'Incident de confidentialité inscrit' },
  { code: 'INCIDENT_CORRECTED', label: 'Incident de confidentialité corrigé' },
  { code: 'COMMUNICATION_RECORDED', label: 'Communication sans consentement inscrite' },
  { code: 'COMMUNICATION_CORRECTED', label: 'Communication sans consentement corrigée' },
] as const satisfies readonly Entry[]

export type AdministrationAct = (typeof administrationActs)[number]['code']

/** What the registers of the responsible officer add to the same sealed journal; whoever administers does not read it. */
export const registerActs = [
  'INCIDENT_RECORDED',
  'INCIDENT_CORRECTED',
  'COMMUNICATION_RECORDED',
  'COMMUNICATION_CORRECTED',
] as const satisfies readonly AdministrationAct[]
