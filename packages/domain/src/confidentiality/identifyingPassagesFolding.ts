/**
 * A text with accents, case, look-alike letters and invisible characters folded away, spacing and punctuation kept,
 * and for each folded character the stretch of the original text it came from.
 */
export interface FoldedText {
  plain: string
  starts: Int32Array
  ends: Int32Array
}

const lookAlikes = new Map([
  ...zip('авсԁеһнікӏмопԛрѕтухјԝ', 'abcdehhiklmonqpstyxjw'),
  ...zip('αβεζηικμνορτυχ', 'abezhikmnoptyx'),
  ...zip('øłđðıŋħ', 'olddinh'),
  ['œ', 'oe'],
  ['æ', 'ae'],
  ['ß', 'ss'],
  ['þ', 'th'],
  ...zip('’‘ʼ`´′', "''''''"),
  ...zip('‐‑‒–—―−', '-------'),
] as [string, string][])

function zip(from: string, to: string): [string, string][] {
  return Array.from(from, (character, index) => [character, to[index] ?? ''])
}

const invisible = /\p{M}|\p{Cf}/u
const remembered = new Map<string, string>()

function foldCharacter(character: string): string {
  if (character <= '\u007f') return character === '`' ? "'" : character.toLowerCase()
  const known = remembered.get(character)
  if (known !== undefined) return known
  let folded = ''
  for (const part of (lookAlikes.get(character) ?? character).normalize('NFKC').toLowerCase().normalize('NFD')) {
    if (!invisible.test(part)) folded += lookAlikes.get(part) ?? part
  }
  if (remembered.size < 5000) remembered.set(character, folded)
  return folded
}

export function fold(text: string): FoldedText {
  let plain = ''
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  for (const character of text) {
    const end = at + character.length
    const folded = foldCharacter(character)
    for (let unit = 0; unit < folded.length; unit++) {
      starts.push(at)
      ends.push(end)
    }
    // An accent written after its letter, or an invisible character, belongs to the letter before it.
    if (folded === '' && ends.length > 0) ends[ends.length - 1] = end
    plain += folded
    at = end
  }
  return { plain, starts: Int32Array.from(starts), ends: Int32Array.from(ends) }
}

const separators = /[^\p{L}\p{N}]+/gu

/** Letters and figures alone: accents, case, spacing, punctuation, look-alike and invisible characters folded away. */
export const normaliseToken = (text: string): string => fold(text).plain.replace(separators, '')

/** A run of letters, or of figures, or of both, in a folded text; `end` not included. */
export interface Run {
  text: string
  start: number
  end: number
}

const runsOf = (pattern: RegExp) => (plain: string) =>
  Array.from(plain.matchAll(pattern), ({ 0: text, index }): Run => ({ text, start: index, end: index + text.length }))

/** Letters apart from figures: the smallest pieces that somebody can space out. */
export const pieces = runsOf(/\p{L}+|\p{N}+/gu)

/** Letters and figures together: « 8e », « g1r ». */
export const words = runsOf(/[\p{L}\p{N}]+/gu)
