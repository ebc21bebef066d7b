import { readableCopies, replay } from '@bienfonde/domain'
import { type Document, unpacked } from '../attachments/upload.ts'
import { statement } from '../database/statement.ts'
import { journalOf } from '../journal/recorded.ts'
import { dossierKey, sealOf } from './dossierKeys.ts'
import { itemPlace, unseal } from './seal.ts'
import type { Reader } from './stillPermitted.ts'

const kind = 'COPIES'
const findCopy = statement(
  'vault_copy',
  'select nonce, ciphertext from vault_item where dossier_id = $1 and id = $2 and kind = $3',
)

/** A cleaned copy given to a sector, for whoever the journal lets read it at this moment; nothing for anybody else. */
export async function copyDisclosure(
  { actor, database, master }: Omit<Reader, 'now'>,
  dossier: string,
  copy: string,
): Promise<Document | undefined> {
  return database.snapshot(async ask => {
    const complaint = replay(await journalOf(ask, dossier))
    if (!readableCopies(complaint, actor).some(given => given.copy === copy)) return undefined
    const key = await dossierKey(ask, master, dossier)
    const [item] = await ask<{ nonce: Buffer; ciphertext: Buffer }>(findCopy, [dossier, copy, kind])
    return key && item && unpacked(unseal(sealOf(key, kind), item, itemPlace({ dossier, item: copy, kind })))
  })
}
