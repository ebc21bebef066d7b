import { type FoldedText, type Run, words } from './identifyingPassagesFolding.ts'
import type { Finding, PassageKind } from './identifyingPassagesKinds.ts'

const setOf = (list: string) => new Set(list.split(' '))

/** A folded text cut in words, with what folding forgets: where the capitals were. */
interface Reading {
  plain: string
  words: Run[]
  capital: (at: number) => boolean
}

type Span = [start: number, end: number]

const months = setOf('janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre')
const months12 = (value: number) => value >= 1 && value <= 12

/** An amount, a share or a count is no identifier, however many figures it has. */
const amountAfter =
  /^(?:[.,]\d| ?(?:\$|¢|€|%|dollars?\b|cad\b|millions?\b|habitants?\b|personnes?\b|logements?\b|dossiers?\b|plaintes?\b|pages?\b|jours?\b|heures?\b|km\b|metres?\b|m2?\b|unites?\b|employee?s?\b|citoyen(?:ne)?s?\b))/
const isAmount = (plain: string, [start, end]: Span) =>
  amountAfter.test(plain.slice(end, end + 16)) || /[$€] ?$/.test(plain.slice(Math.max(0, start - 2), start))

const spansOf = (plain: string, pattern: RegExp): Span[] =>
  Array.from(plain.matchAll(pattern), ({ 0: text, index }): Span => [index, index + text.length])

