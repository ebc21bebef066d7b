import type { Event, EventType } from '../events.ts'

/** A line of the journal in French: one sentence, then the key contents under their names. */
export interface Told {
  readonly title: string
  readonly tone?: 'neutral' | 'info' | 'success' | 'warning' | 'danger'
  readonly contents?: readonly Content[]
}

interface Content {
  readonly label: string
  readonly text: string | null | undefined
}

/** What a sentence needs besides its event: the words for codes that are not in the published tables. */
export interface Words {
  readonly staff: (id: string) => string
  readonly sector: (code: string) => string
  /** « le motif » when the dossier has one, « le motif « Accueil » » when it has several. */
  readonly matter: (id: string) => string
  /** What a document is, from its reference in the vault, where the dossier is at hand. */
  readonly document?: (ref: string) => string | undefined
}

export type Teller<Type extends EventType> = (event: Extract<Event, { type: Type }>, words: Words) => Told

/** The sentences of one room of the process. */
export type Tellers<Type extends EventType> = { readonly [Each in Type]: Teller<Each> }
