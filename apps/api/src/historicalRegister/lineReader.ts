import {
  type HistoricalComplaint,
  type HistoricalDraft,
  type HistoricalFieldName,
  type HistoricalFlaw,
  type HistoricalFlawCode,
  historicalComplaint,
  historicalFields,
  historicalFlawsOf,
  identifyingPassages,
  type LocalDate,
} from '@bienfonde/domain'
import { ImportRefusal } from './ImportRefusal.ts'
import { type Cell, columnName, type RegisterRow, type RegisterSource } from './RegisterRow.ts'
import { type FieldMapping, folded, type RegisterMapping, type Taken } from './registerMapping.ts'
import { spreadsheetDay } from './spreadsheetDay.ts'

/** A line as it was understood: the complaint it tells of, or why it cannot be taken up. */
export type LineRead = { line: number; identity: string } & (
  | { complaint: HistoricalComplaint; flaws: null }
  | { complaint: null; flaws: HistoricalFlaw[] }
)

interface Reading {
  mapping: RegisterMapping
  source: RegisterSource
  /** Every sector that ever was. */
  sectors: ReadonlySet<string>
  today: LocalDate
}

/** What `LineRead` needs of a value that could not be taken. */
class Untaken {
  constructor(readonly code: HistoricalFlawCode) {}
}

type Value = Taken | Untaken | (string | Untaken)[]

const nothing: HistoricalDraft = Object.fromEntries(
  historicalFields.map(field => [field.code, field.kind === 'CODE' && field.many ? [] : null]),
) as unknown as HistoricalDraft

/** How the lines of a register are read under a mapping; a column that the register lacks is refused by name. */
export function lineReader({ mapping, source, sectors, today }: Reading): (row: RegisterRow) => LineRead {
  const placeOf = places(source.header, mapping)
  const keyPlaces = mapping.key.map(placeOf)
  const fields = mapping.fields.map(field => {
    const take = taker(field, mapping, source, sectors)
    const place = field.column === null ? -1 : placeOf(field.column)
    return { name: field.field.code, value: (cells: Cell[]) => take(place < 0 ? '' : (cells[place] ?? '')) }
  })
  const width = source.header.length
  const misshapen = ({ length }: Cell[]) => length > width || (length < width && !source.ragged)

  return ({ line, cells }) => {
    const key = keyPlaces.length > 0 ? keyPlaces.map(place => columnName(cells[place] ?? '')) : cells.map(String)
    const identity = JSON.stringify([mapping.register, ...key])
    const refused = (flaws: HistoricalFlaw[]): LineRead => ({ line, identity, complaint: null, flaws })
    if (misshapen(cells)) return refused([{ code: 'CELLS_MISCOUNTED', field: null }])
    if (key.every(cell => cell === '')) return refused([{ code: 'KEY_MISSING', field: null }])
    const draft: Record<string, unknown> = { ...nothing }
    const flaws: HistoricalFlaw[] = []
    for (const { name, value } of fields) {
      const taken = value(cells)
      if (taken instanceof Untaken) flaws.push({ code: taken.code, field: name })
      else if (Array.isArray(taken)) draft[name] = severalOf(taken, name, flaws)
      else draft[name] = taken
    }
    const read = draft as unknown as HistoricalDraft
    const untaken = new Set<HistoricalFieldName | null>(flaws.map(({ field }) => field))
    flaws.push(...historicalFlawsOf(read, today).filter(({ field }) => !untaken.has(field)))
    const { receivedOn } = read
    return flaws.length > 0 || receivedOn === null
      ? refused(flaws)
      : { line, identity, complaint: historicalComplaint({ ...read, receivedOn }), flaws: null }
  }
}

