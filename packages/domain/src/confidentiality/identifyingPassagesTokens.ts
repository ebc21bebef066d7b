import { type FoldedText, fold, normaliseToken, pieces, type Run, words } from './identifyingPassagesFolding.ts'
import type { Finding, PassageKind } from './identifyingPassagesKinds.ts'

/** Tells whether the vault of this dossier knows a normalised token, without reading the vault. */
export type Recognises = (token: string) => boolean

/** All that the vault holds to identify a person, as it was given. */
export interface Identity {
  names: string[]
  emails: string[]
  telephones: string[]
  postalCodes: string[]
  addresses: string[]
  numbers: string[]
}

const longestToken = 48
const mostPieces = 32
const widestGap = 4

const tokenOf = (kind: PassageKind, folded: string) => `${kind.toLowerCase()}:${folded}`

const setOf = (list: string) => new Set(list.split(' '))
const civilities = setOf('m mm mme mmes mlle mr mrs ms dr dre me monsieur madame mademoiselle docteur docteure maitre')
/** Words of a name that every text is full of: they are recognised joined to the next word, never alone. */
const particles = setOf('de la le les du des von van der den del dos das the and fils')
/** Local parts that name a function and not a person. */
const sharedLocalParts = setOf(
  'plainte plaintes contact courriel email famille maison bureau service services direction accueil administration ' +
    'reception secretariat information informations renseignements greffe mairie ville municipalite commentaires ' +
    'comptabilite communication communications webmestre support',
)
const streetTypes = setOf(
  'rue avenue av ave boulevard boul blvd bd chemin ch rang rg route rte place pl cote montee allee ruelle impasse ' +
    'croissant carre square promenade terrasse quai autoroute street road rd drive lane court crescent passage',
)
const streetFillers = setOf('de du des la le les l d est ouest nord sud e o n s w east west north south')
const units = setOf('app apt appartement bureau unite suite local porte casier')
const saints = new Map([
  ['saint', 'st'],
  ['sainte', 'ste'],
])
const civicNumber = /^\d{1,6}[a-z]?$/

interface Candidate {
  token: string
  start: number
  end: number
}

/** Every way to read an address from a civic number on: « 12, rue de la Montagne Est » is read as 12 montagne. */
function addressCandidates(plain: string): Candidate[] {
  const all = words(plain)
  const found: Candidate[] = []
  for (const [index, number] of all.entries()) {
    if (!civicNumber.test(number.text) || units.has(all[index - 1]?.text ?? '')) continue
    let folded = number.text
    let significant = 0
    let lettered = false
    for (let next = index + 1; next <= index + 8 && significant < 5; next++) {
      const word = all[next]
      if (!word || word.start - all[next - 1]!.end > widestGap || folded.length > longestToken) break
      if (streetTypes.has(word.text) || streetFillers.has(word.text)) continue
      folded += saints.get(word.text) ?? word.text
      significant += 1
      lettered ||= /\p{L}/u.test(word.text) && !saints.has(word.text)
      if (lettered) found.push({ token: tokenOf('CIVIC_ADDRESS', folded), start: number.start, end: word.end })
    }
  }
  return found
}

/** A street is given up to the comma, the line or the unit that ends it: the town after it is not the address. */
function streetOf(address: string): string {
  const plain = fold(address).plain
  const head =
    /^[^\p{L}\p{N}]*(?:(?:app|apt|appartement|bureau|unite|suite)\.?\s*\w{1,6}[\s,-]+)?/u.exec(plain)?.[0] ?? ''
  const rest = plain.slice(head.length)
  const end = /^\d[^\n,]*(?:,[^\n,]*\p{L}[^\n,]*)?/u.exec(rest)?.[0] ?? rest
  const [first = '', ...after] = end.split(',')
  return (/\p{L}{2}/u.test(first) ? first : [first, ...after].join(' ')).replace(
    /[\s-](?:app|apt|appartement|bureau|unite|suite)\b.*$/u,
    '',
  )
}

function nameTokens(name: string): string[] {
  const parts = words(fold(name).plain)
    .map(word => word.text)
    .filter(word => !civilities.has(word))
    .slice(0, 8)
  const joined = name.split(/[\s,;]+/u).map(normaliseToken)
  const rotations = parts.map((_, turn) => [...parts.slice(turn), ...parts.slice(0, turn)].join(''))
  const pairs = parts.flatMap((one, i) =>
    parts.flatMap((other, j) => (i === j || (particles.has(one) && particles.has(other)) ? [] : [one + other])),
  )
  const apart = [...parts, ...joined].filter(word => !particles.has(word) && !civilities.has(word))
  return [...apart, ...rotations, ...pairs]
    .filter(word => word.length >= 3 && word.length <= longestToken && !particles.has(word))
    .map(word => tokenOf('NAME', word))
}

