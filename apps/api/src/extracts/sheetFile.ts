import { stringify } from 'csv-stringify/sync'
import writeXlsxFile, { type Row } from 'write-excel-file/node'
import type { Sheet } from './Sheet.ts'

/** A table in the form in which it is asked for. */
interface SheetFile {
  type: string
  bytes: Buffer
}

/** As Excel opens it in French; no text is taken for a formula, and a negative number stays a number. */
const csv = ({ header, rows }: Sheet): SheetFile => ({
  type: 'text/csv; charset=utf-8',
  bytes: Buffer.from(
    stringify([[...header], ...rows.map(row => [...row])], {
      bom: true,
      delimiter: ';',
      record_delimiter: 'windows',
      escape_formulas: true,
      cast: { number: value => ({ value: String(value).replace('.', ','), escape_formulas: false }) },
    }),
  ),
})

const heading = (value: string) => ({ value, fontWeight: 'bold' as const, wrap: true })
const widthOf = (sheet: Sheet, column: number) =>
  Math.min(60, Math.max(12, ...sheet.rows.map(row => String(row[column] ?? '').length + 2)))

/** A workbook: the table, its headings in sight, and what must be known to read it. A text is never a formula. */
async function xlsx(sheet: Sheet): Promise<SheetFile> {
  const rows: Row[] = [sheet.header.map(heading), ...sheet.rows.map(row => [...row])]
  const book = writeXlsxFile([
    {
      ...{ data: rows, sheet: sheet.name, stickyRowsCount: 1 },
      columns: sheet.header.map((_, column) => ({ width: widthOf(sheet, column) })),
    },
    {
      ...{ data: sheet.notes.map(value => [{ value, wrap: true }]), sheet: 'À savoir' },
      columns: [{ width: 110 }],
    },
  ])
  return { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes: await book.toBuffer() }
}

export const sheetForms = { CSV: csv, XLSX: xlsx } as const
export type SheetForm = keyof typeof sheetForms
