import { unpacked } from '../attachments/upload.ts'
import type { Database } from '../database/Database.ts'
import { statement } from '../database/statement.ts'
import { dossierKey, sealOf } from './dossierKeys.ts'
import type { Identity, RepresentativeIdentity } from './identity.ts'
import { kindsCovered } from './identityKinds.ts'
import type { MasterKey } from './keys.ts'
import { itemPlace, unseal } from './seal.ts'

/** What a package that carries the identity holds of the person. */
export interface PackageHoldings {
  identities: Identity[]
  representatives: RepresentativeIdentity[]
  words: string[]
  /** The originals, by their reference. */
  documents: ReadonlyMap<string, Buffer>
}

// The committed line is the act that opens: it says who, on what basis, for whom. No other line gives anything.
const findItems = statement(
  'vault_package_items',
  `select id, kind, nonce, ciphertext from vault_item
   where dossier_id = $1 and kind = any ($3) and exists (
     select from journal where dossier_id = $1 and seq = $2 and type = 'PACKAGE_PREPARED'
       and (event ->> 'withIdentity')::boolean and event ->> 'basis' in ('CONSENT', 'LEGAL_DEMAND'))
   order by created_at, id`,
)

/** Reads what the line of a journal opens to the Protecteur du citoyen; nothing when that line opens nothing. */
export async function packageHoldings(
  { ask }: Pick<Database, 'ask'>,
  master: MasterKey,
  dossier: string,
  line: number,
): Promise<PackageHoldings | undefined> {
  const kinds = kindsCovered(['IDENTITY', 'WORDS', 'ATTACHMENTS'])
  const items = await ask<{ id: string; kind: string; nonce: Buffer; ciphertext: Buffer }>(findItems, [
    dossier,
    line,
    kinds,
  ])
  const key = items.length > 0 ? await dossierKey(ask, master, dossier) : undefined
  if (!key) return undefined
  const opened = items.map(({ id, kind, nonce, ciphertext }) => ({
    id,
    kind,
    content: unseal(sealOf(key, kind), { nonce, ciphertext }, itemPlace({ dossier, item: id, kind })),
  }))
  const texts = (...wanted: string[]) =>
    opened.filter(({ kind }) => wanted.includes(kind)).map(({ content }) => content.toString())
  return {
    identities: texts('IDENTITY').map(text => JSON.parse(text)),
    representatives: texts('REPRESENTATIVE').map(text => JSON.parse(text)),
    words: texts('WORDS', 'MESSAGE'),
    documents: new Map(
      opened
        .filter(({ kind }) => kind === 'ATTACHMENTS')
        .map(({ id, content }) => [id, Buffer.from(unpacked(content).content)]),
    ),
  }
}