function emailTokens(email: string): string[] {
  const whole = normaliseToken(email)
  const local = normaliseToken(email.split('@')[0] ?? '')
  return [whole, ...(sharedLocalParts.has(local) ? [] : [local])]
    .filter(part => part.length >= 5)
    .map(part => tokenOf('EMAIL', part))
}

function telephoneTokens(telephone: string): string[] {
  // What follows the number (« poste 12 ») is not part of it.
  const digits = (/^[^\p{L}]*/u.exec(fold(telephone).plain)?.[0] ?? '').replace(/\D/gu, '')
  return digits.length >= 7 ? [tokenOf('TELEPHONE', digits.slice(-10))] : []
}

function addressTokens(address: string): string[] {
  const street = streetOf(address)
  const raw = normaliseToken(street)
  const canonical = addressCandidates(street)
  const whole = /^\d.*\p{L}/u.test(raw) && raw.length >= 5 ? [tokenOf('CIVIC_ADDRESS', raw.slice(0, longestToken))] : []
  return [...canonical.map(candidate => candidate.token), ...whole]
}

function numberTokens(number: string): string[] {
  const whole = normaliseToken(number)
  const figures = /\d{6,}/u.exec(whole)?.[0]
  return [whole, ...(figures ? [figures] : [])]
    .filter(part => part.length >= 5 && part.length <= longestToken && /\d/u.test(part))
    .map(part => tokenOf('NUMBER', part))
}

/** The normalised tokens under which an identity is recognised later; given to the vault's blind index at deposit. */
export function identityTokens(identity: Identity): string[] {
  return [
    ...new Set([
      ...identity.names.flatMap(nameTokens),
      ...identity.emails.flatMap(emailTokens),
      ...identity.telephones.flatMap(telephoneTokens),
      ...identity.postalCodes
        .map(normaliseToken)
        .filter(Boolean)
        .map(code => tokenOf('POSTAL_CODE', code)),
      ...identity.addresses.flatMap(addressTokens),
      ...identity.numbers.flatMap(numberTokens),
    ]),
  ]
}

const allLetters = /^\p{L}+$/u
const allFigures = /^\d+$/u
const postalCode = /^[a-z]\d[a-z]\d[a-z]\d$/

/** The kinds under which letters and figures written in a row may be known. */
function readings(folded: string): [PassageKind, string][] {
  const { length } = folded
  if (length < 3) return []
  const email: [PassageKind, string][] = length >= 5 ? [['EMAIL', folded]] : []
  if (allLetters.test(folded)) return [['NAME', folded], ...email]
  if (length < 5) return []
  const number: [PassageKind, string] = ['NUMBER', folded]
  if (allFigures.test(folded)) {
    return length >= 7 && length <= 15 ? [['TELEPHONE', folded.slice(-10)], number, ...email] : [number, ...email]
  }
  if (postalCode.test(folded)) return [['POSTAL_CODE', folded], number]
  return /^\d/u.test(folded) ? [['CIVIC_ADDRESS', folded], number, ...email] : [number, ...email]
}

/** Nothing but separators of a few characters stands between two pieces. */
const near = (one: Run, other: Run) => other.start - one.end <= widestGap

/**
 * Every passage that the vault knows, spaced out, hyphenated or run together as it may be. The work is bounded by the
 * length of the text times a constant: at most 32 pieces and 48 characters are put together from any place.
 */
export function knownFindings({ plain }: FoldedText, recognises: Recognises): Finding[] {
  const answers = new Map<string, boolean>()
  const knows = (token: string) => {
    const known = answers.get(token) ?? recognises(token)
    answers.set(token, known)
    return known
  }
  const found: Finding[] = []
  const all = pieces(plain)
  for (const [index, first] of all.entries()) {
    let folded = ''
    for (let last = index; last < Math.min(all.length, index + mostPieces); last++) {
      const piece = all[last]!
      if (last > index && !near(all[last - 1]!, piece)) break
      if (folded.length + piece.text.length > longestToken) break
      folded += piece.text
      for (const [kind, value] of readings(folded)) {
        if (knows(tokenOf(kind, value))) found.push({ kind, start: first.start, end: piece.end, known: true })
      }
    }
  }
  for (const { token, start, end } of addressCandidates(plain)) {
    if (knows(token)) found.push({ kind: 'CIVIC_ADDRESS', start, end, known: true })
  }
  return found
}

/** Whether the vault knows an e-mail address too long to be put together piece by piece. */
export const knowsEmail = (email: string, recognises: Recognises): boolean =>
  recognises(tokenOf('EMAIL', normaliseToken(email)))
