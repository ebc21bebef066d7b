/** What a letter must not say: another name for a complaint, or words that accuse the person. */
export const letterFlawCodes = {
  FORBIDDEN_WORD: 'Une plainte se nomme « plainte » : l’autre mot désigne une demande de dommages.',
  ACCUSES_PERSON: 'Ce passage peut se lire comme un reproche à la personne. Dites les faits sans la juger.',
} as const

export type LetterFlawCode = keyof typeof letterFlawCodes

/** A passage that a letter must not hold, and where it is in the text. */
export interface LetterFlaw {
  readonly code: LetterFlawCode
  readonly passage: string
  readonly start: number
}

const patterns: readonly (readonly [LetterFlawCode, RegExp])[] = [
  ['FORBIDDEN_WORD', /r[ée]clamations?/giu],
  [
    'ACCUSES_PERSON',
    /(?<!\p{L})(?:soi[- ]disant|de mauvaise foi|par votre (?:propre )?faute|vos (?:accusations|allégations|prétentions)|vous (?:prétendez|exagérez|mentez|abusez)|vous avez (?:menti|exagéré|abusé|omis|négligé|échoué|tardé)|vous auriez dû|votre (?:négligence|mauvaise volonté|manque de collaboration)|(?:plainte|demande) (?:frivole|abusive|farfelue|sans fondement sérieux))(?!\p{L})/giu,
  ],
]

/** Every passage of a text that a letter must not hold, in its order. */
export function letterFlaws(text: string): LetterFlaw[] {
  const straight = text.normalize('NFC').replaceAll('\u00a0', ' ')
  return patterns
    .flatMap(([code, pattern]) =>
      [...straight.matchAll(pattern)].map(found => ({ code, passage: found[0], start: found.index })),
    )
    .sort((one, other) => one.start - other.start)
}
