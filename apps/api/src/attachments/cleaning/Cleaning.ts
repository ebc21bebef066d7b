/** A document to clean: what its content says it is, and its bytes. */
export interface Cleaning {
  mediaType: string
  content: Uint8Array
}

/** Why a document has no cleaned copy. */
export type CleaningRefusal = keyof typeof cleaningRefusals

/** A cleaned copy, or why there is none. */
export type Cleaned = { mediaType: string; content: Uint8Array } | { refusal: CleaningRefusal }

/** Each refusal in one sentence, which says what to do. */
export const cleaningRefusals = {
  KIND_NOT_CLEANED:
    'Ce genre de document n’a pas de copie nettoyée. Joignez-en une version PDF, ou une image, et préparez sa copie.',
  UNREADABLE: 'Ce document est endommagé ou incomplet : sa copie ne peut être préparée.',
  ENCRYPTED: 'Ce document est protégé par un mot de passe : sa copie ne peut être préparée.',
  TOO_LARGE: 'Ce document est trop grand une fois déployé : sa copie ne peut être préparée.',
  TOO_LONG: 'La préparation de la copie a été trop longue et a été arrêtée.',
  MACROS: 'Ce document contient un programme ou un objet incorporé. Exportez-le en PDF, puis préparez la copie du PDF.',
  HIDDEN_CONTENT:
    'Ce document contient du texte supprimé encore présent, du texte caché, ou une feuille ou une diapositive masquée. Exportez-le en PDF, puis préparez la copie du PDF.',
  OUTER_LINKS: 'Ce document est relié à d’autres fichiers. Exportez-le en PDF, puis préparez la copie du PDF.',
} as const

/** Stops a cleaning, for a reason. */
export class NotCleaned extends Error {
  readonly refusal: CleaningRefusal

  constructor(refusal: CleaningRefusal) {
    super(refusal)
    this.refusal = refusal
  }
}
