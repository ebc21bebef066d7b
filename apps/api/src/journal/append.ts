import { type Ask, statement } from '../database/statement.ts'
import { beginning, lineHash } from './hash.ts'

/** The state of a dossier's chain: how many lines, and the hash of the last. */
export interface Head {
  dossier: string
  fileNumber: string
  version: number
  hash: string
}

/** Who acted, as what, when, and what they confirmed in spite of a warning. */
export interface Stamp {
  actor: string
  role: string
  at: Date
  confirmation: string | null
}

const addHead = statement(
  'dossier_add',
  `with number as (
     insert into file_number (year, last) values ($2, 1)
     on conflict (year) do update set last = file_number.last + 1 returning last
   )
   insert into dossier (id, file_number, version, head_hash, created_at)
   select $1, $2::int || '-' || lpad(last::text, 6, '0'), $3, $4, $5 from number
   on conflict (id) do nothing returning file_number`,
)
const addLines = statement(
  'journal_add',
  `insert into journal (dossier_id, seq, type, event, actor_id, actor_role, at, confirmation, hash, previous_hash)
   select $1, seq, type, event, $6, $7, $8, $9, hash, previous
   from unnest($2::int[], $3::text[], $4::jsonb[], $5::text[], $10::text[])
     as line (seq, type, event, hash, previous)
   order by seq`,
)
const moveHead = statement('dossier_move', 'update dossier set version = $2, head_hash = $3 where id = $1')

/** The chain of the new lines: each hash covers the one before. */
function chain(head: Head, events: readonly { type: string }[], { actor, role, at, confirmation }: Stamp) {
  let previousHash = head.hash
  return events.map((event, index) => {
    const seq = head.version + index + 1
    const { type } = event
    const line = {
      dossier: head.dossier,
      seq,
      at: at.toISOString(),
      actor,
      role,
      type,
      event,
      confirmation,
      previousHash,
    }
    previousHash = lineHash(line)
    return { ...line, hash: previousHash }
  })
}

/**
 * Adds events to a dossier whose head is locked, or begins a dossier (version 0) under the next file number of the year.
 * Gives the new head, or nothing when someone else began the same dossier meanwhile.
 */
export async function append(
  ask: Ask,
  head: Head,
  events: readonly { type: string }[],
  stamp: Stamp,
): Promise<Head | undefined> {
  const lines = chain(head, events, stamp)
  const version = head.version + lines.length
  const hash = lines.at(-1)?.hash ?? head.hash
  let { fileNumber } = head
  if (head.version === 0) {
    const [added] = await ask<{ file_number: string }>(addHead, [
      head.dossier,
      yearOf(stamp.at),
      version,
      hash,
      stamp.at,
    ])
    if (!added) return undefined
    fileNumber = added.file_number
  } else {
    await ask(moveHead, [head.dossier, version, hash])
  }
  await ask(addLines, [
    head.dossier,
    lines.map(({ seq }) => seq),
    lines.map(({ type }) => type),
    lines.map(({ event }) => JSON.stringify(event)),
    lines.map(line => line.hash),
    stamp.actor,
    stamp.role,
    stamp.at,
    stamp.confirmation,
    lines.map(({ previousHash }) => previousHash),
  ])
  return { dossier: head.dossier, fileNumber, version, hash }
}

/** The head of a dossier that does not exist yet. */
export const newHead = (dossier: string): Head => ({ dossier, fileNumber: '', version: 0, hash: beginning })

const year = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Toronto', year: 'numeric' })
const yearOf = (at: Date) => Number(year.format(at))
