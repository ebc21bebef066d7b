import { type AdministrationRefusal, flawOf } from './administrationRefusals.ts'
import { foldedWords } from './foldedWords.ts'

/** Whoever chooses a password, and what it replaces. */
export interface PasswordChoice {
  readonly current: string
  readonly chosen: string
}

const shortest = 12
const longest = 200

/** What is wrong with a password that a person chooses: long rather than intricate, and not their own name. */
export function passwordFlaws(
  { current, chosen }: PasswordChoice,
  { name, email }: { name: string; email: string },
): AdministrationRefusal[] {
  const folded = foldedWords(chosen).join('')
  const own = [...foldedWords(name), ...foldedWords(email.split('@')[0] ?? '')]
  const namesPerson = own.some(word => word.length >= 4 && folded.includes(word))
  if (chosen.length < shortest) return flawOf('chosen', 'PASSWORD_TOO_SHORT')
  if (chosen.length > longest) return flawOf('chosen', 'PASSWORD_TOO_LONG')
  if (chosen === current) return flawOf('chosen', 'PASSWORD_SAME')
  return flawOf('chosen', namesPerson && 'PASSWORD_NAMES_PERSON')
}
