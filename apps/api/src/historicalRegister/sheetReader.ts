import { ImportRefusal } from './ImportRefusal.ts'
import type { Cell, RegisterRow } from './RegisterRow.ts'
import type { XmlReader } from './Workbook.ts'

const mostColumns = 1_000
const disordered = 'Les lignes de la feuille ne se suivent pas. Enregistrez le classeur de nouveau, ou en CSV.'

/** The lines of a sheet as they are met; `take` gives those that are whole and forgets them. */
export function sheetReader(shared: readonly string[]): XmlReader & { take(): RegisterRow[] } {
  let rows: RegisterRow[] = []
  let row: RegisterRow = { line: 0, cells: [] }
  let column = 0
  let kind = ''
  let value = ''
  let inValue = false
  return {
    opens(name, attributes) {
      if (name === 'row') {
        const line = Number(attributes.r ?? row.line + 1)
        if (!(Number.isInteger(line) && line > row.line)) throw new ImportRefusal(disordered)
        row = { line, cells: [] }
        column = 0
      } else if (name === 'c') {
        column = attributes.r ? columnOf(attributes.r) : column + 1
        kind = attributes.t ?? 'n'
        value = ''
      } else if (name === 'v' || name === 't') inValue = true
      // What a word sounds like is written beside it, and is no part of it.
      else if (name === 'rPh') kind = ''
    },
    closes(name) {
      if (name === 'v' || name === 't') inValue = false
      else if (name === 'row') rows.push(row)
      else if (name === 'c' && value !== '') {
        if (column > mostColumns) throw new ImportRefusal(`La feuille a plus de ${mostColumns} colonnes.`)
        while (row.cells.length < column - 1) row.cells.push('')
        row.cells[column - 1] = cellOf(kind, value, shared)
      }
    },
    text(text) {
      if (inValue && kind !== '') value += text
    },
    take() {
      const taken = rows
      rows = []
      return taken
    },
  }
}

function cellOf(kind: string, value: string, shared: readonly string[]): Cell {
  if (kind === 's') return shared[Number(value)] ?? ''
  if (kind === 'b') return value === '1' ? 'vrai' : 'faux'
  if (kind !== 'n') return value
  const number = Number(value)
  return Number.isFinite(number) ? number : value
}

/** « AB12 » is in the 28th column. */
function columnOf(reference: string): number {
  let column = 0
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column
}
