import { randomUUID } from 'node:crypto'
import { type Ask, statement } from '../database/statement.ts'
import { markContacts } from './contacts.ts'
import { createDossierKey, dossierKey, sealOf } from './dossierKeys.ts'
import type { MasterKey } from './keys.ts'
import { marker } from './marker.ts'
import { itemPlace, seal } from './seal.ts'

/** Something for the vault; only `ref` may be written anywhere else. */
export interface Deposit {
  ref: string
  kind: string
  content: Buffer
  /** Normalised words that identify the person, by which a text can be checked without opening the vault. */
  tokens: string[]
  /** How the person is reached, by which another dossier of the same person can be found; only an identity says it. */
  contacts?: string[]
}

/** Prepares a text for the vault, and the opaque reference under which a journal line may name it. */
export const depositOf = (kind: string, content: string | Buffer, tokens: string[] = []): Deposit => ({
  ref: randomUUID(),
  kind,
  content: typeof content === 'string' ? Buffer.from(content) : content,
  tokens,
})

const addItems = statement(
  'vault_item_add',
  `insert into vault_item (id, dossier_id, kind, nonce, ciphertext)
   select item, $1, kind, nonce, ciphertext
   from unnest($2::uuid[], $3::text[], $4::bytea[], $5::bytea[]) as deposit (item, kind, nonce, ciphertext)`,
)
const addTokens = statement(
  'vault_token_add',
  'insert into vault_token (dossier_id, mac) select $1, unnest($2::bytea[]) on conflict do nothing',
)

/** Seals what is given for a dossier, inside the caller's transaction; gives back the references. */
export async function deposit(ask: Ask, master: MasterKey, dossier: string, deposits: Deposit[]): Promise<string[]> {
  if (deposits.length === 0) return []
  const key = (await dossierKey(ask, master, dossier)) ?? (await createDossierKey(ask, master, dossier))
  const sealed = deposits.map(({ ref, kind, content }) =>
    seal(sealOf(key, kind), content, itemPlace({ dossier, item: ref, kind })),
  )
  await ask(addItems, [
    dossier,
    deposits.map(({ ref }) => ref),
    deposits.map(({ kind }) => kind),
    sealed.map(({ nonce }) => nonce),
    sealed.map(({ ciphertext }) => ciphertext),
  ])
  const reached = deposits.findLast(({ contacts }) => contacts !== undefined)?.contacts
  if (reached) await markContacts(ask, master, dossier, reached)
  const tokens = new Set(deposits.flatMap(item => item.tokens).filter(Boolean))
  if (tokens.size > 0) await ask(addTokens, [dossier, [...tokens].map(marker(key.recognise))])
  return deposits.map(({ ref }) => ref)
}
