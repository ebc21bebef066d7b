import type { Database } from '../database/Database.ts'
import { type Ask, statement } from '../database/statement.ts'
import { dossierKey, sealOf } from './dossierKeys.ts'
import type { MasterKey } from './keys.ts'
import { itemPlace, unseal } from './seal.ts'

/** A value of the vault, readable for as long as it is on a screen. */
export interface Disclosed {
  ref: string
  kind: string
  content: Buffer
}

/** An act of opening, written in the same transaction as the journal line that says why. */
export interface Opening {
  id: string
  dossier: string
  actor: string
  /** The kinds of items that may be read. */
  scope: string[]
  /** The one item that may be read, when it is one. */
  item: string | null
}

const addOpening = statement(
  'vault_opening_add',
  'insert into vault_opening (id, dossier_id, actor_id, scope, item_id) values ($1, $2, $3, $4, $5)',
)
// Held until the end of the transaction: a second reading of the same opening waits, then finds it used.
const findOpening = statement(
  'vault_opening_find',
  `select dossier_id as dossier, scope, item_id as item from vault_opening
   where id = $1 and actor_id = $2 and used_at is null and opened_at > clock_timestamp() - interval '60 seconds'
   for update`,
)
const useOpening = statement('vault_opening_use', 'update vault_opening set used_at = clock_timestamp() where id = $1')
const findItems = statement(
  'vault_items',
  `select id, kind, nonce, ciphertext from vault_item
   where dossier_id = $1 and kind = any ($2) and ($3::uuid is null or id = $3) order by created_at, id`,
)

/** Records an opening inside the caller's transaction; it is worth nothing until that transaction is committed. */
export async function recordOpening(ask: Ask, { id, dossier, actor, scope, item }: Opening): Promise<void> {
  await ask(addOpening, [id, dossier, actor, scope, item])
}

/** What an opening covers. */
export type Covered = Pick<Opening, 'dossier' | 'scope' | 'item'>

/** An opening, and who presents it. */
export interface Presented {
  opening: string
  actor: string
}

/**
 * Reads what an opening covers: once, by the person who opened, within a minute of its committed line, and only while
 * `allows` still says so, in the same transaction. Absent, foreign, late, used and disallowed openings give nothing.
 */
export async function disclose(
  database: Database,
  master: MasterKey,
  { opening, actor }: Presented,
  allows: (ask: Ask, covered: Covered) => Promise<boolean>,
): Promise<Disclosed[]> {
  const read = await database.transaction(async ask => {
    const [covered] = await ask<Covered>(findOpening, [opening, actor])
    if (!covered || !(await allows(ask, covered))) return undefined
    await ask(useOpening, [opening])
    const { dossier, scope, item } = covered
    const key = await dossierKey(ask, master, dossier)
    const items = await ask<{ id: string; kind: string; nonce: Buffer; ciphertext: Buffer }>(findItems, [
      dossier,
      scope,
      item,
    ])
    return { dossier, key, items }
  })
  // Committed as used before anything is decrypted.
  if (!read?.key) return []
  const { dossier, key, items } = read
  return items.map(({ id, kind, nonce, ciphertext }) => ({
    ref: id,
    kind,
    content: unseal(sealOf(key, kind), { nonce, ciphertext }, itemPlace({ dossier, item: id, kind })),
  }))
}
