import { replay } from '@bienfonde/domain'
import type { Database } from '../database/Database.ts'
import { statement } from '../database/statement.ts'
import { journalsOf } from '../journal/recorded.ts'
import { readModels } from './index.ts'
import { keepShape } from './shape.ts'

const patient = statement('rebuild_patient', 'set local statement_timeout = 0')
// Steps wait while the rows are remade; readers go on seeing the rows as they were.
const hold = statement('rebuild_hold', 'lock table dossier in share mode')
const countDossiers = statement('rebuild_count', 'select count(*)::int as all from dossier')
const nextDossiers = statement(
  'rebuild_dossiers',
  'select id, file_number from dossier where id > $1 order by id limit 500',
)

/** Remakes every read model from the journal, in one transaction; gives the number of dossiers replayed. */
export const rebuild = (database: Database, tell: (done: number, all: number) => void = () => undefined) =>
  database.transaction(async ask => {
    await ask(patient)
    await ask(hold)
    const [{ all = 0 } = {}] = await ask<{ all: number }>(countDossiers)
    for (const { table, remade = 'true' } of readModels)
      await ask(statement(`rebuild_empty_${table}`, `delete from ${table} where ${remade}`))
    let count = 0
    let after = '00000000-0000-0000-0000-000000000000'
    for (;;) {
      const heads = await ask<{ id: string; file_number: string }>(nextDossiers, [after])
      const last = heads.at(-1)
      if (!last) break
      after = last.id
      const journals = await journalsOf(
        ask,
        heads.map(({ id }) => id),
      )
      const dossiers = heads.map(({ id, file_number }) => {
        const lines = journals.get(id) ?? []
        return { id, fileNumber: file_number, lines, complaint: replay(lines) }
      })
      for (const model of readModels) await model.write(ask, dossiers)
      count += dossiers.length
      tell(count, all)
    }
    await keepShape(ask)
    return count
  })
