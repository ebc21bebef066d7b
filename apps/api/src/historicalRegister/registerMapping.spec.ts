import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { mappingSchema } from './mappingSchema.ts'
import { columnsOf, readMapping } from './registerMapping.ts'

const receivedOn = { column: 'Reçue le', formats: ['YYYY-MM-DD'] }
const mapping = (change: object = {}, fields: object = {}) => ({
  register: 'registre-papier',
  fields: { receivedOn, ...fields },
  ...change,
})
const flawsOf = (json: unknown) => {
  const read = readMapping(json)
  return Array.isArray(read) ? read.map(({ key, message }) => `${key} ${message}`) : []
}

const wrong: [object | null | string | unknown[], RegExp][] = [
  [null, /^\(racine\) Un mappage est un objet JSON/],
  [[], /^\(racine\)/],
  [{}, /^register manque/],
  [{ register: 'a' }, /^fields manque/],
  [mapping({ register: 'Registre 1' }), /^register a des minuscules/],
  [mapping({ register: 12 }), /^register doit être un texte/],
  [mapping({ feuille: 'x' }), /^feuille n’est pas une clé connue\. Clés : \$schema, register, file/],
  [mapping({ key: 'No' }), /^key doit être une liste de textes/],
  [mapping({ ignored: [''] }), /^ignored doit être une liste de textes/],
  [mapping({ file: [] }), /^file doit être un groupe/],
  [mapping({ file: { delimiter: ';;' } }), /^file\.delimiter doit être un seul caractère/],
  [mapping({ file: { encoding: 'latin1' } }), /^file\.encoding doit être l’un de : utf-8, windows-1252/],
  [mapping({ file: { headerLine: 0 } }), /^file\.headerLine doit être un nombre de 1 à 100/],
  [mapping({ file: { page: 1 } }), /^file\.page n’est pas une clé connue/],
  [mapping({ fields: {} }), /^fields\.receivedOn manque : une plainte a toujours/],
  [mapping({}, { nom: { column: 'Nom' } }), /^fields\.nom ne nomme rien qui se reprenne/],
  [mapping({}, { receivedOn: { column: 'Reçue le' } }), /^fields\.receivedOn\.formats manque/],
  [mapping({}, { receivedOn: { ...receivedOn, constant: '2020-01-01' } }), /^fields\.receivedOn\.constant n’est pas/],
  [mapping({}, { closedOn: 'Fermée le' }), /^fields\.closedOn doit être un groupe/],
  [mapping({}, { outcome: {} }), /^fields\.outcome a soit column, soit constant/],
  [mapping({}, { outcome: { column: 'R', constant: 'FOUNDED' } }), /^fields\.outcome a soit column, soit constant/],
  [
    mapping({}, { outcome: { column: 'R', codes: { Oui: 'FONDEE' } } }),
    /^fields\.outcome\.codes\.Oui doit être l’un de : FOUNDED/,
  ],
  [mapping({}, { outcome: { column: 'R', codes: ['FOUNDED'] } }), /^fields\.outcome\.codes doit être une table/],
  [mapping({}, { outcome: { column: 'R', default: 'X' } }), /^fields\.outcome\.default doit être l’un de/],
  [mapping({}, { outcome: { column: 'R', separator: ',' } }), /^fields\.outcome\.separator n’est pas une clé connue/],
  [
    mapping({}, { criteria: { column: 'C', separator: '' } }),
    /^fields\.criteria\.separator doit être un seul caractère/,
  ],
  [mapping({}, { anonymous: { constant: 'oui' } }), /^fields\.anonymous\.constant doit être true ou false/],
  [mapping({}, { subject: { column: ' ' } }), /^fields\.subject\.column doit être un texte/],
]

// What a schema cannot say of a format or of two keys that fold alike, the command says.
const finer: [object, RegExp][] = [
  [
    mapping({}, { receivedOn: { column: 'R', formats: ['JJ/MM/AAAA'] } }),
    /^fields\.receivedOn\.formats\[0\] doit dire l’année/,
  ],
  [mapping({}, { receivedOn: { column: 'R', formats: ['DD/MM/YY'] } }), /^fields\.receivedOn\.formats\[0\]/],
  [
    mapping({}, { receivedOn: { column: 'R', formats: ['YYYY-MM-DD', 'MM/YYYY'] } }),
    /^fields\.receivedOn\.formats\[1\]/,
  ],
  [
    mapping({}, { outcome: { column: 'R', codes: { Fondée: 'FOUNDED', 'FONDÉE ': 'UNFOUNDED' } } }),
    /^fields\.outcome\.codes\.FONDÉE {2}est dit deux fois/,
  ],
]

const right: object[] = [
  mapping(),
  mapping({ $schema: 'x.json', key: ['No', 'An'], ignored: ['s. o.'], file: { delimiter: '\t', headerLine: 3 } }),
  mapping({ file: { encoding: 'windows-1252', sheet: 'Plaintes' } }),
  mapping(
    {},
    { outcome: { column: 'R', codes: { Fondée: 'FOUNDED', 'En cours': null }, default: null, otherwise: null } },
  ),
  mapping({}, { criteria: { column: 'C', separator: ';' }, anonymous: { column: 'A', codes: { X: true } } }),
  mapping({}, { intakeChannel: { constant: 'WEB' }, subject: { column: 'Objet', codes: { A: 'Délai' } } }),
  mapping({}, { receivedOn: { column: 'R', formats: ['D MMMM YYYY', 'YYYY-MM-DDTHH:mm:ss'] } }),
]

describe('le mappage d’un registre', () => {
  const published = new Ajv2020({ strict: false }).compile(mappingSchema())

  it.each(wrong)('%j est refusé en nommant la clé', (json, said) => {
    expect(flawsOf(json)[0]).toMatch(said)
    expect(published(json)).toBe(false)
  })

  it.each(finer)('%j aussi, par la commande seule', (json, said) => {
    expect(flawsOf(json)[0]).toMatch(said)
  })

  it.each(right)('%j est admis', json => {
    expect(flawsOf(json)).toEqual([])
    expect(published(json)).toBe(true)
  })

  it('dit tout ce qui ne va pas à la fois', () => {
    expect(flawsOf(mapping({ register: 'X', file: { page: 1 } }, { nom: {}, outcome: {} }))).toHaveLength(4)
  })

  it('nomme les colonnes qu’il lit, chacune une fois', () => {
    const read = readMapping(mapping({ key: ['No'] }, { outcome: { column: ' No ' }, closedOn: receivedOn }))
    expect(Array.isArray(read) ? read : columnsOf(read)).toEqual(['No', 'Reçue le'])
  })

  it('de l’essai de mesure est admis', () => {
    const example = new URL('../../../../bench/signalconso.mapping.json', import.meta.url)
    const json = JSON.parse(readFileSync(example, 'utf8'))
    expect(flawsOf(json)).toEqual([])
    expect(published(json)).toBe(true)
  })
})
