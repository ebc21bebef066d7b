import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Database } from '../database/Database.ts'
import { type Ask, statement } from '../database/statement.ts'
import { StartupRefusal } from '../startupRefusal.ts'

/** The ministry's key: it opens the keys of the dossiers and what waits for one; what else it marks cannot be read back. */
export class MasterKey {
  readonly #key: Buffer
  readonly #mark: KeyObject

  constructor(key: Buffer) {
    if (key.length !== 32) throw new RangeError('a master key has 32 bytes')
    this.#key = key
    this.#mark = createSecretKey(Buffer.from(hkdfSync('sha256', key, '', 'mark', 32)))
  }

  wrap(content: Buffer, place: string): Buffer {
    return encrypt(this.#key, content, place)
  }

  unwrap(sealed: Buffer, place: string): Buffer {
    return decrypt(this.#key, sealed, place)
  }

  /** The blind mark of a text: equal texts of one place have the same, and without the key it tells nothing. */
  mark(text: string, place: string): Buffer {
    return createHmac('sha256', this.#mark).update(`${place}|${text}`).digest()
  }
}

/** The key of one dossier, and the two keys made from it: one seals, the other recognises. */
export interface DossierKey {
  seal: Buffer
  recognise: KeyObject
}

/** Nonce, tag and ciphertext in one piece; `place` is authenticated, so that a value is only good where it was put. */
function encrypt(key: Buffer, content: Buffer, place: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place))
  const sealed = Buffer.concat([cipher.update(content), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

function decrypt(key: Buffer, sealed: Buffer, place: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 })
    .setAAD(Buffer.from(place))
    .setAuthTag(sealed.subarray(12, 28))
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
}

const findKey = statement('vault_key', 'select wrapped_key, epoch from vault_key where dossier_id = $1')
const addKey = statement('vault_key_add', 'insert into vault_key (dossier_id, wrapped_key, epoch) values ($1, $2, $3)')
const place = (dossier: string, epoch: number) => `vault_key|wrapped_key|${dossier}|${epoch}`
const firstEpoch = 1

/** The key of a dossier as the database keeps it. */
export interface WrappedKey {
  wrapped_key: Buffer
  epoch: number
}

export const openDossierKey = (master: MasterKey, dossier: string, { wrapped_key, epoch }: WrappedKey): DossierKey =>
  keysFrom(master.unwrap(wrapped_key, place(dossier, epoch)), dossier)

/** The key of a dossier, or nothing when it never had one or when it was destroyed. */
export async function dossierKey(ask: Ask, master: MasterKey, dossier: string): Promise<DossierKey | undefined> {
  const [row] = await ask<WrappedKey>(findKey, [dossier])
  return row && openDossierKey(master, dossier, row)
}

/** Makes the key of a dossier that has none. */
export async function createDossierKey(ask: Ask, master: MasterKey, dossier: string): Promise<DossierKey> {
  const key = randomBytes(32)
  await ask(addKey, [dossier, master.wrap(key, place(dossier, firstEpoch)), firstEpoch])
  return keysFrom(key, dossier)
}

function keysFrom(key: Buffer, dossier: string): DossierKey {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', key, dossier, purpose, 32))
  return { seal: derive('seal'), recognise: createSecretKey(derive('recognise')) }
}

const advice =
  'Remettez en place le fichier de clé d’origine (une copie doit être gardée hors de ce serveur) et vérifiez BIENFONDE_MASTER_KEY_FILE ; sans cette clé, ce qui est au coffre ne peut être lu.'

/** Makes the file of the master key where there is none, readable by its owner only. */
export function createMasterKeyFile(file: string): void {
  if (existsSync(file)) return
  writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  chmodSync(file, 0o600)
}

/** Reads the master key: 32 bytes written in base64 or in hexadecimal. */
export function readMasterKey(file: string | undefined): MasterKey {
  if (!file) {
    throw new StartupRefusal(
      'Aucune clé maîtresse n’est indiquée. Donnez le chemin de son fichier par BIENFONDE_MASTER_KEY_FILE. Pour une première installation, créez-la : openssl rand -base64 32 > cle-maitresse ; chmod 600 cle-maitresse.',
    )
  }
  const text = readText(file)
  const key = Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? 'hex' : 'base64')
  if (key.length !== 32) {
    throw new StartupRefusal(
      `Le fichier de clé maîtresse « ${file} » ne contient pas une clé de 32 octets (en base64 ou en hexadécimal). ${advice}`,
    )
  }
  return new MasterKey(key)
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw new StartupRefusal(
      missing
        ? `Le fichier de clé maîtresse « ${file} » est introuvable. ${advice}`
        : `Le fichier de clé maîtresse « ${file} » ne peut être lu. Donnez-en la lecture au compte qui lance l’application. ${advice}`,
    )
  }
}

const findCheck = statement('vault_check', 'select sealed from vault_check')
const addCheck = statement('vault_check_add', 'insert into vault_check (sealed) values ($1) on conflict do nothing')
const checkPlace = 'vault_check|sealed'

/** Refuses a key other than the one this database was first started with. */
export async function confirmMasterKey({ ask }: Database, master: MasterKey): Promise<void> {
  await ask(addCheck, [master.wrap(Buffer.from('bienfonde'), checkPlace)])
  const [row] = await ask<{ sealed: Buffer }>(findCheck)
  try {
    master.unwrap(row?.sealed ?? Buffer.alloc(28), checkPlace)
  } catch {
    throw new StartupRefusal(`La clé maîtresse n’est pas celle de cette base de données. ${advice}`)
  }
}

/** Whether a database already has a master key: then a missing file must not be replaced by a new one. */
export async function hasMasterKey({ ask }: Database): Promise<boolean> {
  return (await ask(findCheck)).length > 0
}
