import { type Ask, statement } from '../database/statement.ts'
import { deposit } from './deposit.ts'
import { dossierKey, sealOf } from './dossierKeys.ts'
import type { MasterKey } from './keys.ts'
import { itemPlace, unseal } from './seal.ts'

/** Where a package is kept: with the person's identity when it carries it, with the rest otherwise. */
export interface SealedPackage {
  dossier: string
  ref: string
  withIdentity: boolean
}

const kindOf = ({ withIdentity }: SealedPackage) => (withIdentity ? 'IDENTIFIED_PACKAGE' : 'PACKAGE')
const findItem = statement(
  'vault_package',
  'select nonce, ciphertext from vault_item where dossier_id = $1 and id = $2 and kind = $3',
)

/** Seals a package, inside the caller's transaction. */
export async function sealPackage(ask: Ask, master: MasterKey, place: SealedPackage, content: Buffer): Promise<void> {
  await deposit(ask, master, place.dossier, [{ ref: place.ref, kind: kindOf(place), content, tokens: [] }])
}

/** Opens a package; nothing once the dossier was erased. */
export async function openPackage(ask: Ask, master: MasterKey, place: SealedPackage): Promise<Buffer | undefined> {
  const { dossier, ref } = place
  const kind = kindOf(place)
  const [sealed] = await ask<{ nonce: Buffer; ciphertext: Buffer }>(findItem, [dossier, ref, kind])
  const key = sealed && (await dossierKey(ask, master, dossier))
  return key && unseal(sealOf(key, kind), sealed, itemPlace({ dossier, item: ref, kind }))
}
