import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Identity,
  identifyingPassages,
  identityTokens,
  normaliseToken,
  passageKindLabels,
} from './identifyingPassages.ts'

const nobody: Identity = { names: [], emails: [], telephones: [], postalCodes: [], addresses: [], numbers: [] }
const person: Identity = {
  names: ['Jean-Philippe Tremblay', 'Ève D’Amours', 'Bo Li', 'M. Zoé de la Durantaye'],
  emails: ['jp.tremblay82@exemple.ca', 'eve@exemple.ca'],
  telephones: ['+1 (418) 555-0123, poste 12', '819 555 0199'],
  postalCodes: ['G1R 4S9'],
  addresses: ['1234, rue de la Montagne Est, app. 5, Ville-Inventée (Québec)', '77 boul. Sainte-Brume'],
  numbers: ['AB-123 456', 'TREJ 5501 1234'],
}
const vaultOf = (identity: Identity) => {
  const tokens = new Set(identityTokens(identity))
  return (token: string) => tokens.has(token)
}
const vault = vaultOf(person)
const seen = (text: string) => identifyingPassages(text).map(({ kind, passage }) => [kind, passage])
const knownIn = (text: string) => identifyingPassages(text, vault).filter(({ known }) => known)

describe('les jetons d’une identité', () => {
  it('plient accents, casse, espaces, ponctuation, sosies et caractères invisibles', () => {
    for (const spelling of [
      'TREMBLAY',
      'Trem blay',
      'tremblày',
      'T r e m b l a y',
      'Tre\u200bmb\u00adlay',
      'Ｔｒｅｍｂｌａｙ',
      'Тrеmblау',
    ]) {
      expect(normaliseToken(spelling)).toBe('tremblay')
    }
    expect(normaliseToken('Cœur-de-Lièvre, n° 12')).toBe('coeurdelievren12')
    expect(normaliseToken('E\u0301ve')).toBe('eve')
  })

  it('portent leur genre et se comparent à leurs semblables', () => {
    const tokens = identityTokens(person)
    for (const token of [
      'name:tremblay',
      'name:jean',
      'name:philippe',
      'name:jeanphilippe',
      'name:jeanphilippetremblay',
      'name:tremblayjeanphilippe',
      'name:damours',
      'name:amours',
      'name:boli',
      'name:libo',
      'name:durantaye',
      'email:jptremblay82exempleca',
      'email:jptremblay82',
      'telephone:4185550123',
      'postal_code:g1r4s9',
      'civic_address:1234montagne',
      'number:ab123456',
      'number:123456',
    ]) {
      expect(tokens).toContain(token)
    }
    expect(new Set(tokens).size).toBe(tokens.length)
  })

  it('ne retiennent ni particule, ni civilité, ni boîte commune, ni bout trop court', () => {
    const tokens = identityTokens({
      ...nobody,
      names: ['Mme Des Ormes de la Tour', 'Bo Li', ''],
      emails: ['plaintes@exemple.ca', 'a@b'],
      telephones: ['911'],
      numbers: ['1234', 'sans'],
    })
    for (const token of ['name:des', 'name:mme', 'name:de', 'name:la', 'name:dela', 'name:bo', 'email:plaintes']) {
      expect(tokens).not.toContain(token)
    }
    expect(tokens.filter(token => /^(?:telephone|number):/.test(token))).toEqual([])
    expect(identityTokens(nobody)).toEqual([])
  })
})

