import { localDateAt } from '@bienfonde/domain'
import type { Database } from '../database/Database.ts'
import { type Ask, statement } from '../database/statement.ts'
import type { TellReading } from './examineRegister.ts'
import { addHistoricalComplaints, type MarkedComplaint } from './historicalComplaints.ts'
import { endImport, type ImportUnderWay, recordBatch, type Tally } from './importJournal.ts'
import type { LineRead } from './lineReader.ts'
import type { RegisterRow, RegisterSource } from './RegisterRow.ts'

const linesAtOnce = 2_000

interface TakingUp {
  underWay: ImportUnderWay
  source: RegisterSource
  read: (row: RegisterRow) => LineRead
  mark: (identity: string) => string
  tell: TellReading
  halted: () => boolean
  now: () => Date
  /** What is written with the end of the import, in its transaction. */
  ended: (ask: Ask, tally: Tally) => Promise<void>
}

const findRepeated = statement(
  'historical_complaint_repeated',
  'select id from historical_complaint where import_id = $1 and id = any ($2::uuid[])',
)

/** Takes a register up, lot by lot: each lot with the line it reaches, so that what is cut short goes on from there. */
export async function takeUpRegister(database: Database, taking: TakingUp): Promise<{ tally: Tally; ended: boolean }> {
  const { underWay, source, read, mark, tell, halted, now } = taking
  // A lot that the machine loses before it is on disk is lost whole, its line too: it is done over.
  const quick = database.withoutWaiting()
  const tally = { ...underWay.tally }
  let lot: LineRead[] = []
  let lines = 0
  let keeping: Promise<void> | undefined
  const keep = async () => {
    const full = lot
    lot = []
    await keeping
    // The database keeps a lot while the next one is read; an error waits to be met there.
    keeping = quick
      .transaction(ask => takeUpLot(ask, underWay.id, full, mark, now()))
      .then(done => {
        for (const name of ['added', 'known', 'refused'] as const) tally[name] += done[name]
      })
    keeping.catch(() => undefined)
  }
  try {
    for await (const { rows, bytes } of source.parts()) {
      lines += rows.length
      for (const row of rows) if (row.line > underWay.lastLine) lot.push(read(row))
      if (lot.length >= linesAtOnce) await keep()
      tell({ bytes, lines })
      if (halted()) break
    }
    if (lot.length > 0) await keep()
    await keeping
  } finally {
    await keeping?.catch(() => undefined)
  }
  if (halted()) return { tally, ended: false }
  await database.transaction(async ask => {
    await endImport(ask, underWay.id, now())
    await taking.ended(ask, tally)
  })
  return { tally, ended: true }
}

async function takeUpLot(ask: Ask, importId: number, lot: LineRead[], mark: (identity: string) => string, at: Date) {
  const sound = lot.flatMap(({ line, identity, complaint }): MarkedComplaint[] =>
    complaint ? [{ id: mark(identity), line, complaint }] : [],
  )
  const added = await addHistoricalComplaints(ask, importId, sound, localDateAt(at))
  const fresh = new Set(added)
  const others = sound.filter(({ id }) => !fresh.delete(id)).map(({ id }) => id)
  const repeated =
    others.length > 0
      ? new Set((await ask<{ id: string }>(findRepeated, [importId, others])).map(({ id }) => id))
      : null
  const refused = lot.length - sound.length + others.filter(id => repeated?.has(id)).length
  const tally = { added: added.length, known: lot.length - added.length - refused, refused }
  await recordBatch(ask, importId, lot.at(-1)?.line ?? 0, tally, at)
  return tally
}
