import { type Actor, identityRefusal, localDateAt, replay } from '@bienfonde/domain'
import type { Database } from '../database/Database.ts'
import { type Ask, statement } from '../database/statement.ts'
import { journalOf } from '../journal/recorded.ts'
import type { Covered } from './disclose.ts'
import { categoriesOf } from './identityKinds.ts'
import type { MasterKey } from './keys.ts'

/** Whoever presents an opening, and where the vault is. */
export interface Reader {
  actor: Actor
  database: Database
  master: MasterKey
  now: () => Date
}

// Whoever withdraws a permission holds this row: it is withdrawn before, and read, or after, and what is read was allowed.
const holdDossier = statement('vault_dossier_hold', 'select 1 from dossier where id = $1 for share')

/**
 * True when the permission that an opening rested on still stands in the journal, which nothing changes until the
 * transaction ends: what is withdrawn stops at the next request.
 */
export async function stillPermitted(
  ask: Ask,
  { actor, now }: Pick<Reader, 'actor' | 'now'>,
  { dossier, scope }: Covered,
): Promise<boolean> {
  await ask(holdDossier, [dossier])
  const complaint = replay(await journalOf(ask, dossier))
  return identityRefusal(complaint, actor, localDateAt(now()), categoriesOf(scope)) === undefined
}