describe('ce que le coffre connaît est trouvé', () => {
  it.each([
    ['NAME', 'La dame TREMBLAY a écrit.', 'TREMBLAY'],
    ['NAME', 'La dame Trem blay a écrit.', 'Trem blay'],
    ['NAME', 'La dame tremblày a écrit.', 'tremblày'],
    ['NAME', 'La dame T r e m b l a y a écrit.', 'T r e m b l a y'],
    ['NAME', 'La dame T.r.e.m.b.l.a.y. a écrit.', 'T.r.e.m.b.l.a.y'],
    ['NAME', 'La dame Trem-\nblay a écrit.', 'Trem-\nblay'],
    ['NAME', 'La dame Тrеmblау a écrit.', 'Тrеmblау'],
    ['NAME', 'La dame Tre\u200bmblay a écrit.', 'Tre\u200bmblay'],
    ['NAME', 'reçu de Tremblay, Jean Philippe hier', 'Tremblay, Jean Philippe'],
    ['NAME', 'reçu de jeanphilippetremblay hier', 'jeanphilippetremblay'],
    ['NAME', 'chez d’amours depuis peu', 'd’amours'],
    ['NAME', 'chez LI BO depuis peu', 'LI BO'],
    ['EMAIL', 'écrire à JP.Tremblay82@Exemple.CA svp', 'JP.Tremblay82@Exemple.CA'],
    ['EMAIL', 'écrire à jp . tremblay82 arobase exemple . ca svp', 'jp . tremblay82'],
    ['TELEPHONE', 'joindre au 418.555-0123 le soir', '418.555-0123'],
    ['TELEPHONE', 'joindre au 418 555 01 23 le soir', '418 555 01 23'],
    ['TELEPHONE', 'joindre au 4 1 8 5 5 5 0 1 2 3 le soir', '4 1 8 5 5 5 0 1 2 3'],
    ['TELEPHONE', 'joindre au ４１８５５５０１２３ le soir', '４１８５５５０１２３'],
    ['POSTAL_CODE', 'secteur g1r4s9 selon la lettre', 'g1r4s9'],
    ['POSTAL_CODE', 'secteur G1R — 4S9 selon la lettre', 'G1R — 4S9'],
    ['CIVIC_ADDRESS', 'au 1234 de la Montagne hier', '1234 de la Montagne'],
    ['CIVIC_ADDRESS', 'au 77, boulevard Ste-Brume hier', '77, boulevard Ste-Brume'],
    ['NUMBER', 'son papier ab123456 manque', 'ab123456'],
    ['NUMBER', 'son papier AB 12 34 56 manque', 'AB 12 34 56'],
  ])('%s : « %s »', (kind, text, passage) => {
    expect(knownIn(text)).toEqual([
      { kind, passage, known: true, start: text.indexOf(passage), end: text.indexOf(passage) + passage.length },
    ])
  })

  it('un passage connu l’emporte sur sa seule ressemblance, et deux noms voisins ne font qu’un passage', () => {
    expect(identifyingPassages('Selon Mme Ève D’Amours, rien.', vault)).toEqual([
      { kind: 'NAME', start: 10, end: 22, passage: 'Ève D’Amours', known: true },
    ])
    expect(identifyingPassages('Selon Mme Autre, rien.', vault)).toEqual([
      { kind: 'NAME', start: 10, end: 15, passage: 'Autre', known: false },
    ])
  })
})

