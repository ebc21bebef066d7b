import { type AdministrationRefusal, flawOf } from './administrationRefusals.ts'
import { isWholeWithin, nameFlaw, tidied } from './bounds.ts'

/** A token as somebody asks for it: what it is for, and for how many days. */
export interface PersonalTokenDraft {
  readonly label: string
  readonly days: number
}

/** For how many days a token may be valid, at least and at most. */
export const tokenDays = [1, 366] as const

/** How many valid tokens one person may have at once. */
export const mostTokens = 10

/** What is wrong with a token, given the labels of those that are valid. */
export function tokenFlaws({ label, days }: PersonalTokenDraft, valid: readonly string[]): AdministrationRefusal[] {
  const name = tidied(label)
  const taken = valid.some(other => other.toLowerCase() === name.toLowerCase())
  return [
    ...flawOf('label', name ? (nameFlaw(name) ?? (taken && 'TOKEN_LABEL_TAKEN')) : 'TOKEN_LABEL_MISSING'),
    ...flawOf('days', !isWholeWithin(days, tokenDays) && 'TOKEN_DAYS_OUT_OF_BOUNDS'),
    ...flawOf('label', valid.length >= mostTokens && 'TOKENS_TOO_MANY'),
  ]
}
