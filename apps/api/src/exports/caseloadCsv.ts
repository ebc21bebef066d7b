import type { Readable } from 'node:stream'
import type { CaseloadColumn } from '@bienfonde/domain'
import type { Database } from '../database/Database.ts'
import { type CaseloadAsked, caseloadConditions, whereOf } from '../queries/caseloadConditions.ts'
import type { CaseloadSort } from '../queries/caseloadSorts.ts'
import { caseloadOrder } from '../queries/caseloadStatement.ts'
import { cellsOf, type ExportedRow, exportedColumns, headersOf } from './caseloadCells.ts'
import { csvStream } from './csvStream.ts'

/** Every dossier that a question retains. */
export function caseloadCsv(
  database: Database,
  asked: CaseloadAsked & { sort: CaseloadSort; columns: readonly CaseloadColumn[] },
): Readable {
  const { sort, columns } = asked
  const conditions = caseloadConditions(asked)
  const { exact, by } = caseloadOrder(sort, conditions)
  return csvStream<ExportedRow>(database, {
    headers: headersOf(columns),
    select: `select ${exportedColumns(columns)}, ${conditions.dueState()} as "dueState"
      from caseload c left join staff s on s.id::text = c.officer_id
      ${whereOf(conditions.conditions)} order by ${by(exact)}`,
    values: conditions.values,
    cells: row => cellsOf(columns, row),
  })
}
