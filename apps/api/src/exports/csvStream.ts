import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import type { Database } from '../database/Database.ts'
import { statement } from '../database/statement.ts'

const rowsAtOnce = 500
const nextRows = statement('', `fetch forward ${rowsAtOnce} from exported`)

/** What a file says: the names of its fields, where its rows come from, and what each says in the order of the fields. */
export interface CsvContent<Row> {
  headers: readonly string[]
  select: string
  values?: unknown[]
  cells: (row: Row) => (string | number | null)[]
}

/** A file as Excel opens it in French; no more rows are read than the reader takes, all as they were at one moment. */
export function csvStream<Row>(database: Database, { headers, select, values, cells }: CsvContent<Row>): Readable {
  const csv = stringify({
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    escape_formulas: true,
    header: true,
    columns: headers.map((header, at) => ({ key: String(at), header })),
  })
  const gone = new AbortController()
  csv.once('close', () => gone.abort())

  const declare = statement('', `declare exported no scroll cursor for select to_json(row) as row from (${select}) row`)
  database
    .snapshot(async ask => {
      await ask(declare, values)
      for (;;) {
        const found = await ask<{ row: Row }>(nextRows)
        for (const { row } of found) {
          if (!csv.write(cells(row).map(onOneLine))) await once(csv, 'drain', { signal: gone.signal })
        }
        if (found.length < rowsAtOnce) break
      }
    })
    .then(
      () => csv.end(),
      error => csv.destroy(error),
    )
  return csv
}

/** Each text stands on one line. */
const onOneLine = (value: string | number | null) =>
  typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : value
