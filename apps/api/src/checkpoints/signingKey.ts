import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { StartupRefusal } from '../startupRefusal.ts'
import type { CheckpointSigner } from './Checkpoint.ts'

/** Makes the file of the key that signs checkpoints where there is none, readable by its owner only. */
export function createSigningKeyFile(file: string): void {
  if (existsSync(file)) return
  const { privateKey } = generateKeyPairSync('ed25519')
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
  chmodSync(file, 0o600)
}

/** The signer whose key is in a file: an Ed25519 private key, as `openssl genpkey -algorithm ed25519` writes it. */
export function readSigner(file: string, origin: string): CheckpointSigner {
  const key = readKey(file, createPrivateKey)
  return { origin, key, publicKey: createPublicKey(key) }
}

/** The public half, in a file that whoever verifies was given. */
export const readPublicKey = (file: string): KeyObject => readKey(file, createPublicKey)

/** The public half as it is handed to whoever verifies. */
export const publicKeyText = ({ publicKey }: CheckpointSigner): string =>
  publicKey.export({ type: 'spki', format: 'pem' }).toString()

function readKey(file: string, read: (pem: string) => KeyObject): KeyObject {
  let key: KeyObject | undefined
  try {
    key = read(readFileSync(file, 'utf8'))
  } catch {
    throw new StartupRefusal(`Le fichier de clé « ${file} » ne peut être lu, ou ne contient pas une clé. ${advice}`)
  }
  if (key.asymmetricKeyType === 'ed25519') return key
  throw new StartupRefusal(`Le fichier « ${file} » contient une clé d’un autre genre qu’Ed25519. ${advice}`)
}

const advice =
  'La clé des points de contrôle se fait par : openssl genpkey -algorithm ed25519 -out cle-points-de-controle ; chmod 600 cle-points-de-controle. Son chemin se donne par BIENFONDE_CHECKPOINT_KEY_FILE.'
