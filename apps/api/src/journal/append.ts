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

const takeNumber = statement(
  'file_number_take',
  `insert into file_number (year, last) values ($1, 1)
   on conflict (year) do update set last = file_number.last + 1
   returning year || '-' || lpad(last::text, 6, '0') as file_number`,
)
const addHead = statement(
  'dossier_add',
  `insert into dossier (id, file_number, version, head_hash, created_at) values ($1, $2, $3, $4, $5)
   on conflict (id) do nothing returning id`,
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

const addManyLines = statement(
  'journal_add_many',
  `insert into journal (dossier_id, seq, type, event, actor_id, actor_role, at, confirmation, hash, previous_hash)
   select dossier, seq, type, event, $6, $7, $8, null, hash, previous
   from unnest($1::uuid[], $2::int[], $3::text[], $4::jsonb[], $5::text[], $9::text[])
     as line (dossier, seq, type, event, hash, previous)
   order by dossier, seq`,
)
const moveHeads = statement(
  'dossier_move_many',
  `update dossier set (version, head_hash) = (moved.version, moved.hash)
   from unnest($1::uuid[], $2::int[], $3::text[]) as moved (id, version, hash) where dossier.id = moved.id`,
)

/** Adds to each dossier, whose head is held, what follows for it: two statements, whatever their number. */
export async function appendMany(
  ask: Ask,
  dossiers: readonly { head: Head; events: readonly { type: string }[] }[],
  stamp: Omit<Stamp, 'confirmation'>,
): Promise<void> {
  const chained = dossiers.map(({ head, events }) => chain(head, events, { ...stamp, confirmation: null }))
  const lines = chained.flat()
  await ask(moveHeads, [
    dossiers.map(({ head }) => head.dossier),
    dossiers.map(({ head, events }) => head.version + events.length),
    chained.map((own, at) => own.at(-1)?.hash ?? dossiers[at]?.head.hash),
  ])
  await ask(addManyLines, [
    lines.map(({ dossier }) => dossier),
    lines.map(({ seq }) => seq),
    lines.map(({ type }) => type),
    lines.map(({ event }) => JSON.stringify(event)),
    lines.map(({ hash }) => hash),
    stamp.actor,
    stamp.role,
    stamp.at,
    lines.map(({ previousHash }) => previousHash),
  ])
}

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

/** The head of a dossier that is being registered, under the year's next number; what is rolled back leaves no gap. */
export async function newHead(ask: Ask, dossier: string, at: Date): Promise<Head> {
  const [row] = await ask<{ file_number: string }>(takeNumber, [yearOf(at)])
  return { dossier, fileNumber: row?.file_number ?? '', version: 0, hash: beginning }
}

/**
 * Adds events to a dossier whose head is locked, or begins the dossier when its version is 0.
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
  if (head.version === 0) {
    const begun = await ask(addHead, [head.dossier, head.fileNumber, version, hash, stamp.at])
    if (begun.length === 0) return undefined
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
  return { ...head, version, hash }
}

const year = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Toronto', year: 'numeric' })
const yearOf = (at: Date) => Number(year.format(at))
