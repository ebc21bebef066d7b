import type { Database } from '../database/Database.ts'
import { type Ask, statement } from '../database/statement.ts'
import { administrationChain } from './administrationJournal.ts'
import { beginning, lineHash, writtenAt } from './hash.ts'
import { advance, noLine } from './runningHead.ts'

/** A place where the journal is no longer what was written. */
interface Break {
  dossier: string
  fileNumber: string
  /** The line, when it is one. */
  seq: number | null
  message: string
}

/** What a verification found. */
export interface Verification {
  dossiers: number
  lines: number
  breaks: Break[]
  /** One hash over all lines in the order of writing: noted elsewhere, it betrays a journal rewritten from end to end. */
  seal: string
}

/** What was said elsewhere of the journal, when it had so many lines. */
export interface Attested {
  size: number
  head: string
}

interface Head {
  id: string
  file_number: string
  version: number
  head_hash: string
}

interface Line {
  dossier_id: string
  seq: number
  position: string
  at: string
  actor_id: string
  actor_role: string
  type: string
  event: unknown
  confirmation: string | null
  hash: string
  previous_hash: string
}

const nextHeads = statement(
  'verify_heads',
  'select id, file_number, version, head_hash from dossier where id > $1 order by id limit 500',
)
// To the microsecond: a line moved by less than the hash can see is altered all the same.
const linesOf = statement(
  'verify_lines',
  `select dossier_id, seq, position, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
     actor_id, actor_role, type, event, confirmation, hash, previous_hash
   from journal where dossier_id = any ($1) order by dossier_id, seq`,
)
const strays = statement(
  'verify_strays',
  `select distinct dossier_id from journal j where not exists (select from dossier d where d.id = j.dossier_id)`,
)
const missingNumbers = statement(
  'verify_numbers',
  `select year || '-' || lpad(n::text, 6, '0') as file_number
   from file_number, generate_series(1, last) as n
   where not exists (select from dossier d where d.file_number = year || '-' || lpad(n::text, 6, '0'))
   order by 1`,
)

const administrationHead = statement('verify_administration_head', 'select version, hash from administration_head')
const administrationLines = statement(
  'verify_administration_lines',
  `select seq, position, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, actor_id, actor_role, type, event,
     null as confirmation, hash, previous_hash
   from administration_journal where seq > $1 order by seq limit 5000`,
)

const noDossier = '00000000-0000-0000-0000-000000000000'

/** Recomputes the whole chain of every dossier and says where it breaks; memory does not grow with the journal. */
export const verify = (database: Database, attested: readonly Attested[] = []): Promise<Verification> =>
  database.snapshot(ask => verifyWithin(ask, attested))

/** The same within a transaction, which must see the journal as it was at one moment. */
export async function verifyWithin(ask: Ask, attested: readonly Attested[] = []): Promise<Verification> {
  const found: Verification = { dossiers: 0, lines: 0, breaks: [], seal: '' }
  let after = noDossier
  for (;;) {
    const heads = await ask<Head>(nextHeads, [after])
    const last = heads.at(-1)
    if (!last) break
    after = last.id
    const lines = Map.groupBy(await ask<Line>(linesOf, [heads.map(({ id }) => id)]), line => line.dossier_id)
    for (const head of heads) {
      const own = lines.get(head.id) ?? []
      found.dossiers += 1
      found.lines += own.length
      found.breaks.push(...breaksOf(head, own))
    }
  }
  await verifyAdministration(ask, found)
  for (const { dossier_id } of await ask<{ dossier_id: string }>(strays)) {
    found.breaks.push({ dossier: dossier_id, fileNumber: '', seq: null, message: 'Des lignes n’ont plus de dossier.' })
  }
  for (const { file_number } of await ask<{ file_number: string }>(missingNumbers)) {
    found.breaks.push({ dossier: '', fileNumber: file_number, seq: null, message: 'Le dossier a disparu.' })
  }
  const { seal, breaks } = await verifyAttested(ask, attested)
  return { ...found, seal, breaks: [...found.breaks, ...breaks] }
}

/** What was attested must be the beginning of what is written today. */
async function verifyAttested(ask: Ask, attested: readonly Attested[]): Promise<{ seal: string; breaks: Break[] }> {
  const heads = new Map(attested.map(({ size }) => [size, size === 0 ? beginning : (undefined as string | undefined)]))
  const { head: seal } = await advance(ask, noLine, {
    tell: ({ size, head }) => {
      if (heads.has(size)) heads.set(size, head)
    },
  })
  const breaks = attested.flatMap(({ size, head }) => {
    const now = heads.get(size)
    if (now === head) return []
    const message = now
      ? `Le journal ne suit plus le point de contrôle de ${size} lignes.`
      : `Le journal a moins de lignes que le point de contrôle de ${size} lignes.`
    return [{ dossier: '', fileNumber: '', seq: null, message }]
  })
  return { seal, breaks }
}

/** The journal of administration is one chain of its own, checked like that of a dossier. */
async function verifyAdministration(ask: Ask, found: Verification): Promise<void> {
  const [kept] = await ask<{ version: number; hash: string }>(administrationHead)
  const { version, hash } = kept ?? { version: 0, hash: '' }
  const lines: Line[] = []
  for (;;) {
    const next = await ask<Line>(administrationLines, [lines.at(-1)?.seq ?? 0])
    if (next.length === 0) break
    lines.push(...next)
  }
  const name = 'Journal de l’administration'
  found.lines += lines.length
  found.breaks.push(...breaksOf({ id: administrationChain, file_number: name, version, head_hash: hash }, lines))
}

/** The first break of a chain: after it, nothing more can be said of that dossier's lines. */
function breaksOf({ id, file_number, version, head_hash }: Head, lines: Line[]): Break[] {
  const broken = (seq: number | null, message: string): Break[] => [
    { dossier: id, fileNumber: file_number, seq, message },
  ]
  let previous = beginning
  let position = 0n
  for (const [index, line] of lines.entries()) {
    const expected = index + 1
    if (line.seq !== expected) return broken(expected, `La ligne ${expected} a disparu.`)
    if (line.previous_hash !== previous) {
      return broken(line.seq, `La ligne ${line.seq} ne suit pas celle qui la précède.`)
    }
    const hash = lineHash({
      dossier: id,
      seq: line.seq,
      at: writtenAt(line.at),
      actor: line.actor_id,
      role: line.actor_role,
      type: line.type,
      event: line.event,
      confirmation: line.confirmation,
      previousHash: line.previous_hash,
    })
    if (hash !== line.hash) return broken(line.seq, `La ligne ${line.seq} a été modifiée.`)
    if (BigInt(line.position) <= position) return broken(line.seq, `La ligne ${line.seq} n’est plus à son rang.`)
    previous = hash
    position = BigInt(line.position)
  }
  if (lines.length < version) return broken(lines.length + 1, `Il manque des lignes après la ligne ${lines.length}.`)
  if (lines.length > version) return broken(version + 1, `La ligne ${version + 1} a été ajoutée hors du processus.`)
  if (previous !== head_hash) return broken(null, 'La tête du dossier ne correspond pas à sa dernière ligne.')
  return []
}
