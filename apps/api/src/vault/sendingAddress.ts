import { recipientLines } from '@bienfonde/domain'
import { type Ask, statement } from '../database/statement.ts'
import { dossierKey, sealOf } from './dossierKeys.ts'
import type { Identity, RepresentativeIdentity } from './identity.ts'
import type { MasterKey } from './keys.ts'
import { itemPlace, unseal } from './seal.ts'

/** Where a letter goes, and the lines under which it reaches the person. */
export interface SendingAddress {
  email: string
  lines: string[]
}

const findItems = statement(
  'vault_sending',
  `select distinct on (kind) id, kind, nonce, ciphertext from vault_item
   where dossier_id = $1 and kind in ('IDENTITY', 'REPRESENTATIVE') order by kind, created_at desc, id desc`,
)

/**
 * Where a letter of a dossier goes by electronic mail: read at the moment it leaves, handed to the mail server alone,
 * and kept nowhere. The line of the journal by which the letter leaves says beforehand who sends it, and what it says.
 */
export async function sendingAddress(
  ask: Ask,
  master: MasterKey,
  dossier: string,
): Promise<SendingAddress | undefined> {
  const key = await dossierKey(ask, master, dossier)
  if (!key) return undefined
  const items = await ask<{ id: string; kind: string; nonce: Buffer; ciphertext: Buffer }>(findItems, [dossier])
  const read = <Kept>(kind: string): Kept | undefined => {
    const item = items.find(each => each.kind === kind)
    if (!item) return undefined
    return JSON.parse(unseal(sealOf(key, kind), item, itemPlace({ dossier, item: item.id, kind })).toString())
  }
  const identity = read<Identity>('IDENTITY')
  const email = identity?.email?.trim() || read<RepresentativeIdentity>('REPRESENTATIVE')?.email?.trim()
  return identity && email ? { email, lines: recipientLines(identity) } : undefined
}
