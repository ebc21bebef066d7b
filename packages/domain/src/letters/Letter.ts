import type { LocalDate } from '../calendar/localDate.ts'
import type { SectorCode } from '../confidentiality/permits.ts'
import type { Contacts, Settings } from '../tables/settings.ts'
import type { LetterKind } from './letterKinds.ts'

export type LetterLanguage = 'FR' | 'EN'

/** A piece of the text of a letter: lines of one paragraph, or the items of a list. */
export type LetterBlock = { readonly lines: readonly string[] } | { readonly items: readonly string[] }

/** Something that the person must find at once: its name and what it is. */
export interface LetterFact {
  readonly label: string
  readonly value: string
}

/** Everything that a letter prints, save whom it is for: a template adds nothing but words that are the same for all. */
export interface Letter {
  readonly kind: LetterKind
  readonly language: LetterLanguage
  readonly fileNumber: string
  readonly date: LocalDate
  readonly dateInWords: string
  readonly subject: string
  readonly facts: readonly LetterFact[]
  readonly body: readonly LetterBlock[]
  /** The recourse to the Protecteur du citoyen, when the text does not say it already. */
  readonly recourse: string | null
  readonly contacts: Contacts
}

/** What a letter needs besides the dossier. */
export interface LetterContext {
  readonly settings: Settings
  readonly sectorName: (code: SectorCode) => string
}
