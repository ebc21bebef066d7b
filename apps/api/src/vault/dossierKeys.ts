import { createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto'
import { type Ask, statement } from '../database/statement.ts'
import type { MasterKey } from './keys.ts'

/** The keys of one dossier: two seal, one recognises. */
export interface DossierKey {
  identity: Buffer
  content: Buffer
  recognise: KeyObject
}

/** The keys of a dossier as the database keeps them; a dossier of the first days has one for everything. */
export interface WrappedKey {
  wrapped_key: Buffer
  wrapped_content_key: Buffer | null
  epoch: number
}

const findKey = statement(
  'vault_key',
  'select wrapped_key, wrapped_content_key, epoch from vault_key where dossier_id = $1',
)
// A process that does not hold the newest master key may not seal anything that its successor could not open.
const addKey = statement(
  'vault_key_add',
  `insert into vault_key (dossier_id, wrapped_key, wrapped_content_key, epoch)
   select $1, $2, $3, $4 where not exists (select from vault_epoch where epoch > $4) returning epoch`,
)
const place = (column: keyof WrappedKey, dossier: string, epoch: number) => `vault_key|${column}|${dossier}|${epoch}`

/** The keys of a dossier, wrapped under the newest master key held. */
function wrapped(master: MasterKey, dossier: string, identity: Buffer, content: Buffer | null): WrappedKey {
  const { epoch } = master
  return {
    wrapped_key: master.wrap(identity, place('wrapped_key', dossier, epoch)),
    wrapped_content_key: content && master.wrap(content, place('wrapped_content_key', dossier, epoch)),
    epoch,
  }
}

function unwrapped(master: MasterKey, dossier: string, { wrapped_key, wrapped_content_key, epoch }: WrappedKey) {
  const content = wrapped_content_key
  return {
    identity: master.unwrap(wrapped_key, place('wrapped_key', dossier, epoch)),
    content: content && master.unwrap(content, place('wrapped_content_key', dossier, epoch)),
  }
}

export function openDossierKey(master: MasterKey, dossier: string, row: WrappedKey): DossierKey {
  const { identity, content } = unwrapped(master, dossier, row)
  return keysFrom(dossier, identity, content ?? identity)
}

/** The same keys, under the newest master key held. */
export function rewrappedKey(master: MasterKey, dossier: string, row: WrappedKey): WrappedKey {
  const { identity, content } = unwrapped(master, dossier, row)
  return wrapped(master, dossier, identity, content)
}

/** The keys of a dossier, or nothing when it never had any or when they were destroyed. */
export async function dossierKey(ask: Ask, master: MasterKey, dossier: string): Promise<DossierKey | undefined> {
  const [row] = await ask<WrappedKey>(findKey, [dossier])
  return row && openDossierKey(master, dossier, row)
}

/** Makes the keys of a dossier that has none: one at random for the identity, another for the content. */
export async function createDossierKey(ask: Ask, master: MasterKey, dossier: string): Promise<DossierKey> {
  const [identity, content] = [randomBytes(32), randomBytes(32)]
  const { wrapped_key, wrapped_content_key, epoch } = wrapped(master, dossier, identity, content)
  const added = await ask(addKey, [dossier, wrapped_key, wrapped_content_key, epoch])
  if (added.length === 0) throw new Error('this process does not hold the newest master key')
  return keysFrom(dossier, identity, content)
}

function keysFrom(dossier: string, identity: Buffer, content: Buffer): DossierKey {
  const derive = (key: Buffer, purpose: string) => Buffer.from(hkdfSync('sha256', key, dossier, purpose, 32))
  return {
    identity: derive(identity, 'seal'),
    content: derive(content, 'seal'),
    recognise: createSecretKey(derive(identity, 'recognise')),
  }
}

const identityKinds = ['IDENTITY', 'REPRESENTATIVE', 'IDENTIFIED_PACKAGE']

/** The key under which an item of this kind is sealed: who the person is apart from what they wrote and sent. */
export const sealOf = ({ identity, content }: DossierKey, kind: string): Buffer =>
  identityKinds.includes(kind) ? identity : content
