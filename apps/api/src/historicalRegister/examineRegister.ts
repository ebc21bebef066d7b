import type { HistoricalFlaw } from '@bienfonde/domain'
import type { Database } from '../database/Database.ts'
import { type Ask, statement } from '../database/statement.ts'
import { columnArrays } from './columnArrays.ts'
import type { LineRead } from './lineReader.ts'
import type { RegisterRow, RegisterSource } from './RegisterRow.ts'

/** How far a reading is: bytes of the file, and lines. */
export type TellReading = (read: { bytes: number; lines: number }) => void

interface Examination {
  source: RegisterSource
  read: (row: RegisterRow) => LineRead
  /** The mark of a line in the database. */
  mark: (identity: string) => string
  tell: TellReading
  flawed: (line: number, flaws: HistoricalFlaw[]) => Promise<void> | void
  halted: () => boolean
}

/** What a register holds, before anything of it is taken up. */
export interface Examined {
  lines: number
  /** Lines that would be taken up. */
  fresh: number
  known: number
  refused: number
  halted: boolean
}

const repeated: HistoricalFlaw[] = [{ code: 'KEY_REPEATED', field: null }]

const keepMarks = statement('', 'create temp table examined_line (id uuid primary key) on commit drop')
// Without a name: its plan would outlive the table it was made for.
const addMarks = statement(
  '',
  `with line as (select distinct unnest($1::uuid[]) as id), added as (
     insert into examined_line select id from line on conflict do nothing returning id
   )
   select added.id, exists (select from historical_complaint c where c.id = added.id) as known from added`,
)

/** Reads a whole register without taking anything up: every line at fault is told, and those already taken up counted. */
export const examineRegister = (database: Database, examination: Examination): Promise<Examined> =>
  // What was noted of the lines goes with the transaction.
  database.transaction(
    ask => examined(ask, examination),
    () => false,
  )

async function examined(ask: Ask, { source, read, mark, tell, flawed, halted }: Examination): Promise<Examined> {
  const found = { lines: 0, fresh: 0, known: 0, refused: 0, halted: false }
  const judge = async (lines: (LineRead & { id: string })[]) => {
    const sound = lines.filter(({ flaws }) => flaws === null)
    const added = await ask<{ id: string; known: boolean }>(addMarks, columnArrays(['id uuid'], sound))
    const unseen = new Map(added.map(({ id, known }) => [id, known]))
    for (const { line, id, flaws } of lines) {
      const known = unseen.get(id)
      const told = flaws ?? (known === undefined ? repeated : undefined)
      if (!flaws) unseen.delete(id)
      if (told) {
        found.refused += 1
        await flawed(line, told)
      } else if (known) found.known += 1
      else found.fresh += 1
    }
  }
  await ask(keepMarks)
  // The database judges some lines while the next ones are read; an error waits to be met there.
  let judging: Promise<void> | undefined
  try {
    for await (const { rows, bytes } of source.parts()) {
      const lines = rows.map(row => {
        const line = read(row)
        return { ...line, id: mark(line.identity) }
      })
      await judging
      judging = judge(lines)
      judging.catch(() => undefined)
      found.lines += lines.length
      tell({ bytes, lines: found.lines })
      if (halted()) return { ...found, halted: true }
    }
    await judging
  } finally {
    await judging?.catch(() => undefined)
  }
  return found
}