describe('sans rien connaître, ce qui ressemble à une personne est trouvé', () => {
  it.each([
    ['NAME', 'Selon M. Gagné, le service est lent.', 'Gagné'],
    ['NAME', 'Selon Mme Anne-Marie de la Tour, le service est lent.', 'Anne-Marie de la Tour'],
    ['NAME', 'Selon madame Roy et son conjoint', 'Roy'],
    ['NAME', 'Le Dr. J. Lévesque a écrit', 'J. Lévesque'],
    ['NAME', 'Me O’Neil a écrit', 'O’Neil'],
    ['NAME', 'représentée par Maître Côté', 'Côté'],
    ['NAME', 'Bonjour, je m’appelle Lucie Fortin et je conteste', 'Lucie Fortin'],
    ['NAME', "bonjour je m'appelle lucie fortin et je conteste", 'lucie fortin'],
    ['NAME', 'Mon nom est Karim Ben Salah.', 'Karim Ben Salah'],
    ['NAME', 'un voisin nommé Gérard', 'Gérard'],
    ['NAME', 'Nom : Pelletier', 'Pelletier'],
    ['EMAIL', 'écrire à l.fortin+plainte@courrier.exemple.ca.', 'l.fortin+plainte@courrier.exemple.ca'],
    ['EMAIL', 'écrire à fortin (at) exemple.ca', 'fortin (at) exemple.ca'],
    ['TELEPHONE', 'au 418 555-0123.', '418 555-0123'],
    ['TELEPHONE', 'au (418) 555 0123', '(418) 555 0123'],
    ['TELEPHONE', 'au 4185550123', '4185550123'],
    ['TELEPHONE', 'au +1-418-555-0123', '+1-418-555-0123'],
    ['TELEPHONE', 'au 418.555.0123', '418.555.0123'],
    ['POSTAL_CODE', 'à Ville-Inventée (Québec) H2X 1Y4', 'H2X 1Y4'],
    ['POSTAL_CODE', 'code h2x1y4', 'h2x1y4'],
    ['CIVIC_ADDRESS', 'demeure au 123, rue Principale depuis', '123, rue Principale'],
    ['CIVIC_ADDRESS', 'demeure au 123 rue principale depuis', '123 rue principale'],
    [
      'CIVIC_ADDRESS',
      'demeure au 45-A, boul. René-Lévesque Ouest, app. 12',
      '45-A, boul. René-Lévesque Ouest, app. 12',
    ],
    ['CIVIC_ADDRESS', 'demeure au 9, chemin de l’Anse-au-Foin', '9, chemin de l’Anse-au-Foin'],
    ['CIVIC_ADDRESS', 'demeure au 1450, 8e Rue', '1450, 8e Rue'],
    ['CIVIC_ADDRESS', 'demeure au 452, rang 3', '452, rang 3'],
    ['CIVIC_ADDRESS', 'demeure au 88, place du Marché', '88, place du Marché'],
    ['CIVIC_ADDRESS', 'lives at 12 Maple Street', '12 Maple Street'],
    ['CIVIC_ADDRESS', 'demeure au 3, route 132', '3, route 132'],
    ['NUMBER', 'NAS 046 454 286', '046 454 286'],
    ['NUMBER', 'carte TREJ 5501 1234', 'TREJ 5501 1234'],
    ['NUMBER', 'mon dossier 1234567 traîne', '1234567'],
    ['NUMBER', 'mon dossier no 12-34567 traîne', '12-34567'],
    ['NUMBER', 'compte n° 98 765 432', '98 765 432'],
    ['NUMBER', 'numéro de client : AB12345', 'AB12345'],
    ['NUMBER', 'facture #2026778', '2026778'],
  ])('%s : « %s »', (kind, text, passage) => {
    expect(seen(text)).toEqual([[kind, passage]])
  })

  it('un caractère qui en vaut plusieurs n’est pas coupé en deux passages', () => {
    const found = identifyingPassages('abc㎨def ⑽㏂m', () => true)
    for (const [index, { start }] of found.entries()) expect(start).toBeGreaterThanOrEqual(found[index - 1]?.end ?? 0)
    expect(identifyingPassages('xyz㏂nop', token => token === 'name:xyza' || token === 'name:mnop')).toHaveLength(1)
  })

  it('plusieurs passages viennent dans l’ordre du texte', () => {
    const text = 'Mme Roy, 12, rue du Lac, H2X 1Y4, 418 555-0123, roy@exemple.ca, dossier 1234567'
    expect(seen(text).map(([kind]) => kind)).toEqual([
      'NAME',
      'CIVIC_ADDRESS',
      'POSTAL_CODE',
      'TELEPHONE',
      'EMAIL',
      'NUMBER',
    ])
  })

  it('chaque genre a son libellé', () => {
    expect(Object.values(passageKindLabels).every(Boolean)).toBe(true)
  })
})

describe('un texte ordinaire ne fait pas crier au loup', () => {
  it.each([
    'La demande a été reçue le 2026-06-01 et la réponse est venue le 12 juin 2026, à 14 h 30.',
    'Le 1er juin 2026, rue barrée ; le 3 mars 2026 place libre.',
    'Un montant de 1 234 567,89 $ puis 250 000 $ et 046 454 286 $ a été versé.',
    'Le taux est passé de 12,5 % à 13 % en 20 jours ouvrables.',
    'Selon l’art. 53.1 de la L.R.Q., c. A-2.1, et le chapitre C-1.1, article 6.',
    'En vertu du règlement no 2024-12345 et de la résolution numéro 2026-05-123.',
    'Le Tribunal administratif du logement et la Société d’habitation du Québec sont compétents.',
    'Voir notre dossier PL-2026-00042 et la plainte PL-2025-12345.',
    'Les dossiers 2025-2026 sont clos. La ville compte 20 000 habitants et compte 120 000 logements.',
    'Monsieur le Maire et Madame la Mairesse ont été avisés ; Madame la ministre aussi.',
    'La personne plaignante dit que Mme X et M. Y ne répondent pas. Merci, madame. Nous verrons.',
    'Les 3 routes et les 12 rues du quartier ; 2 places libres ; 5 cours de formation ; 3 côtés.',
    'Me dire pourquoi. Il mesure 12 m. Le mur est haut. Une distance de 3 km.',
    'La personne nommée au poste a répondu ; elle a été nommée Directrice.',
    'L’appel d’offres no 2026-12345 et le projet de loi no 12345 sont publics.',
    'Entre 2019 et 2024, l’exercice 2023-2024 (page 12345) a été long.',
    'Le bureau du 2e étage ouvre à 8 h 30, à côté de la rue Principale.',
    'Mon nom est mal écrit. Mon nom est sur la liste.',
    'De juin 2025-2026 à mars 2026-2027.',
    '',
  ])('« %s »', text => {
    expect(identifyingPassages(text, vault)).toEqual([])
  })
})

