import { type Ask, statement } from '../database/statement.ts'
import { dossierKey, sealOf } from './dossierKeys.ts'
import type { MasterKey } from './keys.ts'
import { itemPlace, unseal } from './seal.ts'

/** A place where the vault no longer holds what was put there. */
interface VaultBreak {
  dossier: string
  message: string
}

const nextDossiers = statement(
  'vault_verify_dossiers',
  `select distinct dossier_id as id from (
     (select dossier_id from vault_key where dossier_id > $1 order by dossier_id limit 500)
     union (select dossier_id from vault_item where dossier_id > $1 order by dossier_id limit 500)
   ) as held order by 1 limit 500`,
)
const itemsOf = statement('vault_verify_items', 'select id from vault_item where dossier_id = $1 order by id')
const item = statement('vault_verify_item', 'select id, kind, nonce, ciphertext from vault_item where id = $1')
const missing = statement(
  'vault_verify_missing',
  `select distinct j.dossier_id as dossier
   from journal j, unnest(array['identity', 'words', 'attachment', 'passage']) as field
   where j.event ? field and jsonb_typeof(j.event -> field) = 'string'
     and not exists (select from vault_item i where i.id::text = j.event ->> field and i.dossier_id = j.dossier_id)
     and not exists (select from journal e where e.dossier_id = j.dossier_id and e.type = 'IDENTITY_ERASED')
   order by 1`,
)

const noDossier = '00000000-0000-0000-0000-000000000000'

/** Tries everything the vault holds in its place, and looks for what the journal names; tells nothing of what it holds. */
export async function verifyVault(ask: Ask, master: MasterKey): Promise<{ items: number; breaks: VaultBreak[] }> {
  const breaks: VaultBreak[] = []
  let items = 0
  for (let after = noDossier; ; ) {
    const dossiers = await ask<{ id: string }>(nextDossiers, [after])
    for (const { id } of dossiers) {
      after = id
      const held = (await ask<{ id: string }>(itemsOf, [id])).map(each => each.id)
      items += held.length
      if (!(await opensAll(ask, master, id, held)))
        breaks.push({ dossier: id, message: 'Ce qui est au coffre a été altéré ou déplacé.' })
    }
    if (dossiers.length === 0) break
  }
  for (const { dossier } of await ask<{ dossier: string }>(missing)) {
    breaks.push({ dossier, message: 'Le coffre n’a plus ce que le journal nomme.' })
  }
  return { items, breaks }
}

async function opensAll(ask: Ask, master: MasterKey, dossier: string, items: string[]): Promise<boolean> {
  try {
    const key = await dossierKey(ask, master, dossier)
    if (!key) return false
    for (const id of items) {
      const [row] = await ask<{ kind: string; nonce: Buffer; ciphertext: Buffer }>(item, [id])
      if (row) unseal(sealOf(key, row.kind), row, itemPlace({ dossier, item: id, kind: row.kind }))
    }
    return true
  } catch {
    return false
  }
}
