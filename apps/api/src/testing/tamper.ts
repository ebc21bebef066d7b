import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { type CheckpointSigner, signedNote } from '../checkpoints/Checkpoint.ts'
import { type Ask, statement } from '../database/statement.ts'
import type { Chance } from '../demonstration/chance.ts'
import { beginning, lineHash } from '../journal/hash.ts'
import { advance, noLine } from '../journal/runningHead.ts'

/** What somebody with every right on the database, but not the keys, can do; gives the checkpoints they would show. */
export type Tampering = (ask: Ask, chance: Chance, notes: string) => Promise<string | undefined>

interface Line {
  dossier_id: string
  seq: number
  position: string
}

interface HashedRow {
  seq: number
  at: Date
  actor: string
  role: string
  type: string
  event: object
  hash: string
}

const sql = async (ask: Ask, text: string, values: unknown[] = []) => ask(statement('', text), values)
const pickLine = async (ask: Ask, chance: Chance, where = 'true'): Promise<Line> =>
  chance.pick(
    await ask<Line>(statement('', `select dossier_id, seq, position from journal where ${where} order by position`)),
  )
const pickAny = (chance: Chance) => chance.happens(0.2)

/** Columns of a line, each with a value that differs from any honest one. */
const edits = [
  `event = event || '{"note": "altérée"}'`,
  `event = event - 'note'`,
  `actor_id = actor_id || 'x'`,
  `actor_role = actor_role || '_'`,
  `type = type || '_'`,
  `at = at + interval '1 microsecond'`,
  `at = at - interval '1 day'`,
  `hash = reverse(hash)`,
  `previous_hash = reverse(hash)`,
]

/** Recomputes the hashes of a chain from a line on, and its head, as the application would have. */
async function rehash(ask: Ask, dossier: string, from: number): Promise<void> {
  const rows = await ask<HashedRow>(
    statement(
      '',
      `select seq, at, actor_id as actor, actor_role as role, type, event, confirmation, hash
       from journal where dossier_id = $1 order by seq`,
    ),
    [dossier],
  )
  let previousHash = beginning
  for (const [at, line] of rows.entries()) {
    if (at + 1 < from) {
      previousHash = line.hash
      continue
    }
    const hash = lineHash({ ...line, confirmation: null, dossier, at: line.at.toISOString(), previousHash })
    await sql(ask, 'update journal set hash = $3, previous_hash = $4 where dossier_id = $1 and seq = $2', [
      dossier,
      line.seq,
      hash,
      previousHash,
    ])
    previousHash = hash
  }
  await sql(ask, 'update dossier set version = $2, head_hash = $3 where id = $1', [dossier, rows.length, previousHash])
}

const stranger: CheckpointSigner = (() => {
  const { privateKey: key, publicKey } = generateKeyPairSync('ed25519')
  return { origin: 'plaintes.exemple.test/journal', key, publicKey }
})()

/** Rewrites one line and everything after it in its chain: only what was kept elsewhere can tell. */
async function rewriteSuffix(ask: Ask, chance: Chance): Promise<void> {
  const { dossier_id, seq } = await pickLine(ask, chance)
  const change = chance.pick([
    `event = event || '{"note": "réécrite"}'`,
    `actor_id = 'autre'`,
    `at = at - interval '3 days'`,
  ])
  await sql(ask, `update journal set ${change} where dossier_id = $1 and seq = $2`, [dossier_id, seq])
  await rehash(ask, dossier_id, seq)
}

const someItems = statement('', 'select id, dossier_id, kind from vault_item order by created_at, id')

