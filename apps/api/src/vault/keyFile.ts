import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { StartupRefusal } from '../startupRefusal.ts'

export const keyAdvice =
  'Remettez en place le fichier de clé d’origine (une copie doit être gardée hors de ce serveur) et vérifiez BIENFONDE_MASTER_KEY_FILE ; sans cette clé, ce qui est au coffre ne peut être lu.'

/** Makes the file of the master key where there is none, readable by its owner only. */
export function createMasterKeyFile(file: string): void {
  if (existsSync(file)) return
  writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  chmodSync(file, 0o600)
}

/** What gives a master key when a process starts: a file today; a key service could stand in its place. */
export interface KeyProvider {
  /** The 32 bytes of the key. */
  read(): Promise<Buffer>
}

/** A master key kept in a file: 32 bytes written in base64 or in hexadecimal. */
export const keyFile = (file: string | undefined): KeyProvider => ({ read: async () => readKey(file) })

function readKey(file: string | undefined): Buffer {
  if (!file) {
    throw new StartupRefusal(
      'Aucune clé maîtresse n’est indiquée. Donnez le chemin de son fichier par BIENFONDE_MASTER_KEY_FILE. Pour une première installation, créez-la : openssl rand -base64 32 > cle-maitresse ; chmod 600 cle-maitresse.',
    )
  }
  const text = readText(file)
  const key = Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? 'hex' : 'base64')
  if (key.length !== 32) {
    throw new StartupRefusal(
      `Le fichier de clé maîtresse « ${file} » ne contient pas une clé de 32 octets (en base64 ou en hexadécimal). ${keyAdvice}`,
    )
  }
  return key
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw new StartupRefusal(
      missing
        ? `Le fichier de clé maîtresse « ${file} » est introuvable. ${keyAdvice}`
        : `Le fichier de clé maîtresse « ${file} » ne peut être lu. Donnez-en la lecture au compte qui lance l’application. ${keyAdvice}`,
    )
  }
}