function emails({ plain }: Reading): Span[] {
  return spansOf(plain, /@|[([]at[)\]]|\barobase\b/g).flatMap(([at, after]): Span[] => {
    const local = /[a-z0-9._%+'-]{1,64} {0,2}$/.exec(plain.slice(Math.max(0, at - 66), at))
    const host = /^ {0,2}(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}/.exec(plain.slice(after, after + 320))
    return local && host ? [[at - local[0].length, after + host[0].length]] : []
  })
}

const telephone =
  /(?<![\p{L}\d])(?<!\d[.,])(?:\+?1[ .-]{0,2})?\(? ?[2-9]\d{2} ?\)?[ ./-]{0,3}[2-9]\d{2}[ .-]{0,3}\d{4}(?![\p{L}\d])/gu

const telephones = ({ plain }: Reading): Span[] => spansOf(plain, telephone).filter(span => !isAmount(plain, span))

const postalCode =
  /(?<![\p{L}\d])[abceghjklmnprstvxy]\d[abceghj-nprstv-z][ -]{0,2}\d[abceghj-nprstv-z]\d(?![\p{L}\d])/gu

const postalCodes = ({ plain }: Reading): Span[] => spansOf(plain, postalCode)

const strongStreets = setOf('rue avenue av ave boulevard boul blvd bd chemin rang')
const weakStreets = setOf(
  'ch rte route place pl cote montee allee ruelle impasse croissant carre square promenade terrasse quai autoroute ' +
    'passage court esplanade',
)
const streetsAfterName = setOf('street st road rd drive lane crescent court avenue ave boulevard blvd allee')
const numberedStreets = setOf('rue avenue av ave rang route rte boulevard boul chemin street autoroute')
const connectors = setOf('de du des la le les l d')
const directions = setOf('est ouest nord sud')
const notStreetNames = setOf('et ou qui que qu est sont ont a au aux ne pas en sur dans pour par avec se il elle on')
const beforeOtherNumbers = setOf(
  'article articles art al alinea paragraphe par chapitre chap page p annexe reglement loi en depuis annee ' +
    'partie section tome edition version',
)
const ordinal = /^\d{1,3}(?:e|er|re|ere|ieme|eme|th|st|nd|rd)$/
const apartment = /^,? {0,2}(?:app|apt|appartement|bureau|unite|suite)\.? {0,2}#? ?[a-z0-9]{1,5}(?![\p{L}\d])/u

/** Where the name of a street ends, after the word at `index` that says what kind of street it is; null when it has none. */
function streetNameEnd({ plain, words: all, capital }: Reading, index: number): number | null {
  const strong = strongStreets.has(all[index]!.text)
  let end: number | null = null
  for (let next = index + 1; next <= index + 8; next++) {
    const word = all[next]
    if (!word || !/^(?:\.? {0,2}|-|'|' )$/.test(plain.slice(all[next - 1]!.end, word.start))) break
    if (connectors.has(word.text)) continue
    const numbered = /^\d{1,4}[a-z]{0,4}$/.test(word.text) && numberedStreets.has(all[index]!.text) && end === null
    const plainName = strong && end === null && !notStreetNames.has(word.text) && /^\p{L}{3,}$/u.test(word.text)
    const hyphenated = end !== null && plain[word.start - 1] === '-'
    if (!capital(word.start) && !numbered && !plainName && !hyphenated && !(end !== null && directions.has(word.text)))
      break
    end = word.end
  }
  return end
}

/** « 12, rue X », « 12, 8e Rue », « 12 X Street »: where it ends, when an address starts with the number at `index`. */
function addressEnd(reading: Reading, index: number): number | null {
  const { plain, words: all, capital } = reading
  const follows = (at: number) => /^(?:, ?| {1,2}|\n|,\n|-)$/.test(plain.slice(all[at - 1]!.end, all[at]!.start))
  let next = index + 1
  if (all[next]?.text.length === 1 && !connectors.has(all[next]!.text) && follows(next)) next += 1
  const first = all[next]
  if (!first || !follows(next)) return null
  if (strongStreets.has(first.text) || weakStreets.has(first.text)) return streetNameEnd(reading, next)
  const second = all[next + 1]
  if (ordinal.test(first.text) && second && follows(next + 1) && numberedStreets.has(second.text)) {
    const third = all[next + 2]
    return third && directions.has(third.text) && follows(next + 2) ? third.end : second.end
  }
  for (let last = next; last < next + 3; last++) {
    const word = all[last]
    const type = all[last + 1]
    if (!word || !type || !capital(word.start) || months.has(word.text) || !/^\p{L}+$/u.test(word.text)) return null
    const between = plain.slice(word.end, type.start)
    if (between !== ' ' && between !== '-') return null
    if (between === ' ' && streetsAfterName.has(type.text) && plain[type.end] !== '-' && capital(type.start))
      return type.end
  }
  return null
}

function civicAddresses(reading: Reading): Span[] {
  const { plain, words: all } = reading
  const found = spansOf(plain, /(?<!\p{L})(?:case postale|casier postal|c\. ?p\.) {0,2}\d{1,6}(?!\d)/gu)
  for (const [index, { text, start }] of all.entries()) {
    if (!/^\d{1,6}[a-z]?$/.test(text)) continue
    const before = all[index - 1]?.text ?? ''
    if (months.has(before) || beforeOtherNumbers.has(before)) continue
    // Neither a decimal nor the day of a date is a civic number.
    if (/\d[.,]$|\d{4}-\d{2}-$/.test(plain.slice(Math.max(0, start - 8), start))) continue
    const end = addressEnd(reading, index)
    if (end !== null) found.push([start, end + (apartment.exec(plain.slice(end, end + 32))?.[0].length ?? 0)])
  }
  return found
}

/** The check digit of a social insurance number. */
function luhn(digits: string): boolean {
  const sum = Array.from(digits).reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum > 0 && sum % 10 === 0
}

const socialInsurance = /(?<![\p{L}\d])(?<!\d[ .,-])\d{3}[ -]?\d{3}[ -]?\d{3}(?![\p{L}\d])(?![ -]\d)/gu
const healthInsurance = /(?<![\p{L}\d])[a-z]{4}[ -]{0,2}\d{4}[ -]{0,2}\d{4}(?![\p{L}\d])/gu

/** A health insurance number holds a birth date, 50 added to the month for women. */
function holdsBirthDate(number: string): boolean {
  const digits = number.replace(/\D/g, '')
  const month = Number(digits.slice(2, 4))
  const day = Number(digits.slice(4, 6))
  return (months12(month) || months12(month - 50)) && day >= 1 && day <= 31
}

const numbered = setOf(
  'dossier dossiers compte comptes matricule permis contrat client cliente facture reference ref police assure assuree ' +
    'bail plaque lot cadastre demande abonnement carte passeport nas nam',
)
const markers = setOf('no nos num numero numeros number')
const numberFillers = setOf(
  'no n num numero du de la le l d est client cliente compte dossier contribuable reference permis police matricule ' +
    'assurance sociale maladie conduire construction renovation hydro portant bancaire citoyen citoyenne locataire',
)
/** Numbers that everybody knows: those of rules, resolutions and forms. */
const publicNumbers = setOf(
  'reglement reglements loi lois decret arrete resolution article projet chapitre annexe formulaire norme directive ' +
    'bulletin circulaire offre offres edition',
)
const numberValue = /(?:[a-z]{1,5}[-/. ]?)?\d[a-z0-9]*(?:[-/. ][a-z]{0,3}\d[a-z0-9]*){0,6}/y
const datesAndYears =
  /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2,4}|(?:19|20)\d{2}[-/ ](?:19|20)\d{2})$/
