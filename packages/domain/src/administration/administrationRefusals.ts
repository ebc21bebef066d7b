import { leastIncidentYears } from '../tables/retention.ts'
import { mostDays, sessionBounds } from './bounds.ts'

/** Every reason for which a change of administration is refused, in one French sentence that states the fact. */
export const administrationRefusals = {
  // The change as seen
  CHANGED_MEANWHILE: 'Quelqu’un a changé ceci depuis que vous l’avez ouvert.',
  NOTHING_CHANGED: 'Rien n’est changé.',
  TEXT_TOO_LONG: 'Ce texte est trop long.',
  TEXT_ON_ONE_LINE: 'Ce texte tient sur une seule ligne.',
  // Accounts
  ACCOUNT_UNKNOWN: 'Ce compte n’existe pas.',
  ACCOUNT_DISABLED: 'Ce compte est désactivé.',
  PERSON_NAME_MISSING: 'Le nom de la personne manque.',
  EMAIL_INVALID: 'Cette adresse de courriel n’est pas valide.',
  EMAIL_TAKEN: 'Un compte porte déjà cette adresse de courriel.',
  ROLE_MISSING: 'Le rôle de la personne manque.',
  ROLE_UNKNOWN: 'Ce rôle n’existe pas.',
  SECTOR_OF_RESPONDENT_MISSING: 'Le secteur que la personne représente manque.',
  SECTOR_NOT_OPEN: 'Ce secteur n’existe pas ou est fermé.',
  LAST_ADMINISTRATOR: 'C’est le dernier compte actif qui administre : donnez d’abord ce rôle à une autre personne.',
  SUBJECT_TAKEN: 'Un autre compte est déjà rattaché à cette personne.',
  // Passwords
  PASSWORD_WRONG: 'Le mot de passe actuel est inexact.',
  PASSWORD_TOO_SHORT: 'Il faut au moins douze caractères.',
  PASSWORD_TOO_LONG: 'Il ne faut pas plus de deux cents caractères.',
  PASSWORD_SAME: 'Le nouveau mot de passe doit différer de l’actuel.',
  PASSWORD_NAMES_PERSON: 'Le mot de passe ne peut contenir votre nom ni votre adresse de courriel.',
  // Personal tokens
  TOKEN_LABEL_MISSING: 'Ce à quoi le jeton servira manque.',
  TOKEN_LABEL_TAKEN: 'Un de vos jetons valides sert déjà à cela.',
  TOKEN_DAYS_OUT_OF_BOUNDS: 'Il faut un nombre entier de jours, de 1 à 366.',
  TOKENS_TOO_MANY: 'Vous avez déjà dix jetons valides : révoquez-en un d’abord.',
  TOKEN_NOT_VALID: 'Ce jeton n’existe pas ou ne vaut plus.',
  // Frozen editions
  YEAR_OUT_OF_BOUNDS: 'Cet exercice n’est pas dans le calendrier du registre.',
  YEAR_NOT_OVER: 'Cet exercice n’est pas terminé : il peut être arrêté à partir du 1er avril.',
  EDITION_ALREADY_FROZEN: 'Une édition de cet exercice est déjà arrêtée avec tout ce qui était connu hier soir.',
  EDITION_NOTE_MISSING: 'La note de l’édition manque.',
  EDITION_NOT_CONFIRMED: 'Confirmez : une édition arrêtée ne se change ni ne s’efface.',
  // Sectors
  SECTOR_UNKNOWN: 'Ce secteur n’existe pas.',
  SECTOR_NAME_MISSING: 'Le nom du secteur manque.',
  SECTOR_NAME_TAKEN: 'Un secteur porte déjà ce nom.',
  SERVICE_NAME_MISSING: 'Le nom du service manque.',
  SERVICE_NAME_TWICE: 'Ce service est déjà dans la liste.',
  SERVICES_TOO_MANY: 'Un secteur compte au plus cent services.',
  SECTOR_CONSULTED: 'Une consultation attend la réponse de ce secteur : il ne peut être fermé.',
  ORDER_INCOMPLETE: 'L’ordre doit nommer chaque secteur, une seule fois.',
  // Commitments
  DAYS_OUT_OF_BOUNDS: 'Il faut un nombre entier de jours ouvrables, de 1 à 250.',
  REPLY_BEFORE_ACKNOWLEDGEMENT: 'Le délai de réponse ne peut être plus court que celui de l’accusé de réception.',
  CHASES_OUT_OF_ORDER: 'Chaque relance vient après la précédente : il faut plus de jours.',
  MONTHS_OUT_OF_BOUNDS: 'Il faut un nombre entier de mois, de 1 à 600, ou rien.',
  SOURCE_MISSING: 'La source de ces délais manque.',
  ATTEMPTS_OUT_OF_BOUNDS: 'Il faut un nombre entier d’essais, de 1 à 20.',
  IDLE_OUT_OF_BOUNDS: `Il faut un nombre entier de minutes, de ${sessionBounds.idleMinutes[0]} à ${sessionBounds.idleMinutes[1]}.`,
  ABSOLUTE_OUT_OF_BOUNDS: `Il faut un nombre entier d’heures, de ${sessionBounds.absoluteHours[0]} à ${sessionBounds.absoluteHours[1]}.`,
  // Contacts
  UNIT_MISSING: 'Le nom de l’unité manque.',
  ADDRESS_MISSING: 'L’adresse postale manque.',
  ADDRESS_TOO_LONG: 'L’adresse compte au plus six lignes.',
  TELEPHONE_INVALID: 'Ce numéro de téléphone n’est pas valide : il faut au moins dix chiffres.',
  RECOURSE_TEXT_MISSING: 'Le paragraphe sur le recours manque.',
  RECOURSE_NAMES_NOBODY: 'Le paragraphe doit nommer le Protecteur du citoyen.',
  // Letters
  TEMPLATE_MISSING: 'Le modèle est vide.',
  TEMPLATE_FAULTY: 'Ce modèle contient une erreur ; celui en vigueur reste en place.',
  TEMPLATE_SILENT: 'Ce modèle ne dit pas tout ce que la lettre doit dire.',
  TEMPLATE_FORBIDDEN_WORD: 'Une plainte se nomme « plainte » ; l’autre mot désigne une demande de dommages.',
  TEMPLATE_ACCUSES_PERSON: 'Ce passage peut se lire comme un reproche à la personne.',
  TEMPLATE_IMPORTS: 'Un modèle ne reprend que « layout.typ ».',
  TEMPLATE_VERSION_UNKNOWN: 'Cette version n’existe pas.',
  TEMPLATE_VERSION_IN_FORCE: 'Cette version est déjà en vigueur.',
  // Calendar
  DAY_INVALID: 'Cette date n’est pas valide.',
  DAY_TWICE: 'Cette date est déjà dans la liste.',
  DAY_NAME_MISSING: 'Le nom de ce jour manque.',
  DAY_ALREADY_CLOSED: 'Ce jour n’est déjà pas ouvrable.',
  DAY_ALREADY_OPEN: 'Ce jour est déjà ouvrable.',
  DAYS_TOO_MANY: `Le calendrier compte au plus ${mostDays} jours particuliers.`,
  // Retention
  SCHEDULE_CODE_MISSING: 'Le numéro ou le code de la règle de conservation manque.',
  SCHEDULE_TITLE_MISSING: 'Le titre de la règle de conservation manque.',
  YEARS_OUT_OF_BOUNDS: 'Il faut un nombre entier d’années, de 0 à 100.',
  YEARS_MISSING: 'Une règle de conservation compte au moins une année.',
  DISPOSITION_UNKNOWN: 'Cette disposition n’existe pas.',
  INCIDENT_YEARS_OUT_OF_BOUNDS: `Il faut un nombre entier d’années, de ${leastIncidentYears} à 100.`,
  // Registers
  ENTRY_UNKNOWN: 'Cette inscription n’existe pas.',
  INFORMATION_MISSING: 'Les renseignements visés manquent.',
  CIRCUMSTANCES_MISSING: 'Les circonstances manquent.',
  OCCURRED_MISSING: 'Le jour de l’incident manque.',
  LEARNED_MISSING: 'Le jour où l’incident a été connu manque.',
  SENSITIVITY_MISSING: 'La sensibilité des renseignements manque.',
  MALICIOUS_USES_MISSING: 'Les utilisations malveillantes possibles manquent.',
  CONSEQUENCES_MISSING: 'Les conséquences appréhendées manquent.',
  LIKELIHOOD_MISSING: 'La probabilité manque.',
  MEASURES_MISSING: 'Les mesures prises manquent.',
  MADE_ON_MISSING: 'Le jour de la communication manque.',
  RECIPIENT_MISSING: 'Le destinataire manque.',
  NATURE_MISSING: 'La nature des renseignements manque.',
  PURPOSE_MISSING: 'La fin de la communication manque.',
  COMMUNICATION_REASON_MISSING: 'La raison de la communication manque.',
  REGISTER_NAMES_A_PERSON:
    'Un registre ne contient ni courriel ni téléphone d’une personne : désignez-la par le numéro du dossier.',
  DAY_TO_COME: 'Cette date est à venir.',
  PERIOD_ENDS_BEFORE: 'Cette date précède le début de l’incident ou de la période.',
  LEARNED_BEFORE: 'L’incident ne peut être connu avant de se produire.',
  PERSONS_OUT_OF_BOUNDS: 'Il faut un nombre entier de personnes, de 0 à dix millions.',
  PUBLIC_NOTICE_WHY: 'La raison de l’avis public manque.',
  FILE_NUMBER_INVALID: 'Un numéro de dossier s’écrit comme 2026-000012.',
} as const

export type AdministrationRefusalCode = keyof typeof administrationRefusals

/** Why a change of administration is not made, and the field it is about. */
export interface AdministrationRefusal {
  readonly code: AdministrationRefusalCode
  readonly field?: string | undefined
  /** Where, and what exactly, when the sentence alone does not say it. */
  readonly detail?: string | undefined
}

/** A refusal in words: the fact, then where. */
export const administrationSentence = ({ code, detail }: AdministrationRefusal): string =>
  detail ? `${administrationRefusals[code]} ${detail}` : administrationRefusals[code]

/** What is wrong with one field, when something is. */
export const flawOf = (field: string, code: AdministrationRefusalCode | false | undefined): AdministrationRefusal[] =>
  code ? [{ code, field }] : []
