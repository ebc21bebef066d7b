/** What a passage can give away about a person. */
export type PassageKind = 'NAME' | 'EMAIL' | 'TELEPHONE' | 'POSTAL_CODE' | 'CIVIC_ADDRESS' | 'NUMBER'

/** What an officer reads beside a passage. The order settles which kind is named when two say the same passage. */
export const passageKindLabels: Readonly<Record<PassageKind, string>> = Object.freeze({
  NAME: 'Nom d’une personne',
  EMAIL: 'Adresse courriel',
  TELEPHONE: 'Numéro de téléphone',
  POSTAL_CODE: 'Code postal',
  CIVIC_ADDRESS: 'Adresse',
  NUMBER: 'Numéro de compte, de dossier ou d’identification',
})

/** A stretch of the text, `end` not included, as one detector sees it. */
export interface Finding {
  kind: PassageKind
  start: number
  end: number
  known: boolean
}