const carrierWords = (
  'le service reçu par la personne était lent et le délai annoncé dépasse vingt jours ouvrables selon un courriel ' +
  'du secteur qui promettait une réponse avant octobre or aucun suivi ne vint malgré deux rappels à 14 h 30 ' +
  'en 2026 pour 350 $ voir art. 53.1 mais, ensuite: rien; pourquoi?'
).split(' ')
const carrier = fc
  .array(fc.constantFrom(...carrierWords), { minLength: 1, maxLength: 30 })
  .map(words => words.join(' '))
const firstNames = fc.constantFrom('Zoé', 'Anaïs', 'Jean-Philippe', 'Léo', 'Françoise', 'Noël', 'Đinh', 'Bo', 'Hervé')
const lastNames = fc.constantFrom(
  'Tremblay',
  'Côté',
  'Lévesque-Gagné',
  'O’Neil',
  'Li',
  'Bœuf',
  'Saint-Onge',
  'Nguyễn',
  'De la Brière',
)
const digits = (length: number) =>
  fc.array(fc.nat(9), { minLength: length, maxLength: length }).map(list => list.join(''))
const letter = fc.constantFrom(...'ABCEGHJKLMNPRSTVXY')
const identity: fc.Arbitrary<Identity> = fc
  .record({
    first: firstNames,
    last: lastNames,
    exchange: digits(7),
    civic: fc.integer({ min: 1, max: 99999 }),
    street: fc.constantFrom('rue de la Montagne', 'boul. Sainte-Brume', 'chemin du Lac-Noir', '8e Rue', 'avenue Émile'),
    code: fc.tuple(letter, fc.nat(9), letter, fc.nat(9), letter, fc.nat(9)).map(parts => parts.join('')),
    number: fc.tuple(letter, digits(8)).map(parts => parts.join('-')),
    local: fc.tuple(fc.constantFrom('zoe.l', 'jp_tremblay', 'contact.neige'), digits(3)).map(parts => parts.join('')),
  })
  .map(({ first, last, exchange, civic, street, code, number, local }) => ({
    names: [`${first} ${last}`],
    emails: [`${local}@exemple.ca`],
    telephones: [`418${exchange}`],
    postalCodes: [`${code.slice(0, 3)} ${code.slice(3)}`],
    addresses: [`${civic}, ${street}`],
    numbers: [number],
  }))