const ourOwnNumber = /^pl-\d{4}-\d{5}$/
const thousands = /^\d{1,3}(?: \d{3})+$/

function namedNumber({ plain, words: all }: Reading, index: number): Span[] {
  const keyword = all[index]!
  const marks = (at: number) => {
    const word = all[at]!
    return markers.has(word.text) || (word.text === 'n' && plain[word.end] === '°')
  }
  if (!numbered.has(keyword.text) && !marks(index)) return []
  if (publicNumbers.has(all[index - 1]?.text ?? '') || publicNumbers.has(all[index - 2]?.text ?? '')) return []
  let marked = marks(index)
  for (let next = index + 1; next <= index + 6; next++) {
    const word = all[next]
    const gap = word ? plain.slice(all[next - 1]!.end, word.start) : ''
    if (!word || !/^[\s:.#°'(-]{1,4}$/.test(gap)) return []
    marked ||= /[:#]/.test(gap) || marks(next)
    if (numberFillers.has(word.text)) continue
    numberValue.lastIndex = word.start
    const value = numberValue.exec(plain)?.[0]
    if (!value) return []
    const span: Span = [word.start, word.start + value.length]
    const long = value.replace(/[^a-z0-9]/g, '').length >= 5 && value.replace(/\D/g, '').length >= 4
    const ordinary = datesAndYears.test(value) || ourOwnNumber.test(value) || (!marked && thousands.test(value))
    return long && !ordinary && !isAmount(plain, span) ? [span] : []
  }
  return []
}

function numbers(reading: Reading): Span[] {
  const { plain, words: all } = reading
  return [
    ...spansOf(plain, socialInsurance).filter(
      span => luhn(plain.slice(...span).replace(/\D/g, '')) && !isAmount(plain, span),
    ),
    ...spansOf(plain, healthInsurance).filter(span => holdsBirthDate(plain.slice(...span))),
    ...spansOf(plain, /(?<=#)\d{5,20}(?!\d)/g),
    ...all.flatMap((_, index) => namedNumber(reading, index)),
  ]
}

const fullCivilities = setOf('monsieur madame mademoiselle messieurs mesdames docteur docteure maitre')
const shortCivilities = setOf('mme mmes mlle mlles mr dr dre')
/** Too short to be read as a civility without its capital. */
const capitalCivilities = setOf('m mm me ms mrs')
const particles = setOf('de du des la le d l von van der del di st ste')
/** Functions and bodies: a capital does not make them persons. */
const notPersons = setOf(
  'maire mairesse ministre president presidente directeur directrice juge depute deputee conseiller conseillere ' +
    'greffier greffiere prefet prefete commissaire protecteur protectrice secretaire sous premier premiere chef cheffe ' +
    'responsable agent agente inspecteur inspectrice gestionnaire coordonnateur coordonnatrice tribunal commission ' +
    'ministere societe office regie ville municipalite mrc secretariat autorite bureau centre comite conseil direction ' +
    'service services gouvernement madame monsieur mme',
)
const notFirstNames = setOf(
  'et ou je j il elle on qui que qu suis est sont a au aux pour par avec sur dans en inscrit inscrite mal bien comme ' +
    'toujours encore pas plus souvent depuis ici desormais ainsi celui celle mon ma mes son sa ses votre vos',
)

/** The end of a name written with capitals that starts at the word `index`; null when there is none. */
function capitalisedNameEnd({ plain, words: all, capital }: Reading, index: number): number | null {
  let end: number | null = null
  let full = false
  for (let next = index; next < index + 6; next++) {
    const word = all[next]
    if (!word || !/^\p{L}+$/u.test(word.text)) break
    const initial = all[next - 1]?.text.length === 1
    const gap = plain.slice(all[next - 1]?.end ?? 0, word.start)
    if (next > index && !/^(?: {1,2}|-|'|' )$/.test(gap) && !(initial && /^\. ?$/.test(gap))) break
    if (notPersons.has(word.text) && !full) return null
    if (notPersons.has(word.text)) break
    if (capital(word.start)) {
      if (!particles.has(word.text)) {
        end = word.end
        full ||= word.text.length >= 2
      }
    } else if (!particles.has(word.text)) break
  }
  return full ? end : null
}

/** The end of a name given in small letters after « je m’appelle ». */
function plainNameEnd({ plain, words: all }: Reading, index: number): number | null {
  let end: number | null = null
  for (let next = index; next < index + 3; next++) {
    const word = all[next]
    if (!word || !/^\p{L}{2,}$/u.test(word.text) || notFirstNames.has(word.text) || notPersons.has(word.text)) break
    if (next > index && !/^[ '-]$/.test(plain.slice(all[next - 1]!.end, word.start))) break
    if (!particles.has(word.text)) end = word.end
  }
  return end
}

/** The phrases by which people name themselves, and whether a name in small letters is believed after them. */
const introductions: [words: string[], small: boolean][] = [
  [['je', 'm', 'appelle'], true],
  [['je', 'm', 'apelle'], true],
  [['je', 'me', 'nomme'], true],
  [['mon', 'nom', 'est'], true],
  [['mon', 'nom', 'c', 'est'], true],
  [['s', 'appelle'], false],
  [['se', 'nomme'], false],
  [['nomme'], false],
  [['nommee'], false],
  [['prenomme'], false],
  [['prenommee'], false],
  [['denomme'], false],
  [['denommee'], false],
  [['du', 'nom', 'de'], false],
]

function names(reading: Reading): Span[] {
  const { plain, words: all, capital } = reading
  const found: Span[] = []
  const add = (index: number, end: number | null) => {
    if (all[index] && end !== null) found.push([all[index].start, end])
  }
  for (const [index, { text, start, end }] of all.entries()) {
    const gap = plain.slice(end, all[index + 1]?.start ?? end)
    const short = shortCivilities.has(text) || (capitalCivilities.has(text) && capital(start))
    const counted = /\d$/.test(all[index - 1]?.text ?? '')
    if (
      (fullCivilities.has(text) && /^\s{1,3}$/.test(gap)) ||
      (short && !counted && /^(?:\.\s{0,3}|\s{1,3})$/.test(gap))
    ) {
      const nameEnd = capitalisedNameEnd(reading, index + 1)
      add(index + 1, nameEnd)
      // « MM. X et Y », « Mme X et M. Y » : the second has its own civility save after a plural.
      if (nameEnd !== null && /^(?:mm|mmes|mlles|messieurs|mesdames)$/.test(text)) {
        let and = index + 1
        while (all[and] && all[and]!.start < nameEnd) and += 1
        if (all[and]?.text === 'et') add(and + 1, capitalisedNameEnd(reading, and + 1))
      }
    }
    if ((text === 'nom' || text === 'prenom') && /^ ?: {0,3}$/.test(gap))
      add(index + 1, capitalisedNameEnd(reading, index + 1))
    for (const [phrase, small] of introductions) {
      if (phrase[0] !== text || !phrase.every((word, at) => all[index + at]?.text === word)) continue
      const first = index + phrase.length
      const before = all[first - 1]!
      if (!all[first] || !/^[\s:]{1,3}$/.test(plain.slice(before.end, all[first].start))) continue
      add(first, capitalisedNameEnd(reading, first) ?? (small ? plainNameEnd(reading, first) : null))
    }
  }
  return found
}

const detectors: Record<PassageKind, (reading: Reading) => Span[]> = {
  NAME: names,
  EMAIL: emails,
  TELEPHONE: telephones,
  POSTAL_CODE: postalCodes,
  CIVIC_ADDRESS: civicAddresses,
  NUMBER: numbers,
}

/** Every passage that looks like it gives a person away, whatever the vault holds. Each look is at a bounded stretch. */
export function lookalikeFindings({ plain, starts }: FoldedText, text: string): Finding[] {
  const capital = (at: number) => /\p{Lu}/u.test(text[starts[at] ?? 0] ?? '')
  const reading: Reading = { plain, words: words(plain), capital }
  return (Object.keys(detectors) as PassageKind[]).flatMap(kind =>
    detectors[kind](reading).map(([start, end]) => ({ kind, start, end, known: false })),
  )
}
