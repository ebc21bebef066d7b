import { randomInt } from 'node:crypto'
import { hashPassword } from './password.ts'

/** How long a temporary password opens the choice of another, in hours. */
export const temporaryHours = 72

// No letter or digit that is read for another.
const signs = 'abcdefghjkmnpqrstuvwxyz23456789'
const group = () => Array.from({ length: 5 }, () => signs[randomInt(signs.length)]).join('')

/** A password to be said once, and changed at the first sign-in: four groups of five signs, 99 bits. */
export async function makeTemporaryPassword(): Promise<{ shown: string; hash: string }> {
  const shown = Array.from({ length: 4 }, group).join('-')
  return { shown, hash: await hashPassword(shown) }
}