function places(header: string[], mapping: RegisterMapping): (column: string) => number {
  const columns = [...mapping.key, ...mapping.fields.flatMap(({ column }) => column ?? [])]
  const lacking = [...new Set(columns.filter(column => !header.includes(column)))]
  if (lacking.length > 0)
    throw new ImportRefusal(
      `Le mappage nomme ${lacking.length > 1 ? 'des colonnes que le fichier n’a pas' : 'une colonne que le fichier n’a pas'} : ${lacking.map(name => `« ${name} »`).join(', ')}. La ligne ${mapping.file.headerLine} du fichier nomme ${header.length} colonne${header.length > 1 ? 's' : ''} ; vérifiez leur orthographe, le séparateur (file.delimiter) et la ligne (file.headerLine).`,
    )
  const twice = columns.find(column => header.indexOf(column) !== header.lastIndexOf(column))
  if (twice) throw new ImportRefusal(`Le fichier a deux colonnes « ${twice} » : on ne sait laquelle lire.`)
  return column => header.indexOf(column)
}

function severalOf(taken: (string | Untaken)[], field: HistoricalFieldName, flaws: HistoricalFlaw[]): string[] {
  const values = new Set<string>()
  for (const each of taken) {
    if (each instanceof Untaken) flaws.push({ code: each.code, field })
    else values.add(each)
  }
  return [...values]
}

/** What a cell becomes under the declaration of its field. */
function taker(
  declared: FieldMapping,
  { ignored }: RegisterMapping,
  { since1904 }: RegisterSource,
  sectors: ReadonlySet<string>,
): (cell: Cell) => Value {
  const { field, column, constant, formats, whenEmpty, separator } = declared
  const many = field.kind === 'CODE' && field.many
  const asValue = (taken: Taken): Value => (many ? (typeof taken === 'string' ? [taken] : []) : taken)
  if (column === null) return () => asValue(constant)
  const says = (text: string) => text !== '' && !ignored.has(folded(text))

  if (field.kind === 'DATE')
    return cell => {
      if (typeof cell === 'number') return spreadsheetDay(cell, since1904) ?? new Untaken('NOT_A_DAY')
      const text = columnName(cell)
      if (!says(text)) return null
      for (const format of formats) {
        const day = format(text)
        if (day) return day
      }
      return new Untaken('NOT_A_DAY')
    }

  const one = remembering(text => takenAs(declared, text, sectors))
  if (many)
    return cell => {
      const pieces = separator === null ? [columnName(cell)] : String(cell).split(separator).map(columnName)
      const said = pieces.filter(says)
      if (said.length === 0) return asValue(whenEmpty)
      return said.flatMap(piece => {
        const taken = one(piece)
        return taken instanceof Untaken || typeof taken === 'string' ? [taken] : []
      })
    }
  return cell => {
    const text = columnName(cell)
    return says(text) ? one(text) : whenEmpty
  }
}

const plainAnswers: Record<string, boolean> = {
  ...{ oui: true, vrai: true, true: true, '1': true, o: true },
  ...{ non: false, faux: false, false: false, '0': false, n: false },
}

/** A value that says something, as its field takes it. */
function takenAs(
  { field, codes, otherwise }: FieldMapping,
  text: string,
  sectors: ReadonlySet<string>,
): Taken | Untaken {
  const declared = codes?.get(folded(text)) ?? (codes?.has(folded(text)) ? null : undefined)
  if (declared !== undefined) return declared
  const undeclared = otherwise === undefined ? new Untaken('CODE_UNDECLARED') : otherwise
  if (codes) return undeclared
  switch (field.kind) {
    case 'YES_NO':
      return plainAnswers[folded(text)] ?? undeclared
    case 'SECTOR':
      return sectors.has(text) ? text : otherwise === undefined ? new Untaken('SECTOR_UNKNOWN') : otherwise
    case 'CODE':
      return field.table.some(({ code }) => code === text) ? text : undeclared
    default:
      return identifyingPassages(text).length > 0 ? new Untaken('MAY_IDENTIFY') : text
  }
}

const mostRemembered = 20_000

/** The same few values come back on every line: each is understood once. */
function remembering<Answer>(understand: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>()
  return text => {
    const before = known.get(text)
    if (before !== undefined || known.has(text)) return before as Answer
    if (known.size >= mostRemembered) known.clear()
    const answer = understand(text)
    known.set(text, answer)
    return answer
  }
}
