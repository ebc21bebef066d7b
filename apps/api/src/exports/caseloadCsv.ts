import { once } from 'node:events'
import type { Readable } from 'node:stream'
import type { CaseloadColumn } from '@bienfonde/domain'
import { stringify } from 'csv-stringify'
import type { Database } from '../database/Database.ts'
import { statement } from '../database/statement.ts'
import { type CaseloadAsked, caseloadConditions, whereOf } from '../queries/caseloadConditions.ts'
import type { CaseloadSort } from '../queries/caseloadSorts.ts'
import { caseloadOrder } from '../queries/caseloadStatement.ts'
import { cellsOf, type ExportedRow, exportedColumns, headersOf } from './caseloadCells.ts'

const rowsAtOnce = 500
const nextRows = statement('', `fetch forward ${rowsAtOnce} from exported`)

/** Every dossier that a question retains, as Excel opens it in French; no more rows are read than the reader takes. */
export function caseloadCsv(
  database: Database,
  asked: CaseloadAsked & { sort: CaseloadSort; columns: readonly CaseloadColumn[] },
): Readable {
  const { sort, columns } = asked
  const csv = stringify({
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    escape_formulas: true,
    header: true,
    columns: headersOf(columns).map((header, at) => ({ key: String(at), header })),
  })
  const gone = new AbortController()
  csv.once('close', () => gone.abort())

  const conditions = caseloadConditions(asked)
  const { exact, by } = caseloadOrder(sort, conditions)
  const declare = statement(
    '',
    `declare exported no scroll cursor for
     select to_json(row) as row from (
       select ${exportedColumns(columns)}, ${conditions.dueState()} as "dueState"
       from caseload c left join staff s on s.id::text = c.officer_id
       ${whereOf(conditions.conditions)} order by ${by(exact)}
     ) row`,
  )
  database
    .snapshot(async ask => {
      await ask(declare, conditions.values)
      for (;;) {
        const found = await ask<{ row: ExportedRow }>(nextRows)
        for (const { row } of found) {
          if (!csv.write(cellsOf(columns, row))) await once(csv, 'drain', { signal: gone.signal })
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
