import { type Ask, statement } from '../database/statement.ts'

/** What an import takes up: a register, from this very file, under this very mapping. */
export interface ImportSubject {
  register: string
  file: string
  mapping: string
  partial: boolean
}

/** What became of the lines of a register. */
export interface Tally {
  added: number
  /** Taken up by an earlier import. */
  known: number
  refused: number
}

/** An import under way: where it stands, when it goes on from where an earlier one was cut short. */
export interface ImportUnderWay {
  id: number
  lastLine: number
  tally: Tally
}

const findUnended = statement(
  'historical_import_unended',
  `select i.id, coalesce(max(b.last_line), 0)::int as "lastLine", coalesce(sum(b.added), 0)::int as added,
     coalesce(sum(b.known), 0)::int as known, coalesce(sum(b.refused), 0)::int as refused
   from historical_import i left join historical_import_batch b on b.import_id = i.id
   where i.register = $1 and i.file_fingerprint = $2 and i.mapping_fingerprint = $3 and i.partial = $4
     and i.ended_at is null
   group by i.id order by i.id desc limit 1`,
)
const add = statement(
  'historical_import_add',
  `insert into historical_import (register, file_fingerprint, mapping_fingerprint, partial, started_at)
   values ($1, $2, $3, $4, $5) returning id`,
)
const addBatch = statement(
  'historical_import_batch_add',
  'insert into historical_import_batch (import_id, last_line, added, known, refused, at) values ($1, $2, $3, $4, $5, $6)',
)
const end = statement('historical_import_end', 'update historical_import set ended_at = $2 where id = $1')

/** The same import cut short before, or nothing. */
export async function importCutShort(ask: Ask, subject: ImportSubject): Promise<ImportUnderWay | undefined> {
  const { register, file, mapping, partial } = subject
  const [found] = await ask<{ id: number; lastLine: number } & Tally>(findUnended, [register, file, mapping, partial])
  if (!found) return undefined
  const { id, lastLine, ...tally } = found
  return { id, lastLine, tally }
}

export async function beginImport(ask: Ask, subject: ImportSubject, at: Date): Promise<ImportUnderWay> {
  const { register, file, mapping, partial } = subject
  const [begun] = await ask<{ id: number }>(add, [register, file, mapping, partial, at])
  if (!begun) throw new Error('An import did not begin')
  return { id: begun.id, lastLine: 0, tally: { added: 0, known: 0, refused: 0 } }
}

/** Says, in the transaction of the rows themselves, up to which line the register is taken up. */
export async function recordBatch(ask: Ask, importId: number, lastLine: number, tally: Tally, at: Date): Promise<void> {
  const { added, known, refused } = tally
  await ask(addBatch, [importId, lastLine, added, known, refused, at])
}

export async function endImport(ask: Ask, importId: number, at: Date): Promise<void> {
  await ask(end, [importId, at])
}
