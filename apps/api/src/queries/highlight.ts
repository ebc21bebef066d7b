import { marks } from '../readModels/caseloadWords.ts'

/** A piece of a found passage. */
export interface Passage {
  text: string
  hit: boolean
}

/** A passage as PostgreSQL marks it, cut into pieces: data, never markup. */
export function passagesOf(headline: string | null): Passage[] {
  const pieces: Passage[] = []
  let hit = false
  for (const piece of (headline ?? '').split(/([\uE000\uE001])/)) {
    if (piece === marks.start) hit = true
    else if (piece === marks.stop) hit = false
    else if (piece) pieces.push({ text: piece, hit })
  }
  return pieces
}
