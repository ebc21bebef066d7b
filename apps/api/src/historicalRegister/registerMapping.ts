import { type HistoricalField, historicalFields } from '@bienfonde/domain'
import { type DayFormat, dayFormat } from './dayFormat.ts'
import { type Encoding, encodings } from './fileNature.ts'
import { fieldKeys, fileKeys, historicalField, type KeyShape, mappingKeys } from './mappingKeys.ts'
import { columnName } from './RegisterRow.ts'

/** What a value of a column becomes; nothing, when it says nothing. */
export type Taken = string | boolean | null

/** How one fact is taken from a line. */
export interface FieldMapping {
  field: HistoricalField
  /** Nothing when the same value holds for every line. */
  column: string | null
  constant: Taken
  formats: DayFormat[]
  codes: ReadonlyMap<string, Taken> | null
  whenEmpty: Taken
  /** What is taken for a value that `codes` does not name; not set, the line is refused. */
  otherwise: Taken | undefined
  separator: string | null
}

/** How a register is read, as an operator declared it. */
export interface RegisterMapping {
  register: string
  file: {
    delimiter: string | undefined
    encoding: Encoding | undefined
    sheet: string | undefined
    headerLine: number
  }
  key: string[]
  ignored: ReadonlySet<string>
  fields: FieldMapping[]
}

/** What is wrong with a mapping: the key at fault, as its author wrote it, and why. */
export interface MappingFlaw {
  key: string
  message: string
}

/** A value of a column as the tables of a mapping are looked up. */
export const folded = (text: string): string => columnName(text).toLowerCase()

type Json = Record<string, unknown>

const isGroup = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''
const isTaken = (value: unknown): value is Taken => value === null || typeof value === 'boolean' || isText(value)

const shapes: Record<KeyShape['kind'], [holds: (value: unknown) => boolean, message: string]> = {
  TEXT: [isText, 'doit être un texte.'],
  TEXTS: [value => Array.isArray(value) && value.every(isText), 'doit être une liste de textes.'],
  SEPARATOR: [value => typeof value === 'string' && value.length === 1, 'doit être un seul caractère.'],
  LINE: [
    value => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 100,
    'doit être un nombre de 1 à 100.',
  ],
  ENCODING: [value => encodings.includes(value as Encoding), `doit être l’un de : ${encodings.join(', ')}.`],
  CODES: [value => isGroup(value) && Object.values(value).every(isTaken), 'doit être une table de valeurs.'],
  VALUE: [isTaken, 'doit être un texte, true, false ou null.'],
  GROUP: [isGroup, 'doit être un groupe de clés, entre accolades.'],
}

/** Reads a mapping; everything that is wrong with it is told at once. */
export function readMapping(json: unknown): RegisterMapping | MappingFlaw[] {
  if (!isGroup(json)) return [{ key: '(racine)', message: 'Un mappage est un objet JSON, entre accolades.' }]
  const flaws = keyFlaws(json, mappingKeys, '')
  if (flaws.length > 0) return flaws
  const {
    register,
    file = {},
    key = [],
    ignored = [],
    fields,
  } = json as { register: string; file?: Json } & {
    key?: string[]
    ignored?: string[]
    fields: Json
  }
  if (!/^[a-z0-9][a-z0-9-]{0,59}$/.test(register))
    flaws.push({ key: 'register', message: 'a des minuscules, des chiffres et des traits d’union, 60 au plus.' })
  flaws.push(...keyFlaws(file, fileKeys, 'file.'))
  const read = Object.entries(fields).map(([name, value]) => readField(name, value))
  flaws.push(...read.flatMap(each => (Array.isArray(each) ? each : [])))
  if (!('receivedOn' in fields))
    flaws.push({ key: 'fields.receivedOn', message: 'manque : une plainte a toujours une date de réception.' })
  if (flaws.length > 0) return flaws
  const { delimiter, encoding, sheet, headerLine } = file as Partial<RegisterMapping['file']>
  return {
    register,
    file: { delimiter, encoding, sheet, headerLine: headerLine ?? 1 },
    key: key.map(columnName),
    ignored: new Set(ignored.map(folded)),
    fields: read.flatMap(each => (Array.isArray(each) ? [] : [each])),
  }
}

