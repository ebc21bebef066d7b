import type { TableColumn } from '@bienfonde/ui'

/** What a picture draws, in figures: rows under columns. Nothing stands where there is nothing to measure. */
export interface PictureTable {
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (Record<string, string | number | null> & { key: string })[]
}

const number = new Intl.NumberFormat('fr-CA', { maximumFractionDigits: 1 })

/** A figure in words; what there is nothing to measure of says so. */
export const told = (value: number | null | undefined): string =>
  value === null || value === undefined ? 's. o.' : number.format(value)

const plain = (value: string | number | null | undefined): string => {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value).replace('.', ',')
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A table as a file that a spreadsheet opens in French; no cell of it can be a formula. */
export function csvOf({ columns, rows }: PictureTable): string {
  const lines = [columns.map(({ label }) => label), ...rows.map(row => columns.map(({ key }) => row[key] ?? null))]
  return `\ufeff${lines.map(cells => cells.map(plain).join(';')).join('\r\n')}\r\n`
}