/** Each way of tampering that the proof draws from. */
export const tamperings: Record<string, Tampering> = {
  async 'ligne modifiée'(ask, chance) {
    const table = pickAny(chance) ? 'administration_journal' : 'journal'
    const change = chance
      .pick(edits)
      .replace(`event - 'note'`, table === 'journal' ? `event - 'note'` : `event - 'subject'`)
    const [line] = await sql(ask, `select position from ${table} order by position offset $1 limit 1`, [
      chance.between(0, Number((await sql(ask, `select count(*)::int as n from ${table}`))[0]?.n) - 1),
    ])
    await sql(ask, `update ${table} set ${change} where position = $1`, [line?.position])
    return undefined
  },

  async 'ligne enlevée'(ask, chance) {
    const { dossier_id, seq } = await pickLine(ask, chance)
    await sql(ask, 'delete from journal where dossier_id = $1 and seq = $2', [dossier_id, seq])
    if (chance.happens(0.5)) {
      await sql(ask, 'update journal set seq = seq + 1000000 where dossier_id = $1 and seq > $2', [dossier_id, seq])
      await sql(ask, 'update journal set seq = seq - 1000001 where dossier_id = $1 and seq > 1000000', [dossier_id])
      if (chance.happens(0.5) && seq > 1) await rehash(ask, dossier_id, seq)
    }
    return undefined
  },

  // Among the signed lines: one added after them all is a line that the application could have written.
  async 'ligne ajoutée'(ask, chance) {
    const { dossier_id, seq } = await pickLine(ask, chance, 'position < (select max(position) from journal)')
    await sql(ask, 'update journal set seq = seq + 1000000 where dossier_id = $1 and seq > $2', [dossier_id, seq])
    await sql(ask, 'update journal set seq = seq - 999999 where dossier_id = $1 and seq > 1000000', [dossier_id])
    await sql(
      ask,
      'update journal set position = -position where position > (select position from journal where dossier_id = $1 and seq = $2)',
      [dossier_id, seq],
    )
    await sql(ask, 'update journal set position = -position + 1 where position < 0')
    await sql(
      ask,
      `insert into journal (dossier_id, seq, position, type, event, actor_id, actor_role, at, hash, previous_hash)
       overriding system value
       select dossier_id, seq + 1, position + 1, type, event || '{"note": "ajoutée"}', actor_id, actor_role, at, hash, hash
       from journal where dossier_id = $1 and seq = $2`,
      [dossier_id, seq],
    )
    if (chance.happens(0.7)) await rehash(ask, dossier_id, seq + 1)
    return undefined
  },

  async 'lignes échangées'(ask, chance) {
    const one = await pickLine(ask, chance)
    const two = await pickLine(ask, chance, `position <> ${one.position}`)
    const places = [one.dossier_id, one.seq, two.dossier_id, two.seq]
    const order = chance.happens(0.5)
    if (order) {
      await sql(ask, 'update journal set position = -position where position in ($1, $2)', [one.position, two.position])
      await sql(
        ask,
        `update journal set position = case position when -$1::bigint then $2::bigint else $1::bigint end where position < 0`,
        [one.position, two.position],
      )
      return undefined
    }
    await sql(
      ask,
      `update journal a set type = b.type, event = b.event, actor_id = b.actor_id, actor_role = b.actor_role, at = b.at
       , hash = b.hash, previous_hash = b.previous_hash
       from journal b where (a.dossier_id, a.seq, b.dossier_id, b.seq) in
         (($1::uuid, $2::int, $3::uuid, $4::int), ($3::uuid, $4::int, $1::uuid, $2::int))`,
      places,
    )
    if (chance.happens(0.5)) {
      await rehash(ask, one.dossier_id, 1)
      await rehash(ask, two.dossier_id, 1)
    }
    return undefined
  },

  async 'journal tronqué'(ask, chance) {
    const { dossier_id, seq } = await pickLine(ask, chance)
    if (seq === 1) {
      const [{ file_number } = {}] = await ask<{ file_number: string }>(
        statement('', 'select file_number from dossier where id = $1'),
        [dossier_id],
      )
      for (const table of ['journal', 'vault_item', 'vault_key'])
        await sql(ask, `delete from ${table} where dossier_id = $1`, [dossier_id])
      await sql(ask, 'delete from dossier where id = $1', [dossier_id])
      await sql(
        ask,
        `update dossier set file_number = $1 where file_number = (select max(file_number) from dossier) and file_number > $1`,
        [file_number],
      )
      await sql(ask, 'update file_number set last = (select count(*) from dossier)')
      return undefined
    }
    await sql(ask, 'delete from journal where dossier_id = $1 and seq >= $2', [dossier_id, seq])
    if (chance.happens(0.8)) await rehash(ask, dossier_id, seq)
    return undefined
  },

  async 'suite réécrite'(ask, chance) {
    await rewriteSuffix(ask, chance)
    return undefined
  },

  async 'point de contrôle contrefait'(ask, chance, notes) {
    if (chance.happens(0.3)) {
      const at = chance.between(0, notes.length - 3)
      const other = notes[at] === '7' ? '8' : '7'
      return `${notes.slice(0, at)}${other}${notes.slice(at + 1)}`
    }
    await rewriteSuffix(ask, chance)
    const now = await advance(ask, noLine)
    const forged = signedNote(stranger, now)
    return chance.pick([
      `${forged}\n`,
      `${notes}${forged}\n`,
      // The three lines of the forgery over the honest signature.
      `${forged.slice(0, forged.indexOf('—'))}${notes.slice(notes.lastIndexOf('—'))}`,
    ])
  },

  async 'tête déplacée'(ask, chance) {
    const { dossier_id } = await pickLine(ask, chance)
    const change = chance.pick(['version = version + 1', 'head_hash = reverse(head_hash)', `id = '${randomUUID()}'`])
    await sql(ask, `update dossier set ${change} where id = $1`, [dossier_id])
    return undefined
  },

  async 'coffre échangé'(ask, chance) {
    const items = await ask<{ id: string; dossier_id: string; kind: string }>(someItems)
    const one = chance.pick(items)
    const two = chance.pick(items.filter(({ id }) => id !== one.id))
    const elsewhere = chance.pick(items.filter(({ dossier_id }) => dossier_id !== one.dossier_id))
    const swapped = (table: string, key: string, columns: string[]) =>
      `update ${table} a set ${columns.map(column => `${column} = b.${column}`).join(', ')} from ${table} b
       where (a.${key}, b.${key}) in (($1::uuid, $2::uuid), ($2::uuid, $1::uuid))`
    const acts: [string, unknown[]][] = [
      [swapped('vault_item', 'id', ['nonce', 'ciphertext']), [one.id, two.id]],
      [swapped('vault_key', 'dossier_id', ['wrapped_key']), [one.dossier_id, elsewhere.dossier_id]],
      [swapped('vault_key', 'dossier_id', ['wrapped_content_key']), [one.dossier_id, elsewhere.dossier_id]],
      ['update vault_item set dossier_id = $2 where id = $1', [one.id, elsewhere.dossier_id]],
      [`update vault_item set kind = case kind when 'WORDS' then 'MESSAGE' else 'WORDS' end where id = $1`, [one.id]],
      [
        'update vault_item set ciphertext = set_byte(ciphertext, 9, get_byte(ciphertext, 9) # 1) where id = $1',
        [one.id],
      ],
      ['update vault_item set nonce = set_byte(nonce, 0, get_byte(nonce, 0) # 128) where id = $1', [one.id]],
      [
        'update vault_key set wrapped_key = set_byte(wrapped_key, 30, get_byte(wrapped_key, 30) # 4) where dossier_id = $1',
        [one.dossier_id],
      ],
      ['delete from vault_item where id = $1', [one.id]],
      ['delete from vault_key where dossier_id = $1', [one.dossier_id]],
    ]
    await sql(ask, ...chance.pick(acts))
    return undefined
  },
}
