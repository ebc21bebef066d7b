import type { RefusalCode } from '../tables/refusals.ts'
import type { TellingEvent } from './letterOf.ts'

/** The digest of the letter as the person who decides read it again, and of the letter that would leave now. */
export interface LetterSeen {
  readonly seen: string | null | undefined
  readonly leaving: string
}

/** What was read again is what leaves; the result is never told without its letter having been read. */
export function letterRefusal(
  { type }: Pick<TellingEvent, 'type'>,
  { seen, leaving }: LetterSeen,
): RefusalCode | undefined {
  if (!seen) return type === 'COMPLAINANT_INFORMED' ? 'LETTER_NOT_SEEN' : undefined
  return seen === leaving ? undefined : 'LETTER_CHANGED'
}
