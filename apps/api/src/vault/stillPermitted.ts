import { type Actor, identityRefusal, localDateAt, replay } from '@bienfonde/domain'
import type { Database } from '../database/Database.ts'
import { statement } from '../database/statement.ts'
import { journalOf } from '../journal/recorded.ts'
import { categoriesOf } from './identityKinds.ts'
import type { MasterKey } from './keys.ts'

/** Whoever presents an opening, and where the vault is. */
export interface Reader {
  actor: Actor
  database: Database
  master: MasterKey
  now: () => Date
}

const findOpening = statement(
  'vault_opening_find',
  'select dossier_id, scope, item_id from vault_opening where id = $1 and actor_id = $2',
)

/**
 * What an opening covers, when the permission that it rested on still stands: what is withdrawn stops at the next
 * request. Nothing is spent.
 */
export async function stillPermitted(
  { actor, database, now }: Reader,
  opening: string,
): Promise<{ item: string | null } | undefined> {
  const [found] = await database.ask<{ dossier_id: string; scope: string[]; item_id: string | null }>(findOpening, [
    opening,
    actor.id,
  ])
  if (!found) return undefined
  const complaint = replay(await journalOf(database.ask, found.dossier_id))
  const refusal = identityRefusal(complaint, actor, localDateAt(now()), categoriesOf(found.scope))
  return refusal ? undefined : { item: found.item_id }
}