/** Every column that a mapping reads. */
export const columnsOf = ({ key, fields }: RegisterMapping): string[] => [
  ...new Set([...key, ...fields.flatMap(({ column }) => (column === null ? [] : [column]))]),
]

function keyFlaws(given: Json, keys: Record<string, KeyShape>, path: string): MappingFlaw[] {
  const unknown = Object.keys(given)
    .filter(name => !Object.hasOwn(keys, name))
    .map(name => ({
      key: `${path}${name}`,
      message: `n’est pas une clé connue. Clés : ${Object.keys(keys).join(', ')}.`,
    }))
  const misshapen = Object.entries(keys).flatMap(([name, { kind, required }]) => {
    const [holds, message] = shapes[kind]
    if (name in given) return holds(given[name]) ? [] : [{ key: `${path}${name}`, message }]
    return required ? [{ key: `${path}${name}`, message: 'manque.' }] : []
  })
  return [...unknown, ...misshapen]
}

function readField(name: string, value: unknown): FieldMapping | MappingFlaw[] {
  const field = historicalField(name)
  const key = `fields.${name}`
  if (!field) {
    const known = historicalFields.map(({ code }) => code).join(', ')
    return [{ key, message: `ne nomme rien qui se reprenne. Noms : ${known}.` }]
  }
  if (!isGroup(value)) return [{ key, message: shapes.GROUP[1] }]
  const flaws = keyFlaws(value, fieldKeys(field), `${key}.`)
  if (flaws.length > 0) return flaws
  const given = value as { column?: string; constant?: Taken; formats?: string[]; codes?: Record<string, Taken> } & {
    default?: Taken
    otherwise?: Taken
    separator?: string
  }
  if ((given.column === undefined) === (given.constant === undefined))
    flaws.push({ key, message: field.kind === 'DATE' ? 'doit nommer sa column.' : 'a soit column, soit constant.' })
  const read = (given.formats ?? []).map((format, at) => ({ at, format: dayFormat(format) }))
  for (const { at, format } of read)
    if (!format) flaws.push({ key: `${key}.formats[${at}]`, message: 'doit dire l’année (YYYY), le mois et le jour.' })
  if (field.kind === 'DATE' && read.length === 0)
    flaws.push({ key: `${key}.formats`, message: 'manque : dites comment la date est écrite, comme YYYY-MM-DD.' })
  const table = tableOf(given.codes ?? {})
  flaws.push(...table.flaws.map(each => ({ ...each, key: `${key}.codes.${each.key}` })))
  const values = [
    ['constant', given.constant],
    ['default', given.default],
    ['otherwise', given.otherwise],
  ] as const
  for (const [place, taken] of [
    ...values,
    ...Object.entries(given.codes ?? {}).map(([from, to]) => [`codes.${from}`, to] as const),
  ])
    if (taken !== undefined && taken !== null && !fits(field, taken))
      flaws.push({ key: `${key}.${place}`, message: expected(field) })
  if (flaws.length > 0) return flaws
  return {
    field,
    column: given.column === undefined ? null : columnName(given.column),
    constant: given.constant ?? null,
    formats: read.flatMap(({ format }) => format ?? []),
    codes: given.codes ? table.codes : null,
    whenEmpty: given.default ?? null,
    otherwise: given.otherwise,
    separator: given.separator ?? null,
  }
}

function tableOf(given: Record<string, Taken>) {
  const codes = new Map<string, Taken>()
  const flaws: MappingFlaw[] = []
  for (const [from, to] of Object.entries(given)) {
    const value = folded(from)
    if (codes.has(value)) flaws.push({ key: from, message: 'est dit deux fois, aux majuscules ou aux espaces près.' })
    codes.set(value, to)
  }
  return { codes, flaws }
}

/** Whether a field can hold a value; a sector is looked up in the database when the import starts. */
function fits(field: HistoricalField, taken: string | boolean): boolean {
  if (field.kind === 'YES_NO') return typeof taken === 'boolean'
  if (typeof taken !== 'string') return false
  return field.kind !== 'CODE' || field.table.some(({ code }) => code === taken)
}

function expected(field: HistoricalField): string {
  if (field.kind === 'YES_NO') return 'doit être true ou false.'
  return field.kind === 'CODE'
    ? `doit être l’un de : ${field.table.map(({ code }) => code).join(', ')}.`
    : 'doit être un texte.'
}
