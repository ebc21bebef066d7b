import type { Logger } from 'pino'
import type { Database } from '../database/Database.ts'
import { type Ask, statement } from '../database/statement.ts'
import { failureForLog } from '../http/formatError.ts'
import { advance, noLine, type RunningHead } from '../journal/runningHead.ts'
import { type CheckpointSigner, readNotes, signedNote } from './Checkpoint.ts'
import type { CheckpointOutlet } from './outlets.ts'

/** What a checkpoint is made with. */
export interface Checkpointing {
  database: Database
  signer: CheckpointSigner
  outlets: readonly CheckpointOutlet[]
  log?: Logger | undefined
}

/** The journal is not what an earlier checkpoint attested: signing would cover the change. */
export class JournalForked extends Error {
  override readonly name = 'JournalForked'
}

const guard = statement('checkpoint_guard', 'select pg_try_advisory_xact_lock(4207002) as free')
const patience = statement('checkpoint_patience', `set local lock_timeout = '2s'`)
// A place is taken before its line is committed: once nobody is writing, no line can appear below the last one.
const stillness = statement('checkpoint_stillness', 'lock table journal, administration_journal in share mode')
const lastPosition = statement(
  'checkpoint_last_position',
  `select greatest((select max(position) from journal), (select max(position) from administration_journal), 0) as last`,
)
const findLast = statement(
  'checkpoint_last',
  'select size::int, position, head, note from checkpoint order by size desc limit 1',
)
const add = statement(
  'checkpoint_add',
  'insert into checkpoint (size, position, head, note) values ($1, $2, $3, $4) on conflict (size) do nothing',
)

/**
 * Signs where the journal stands and sends it where the database cannot reach; gives the note, or nothing when another
 * process is at it. Any process may call it, at any moment: it only goes on from what is already attested.
 */
export async function writeCheckpoint(checkpointing: Checkpointing): Promise<string | undefined> {
  const { database, signer, outlets } = checkpointing
  const until = await lastWritten(database)
  return database.transaction(async ask => {
    const [held] = await ask<{ free: boolean }>(guard)
    if (!held?.free) return undefined
    const [last] = await ask<RunningHead & { note: string }>(findLast)
    const contents = await Promise.all(outlets.map(outlet => outlet.held?.()))
    for (const content of contents) if (content) await goesOnFrom(ask, content, last)
    // Another process may have gone further since the end was looked for.
    const from = last && BigInt(last.position) > BigInt(until) ? last : await advance(ask, last ?? noLine, { until })
    const note = signedNote(signer, from)
    if (from.size !== last?.size) await ask(add, [from.size, from.position, from.head, note])
    const lacking = outlets.filter((_, at) => !contents[at]?.endsWith(`${note}\n`))
    // What cannot be read back was told when the checkpoint was new.
    const told = lacking.filter(({ held }) => held || from.size !== last?.size)
    await Promise.all(told.map(outlet => kept(checkpointing, outlet, note)))
    return note
  })
}

/** The place of the last line, everything before it being committed or given up. */
async function lastWritten(database: Database): Promise<string> {
  for (let tries = 1; ; tries++) {
    try {
      return await database.transaction(async ask => {
        await ask(patience)
        await ask(stillness)
        return (await ask<{ last: string }>(lastPosition))[0]?.last ?? '0'
      })
    } catch (error) {
      const busy = error instanceof Error && 'code' in error && error.code === '55P03'
      if (!busy || tries === 5) throw error
    }
  }
}

/** Whoever rewrote the journal and its checkpoints in the database did not rewrite those kept elsewhere. */
async function goesOnFrom(ask: Ask, content: string, last: RunningHead | undefined): Promise<void> {
  const attested = readNotes(content)?.at(-1)
  if (!attested) throw new JournalForked('the checkpoints kept elsewhere cannot be read')
  const { size, head } = attested
  if (last?.size === size && last.head === head) return
  let then: string | undefined = size === 0 ? noLine.head : undefined
  await advance(ask, noLine, {
    tell: at => {
      if (at.size === size) then = at.head
    },
  })
  if (then !== head) throw new JournalForked(`the journal no longer goes on from its checkpoint of ${size} lines`)
}

/** A place that does not answer does not keep the others from being told. */
async function kept({ log }: Checkpointing, outlet: CheckpointOutlet, note: string): Promise<void> {
  await outlet.keep(note).catch(error => {
    log?.error({ outlet: outlet.name, failure: failureForLog(error) }, 'checkpoint not kept')
  })
}