/** Another way to write the same characters: accents dropped or apart, case at random, spaces and dots put in. */
const disguise = (text: string): fc.Arbitrary<string> =>
  fc
    .array(
      fc.record({
        upper: fc.boolean(),
        accent: fc.constantFrom('kept', 'apart', 'dropped'),
        gap: fc.constantFrom('', '', '', '', ' ', '  ', '-', '.', '\u00a0', '\u200b'),
      }),
      { minLength: text.length, maxLength: text.length },
    )
    .map(choices =>
      Array.from(text, (character, index) => {
        const { upper, accent, gap } = choices[index]!
        const cased = upper ? character.toUpperCase() : character.toLowerCase()
        const apart = cased.normalize('NFD')
        const written = accent === 'kept' ? cased : accent === 'apart' ? apart : apart.replace(/\p{M}/gu, '')
        // A gap beside a space that is already there would be wider than a disguise needs.
        const beside = index === text.length - 1 || /[\s,.'’@_-]/.test(character + (text[index + 1] ?? ''))
        return written + (beside ? '' : gap)
      }).join(''),
    )

const runs = { numRuns: 1000 }

describe('quels que soient la personne, le texte et le déguisement', () => {
  it('l’identité glissée dans un texte est trouvée, et comme connue', () => {
    const kinds = ['names', 'emails', 'telephones', 'postalCodes', 'addresses', 'numbers'] as const
    fc.assert(
      fc.property(
        fc
          .tuple(identity, fc.constantFrom(...kinds))
          .chain(([who, kind]) => fc.tuple(fc.constant(who), fc.constant(kind), disguise(who[kind][0]!))),
        carrier,
        carrier,
        ([who, kind, written], before, after) => {
          const text = `${before} : ${written} ; ${after}`
          const start = before.length + 3
          const found = identifyingPassages(text, vaultOf(who)).filter(
            passage => passage.known && passage.start < start + written.length && passage.end > start,
          )
          expect(found.length, `${kind}: ${written}`).toBeGreaterThan(0)
        },
      ),
      runs,
    )
  })

  it('le nom entier est couvert : rien n’en reste autour du passage signalé', () => {
    fc.assert(
      fc.property(
        identity.chain(who => fc.tuple(fc.constant(who), disguise(who.names[0]!))),
        carrier,
        carrier,
        ([who, written], before, after) => {
          const text = `${before} : ${written} ; ${after}`
          const rest = identifyingPassages(text, vaultOf(who)).reduceRight(
            (left, { start, end }) => left.slice(0, start) + left.slice(end),
            text,
          )
          expect(normaliseToken(rest).length).toBeLessThanOrEqual(normaliseToken(before + after).length)
        },
      ),
      runs,
    )
  })

  it('un texte fait de mots ordinaires ne montre aucun passage connu', () => {
    fc.assert(
      fc.property(identity, carrier, (who, text) => {
        expect(identifyingPassages(text, vaultOf(who)).filter(({ known }) => known)).toEqual([])
      }),
      runs,
    )
  })

  it('les passages sont dans l’ordre, séparés, et disent leur place exacte dans le texte', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            carrier,
            fc.string({ unit: 'grapheme' }),
            fc.constantFrom('㏂', '½', 'M. Roy', '418 555-0123', '12, rue du Lac'),
          ),
        ),
        parts => {
          const text = parts.join(' ')
          let reached = 0
          for (const { start, end, passage } of identifyingPassages(text, token => token.length % 7 === 0)) {
            expect(start).toBeGreaterThanOrEqual(reached)
            expect(end).toBeGreaterThan(start)
            expect(text.slice(start, end)).toBe(passage)
            reached = end
          }
        },
      ),
      runs,
    )
  })
})

describe('un texte hostile ne coûte pas plus que sa longueur', () => {
  const hostile: [string, (length: number) => string][] = [
    [
      'lettres séparées',
      length => Array.from({ length: length / 2 }, (_, n) => String.fromCharCode(97 + ((n * n) % 26))).join(' '),
    ],
    ['chiffres', length => '4185550123'.repeat(length / 10)],
    ['chiffres séparés', length => '4 '.repeat(length / 2)],
    ['arobases', length => 'a@'.repeat(length / 2)],
    ['un seul mot', length => 'a'.repeat(length)],
    ['parenthèses', length => '('.repeat(length)],
    ['adresses', length => '12, rue de la '.repeat(length / 14)],
    ['civilités', length => 'MM. A B et '.repeat(length / 11)],
    ['numéros', length => 'dossier no n° '.repeat(length / 14)],
    ['accents empilés', length => `e${'\u0301'.repeat(length)}`],
    ['espaces', length => ' '.repeat(length)],
    ['points', length => 'a.'.repeat(length / 2)],
  ]

  it.each(hostile)('%s : les questions posées au coffre croissent comme le texte, et la lecture finit', (_, make) => {
    const asked = (length: number) => {
      let questions = 0
      identifyingPassages(make(length), () => {
        questions += 1
        return false
      })
      return questions
    }
    expect(asked(20_000)).toBeLessThanOrEqual(20_000 * 64)
    expect(asked(40_000)).toBeLessThanOrEqual(2 * asked(20_000) + 1000)
    identifyingPassages(make(200_000))
  })

  it('tout un texte connu ne fait qu’un passage', () => {
    const text = 'a b '.repeat(5000).trim()
    expect(identifyingPassages(text, () => true)).toHaveLength(1)
  })
})
