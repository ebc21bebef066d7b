import { createHash, type KeyObject, sign, verify } from 'node:crypto'

/** What a checkpoint attests: this journal, when it had so many lines, had this head. */
export interface Checkpoint {
  /** The journal that is spoken of, by the name it was given. */
  origin: string
  size: number
  head: string
}

/** A checkpoint as it is written down: its three lines, a blank one, and the signature. */
export interface SignedCheckpoint extends Checkpoint {
  /** The three lines, which are what is signed. */
  text: string
  /** The first four bytes say which key, the sixty-four others are the signature. */
  signature: Buffer
}

/** Who signs the checkpoints, and under which name. */
export interface CheckpointSigner {
  origin: string
  key: KeyObject
  publicKey: KeyObject
}

/** The note of a checkpoint, in the form that C2SP calls a signed note: readable, and checked with `openssl` alone. */
export function signedNote(
  { origin, key, publicKey }: CheckpointSigner,
  { size, head }: Omit<Checkpoint, 'origin'>,
): string {
  const text = `${origin}\n${size}\n${head}\n`
  const signature = Buffer.concat([keyId(origin, publicKey), sign(null, Buffer.from(text), key)])
  return `${text}\n— ${origin} ${signature.toString('base64')}\n`
}

/** True when the holder of that key signed these three lines. */
export const isSignedBy = ({ origin, text, signature }: SignedCheckpoint, key: KeyObject): boolean =>
  signature.subarray(0, 4).equals(keyId(origin, key)) && verify(null, Buffer.from(text), key, signature.subarray(4))

const note = /((\S+)\n(0|[1-9]\d{0,14})\n([0-9a-f]{64})\n)\n— (\S+) ([A-Za-z0-9+/]{91}=)\n\n?/y

/** The notes of a file, one after the other; nothing when something else is in it. */
export function readNotes(file: string): SignedCheckpoint[] | undefined {
  const found: SignedCheckpoint[] = []
  note.lastIndex = 0
  while (note.lastIndex < file.length) {
    const [, text = '', origin = '', size, head = '', name, signature = ''] = note.exec(file) ?? []
    const bytes = Buffer.from(signature, 'base64')
    if (name === undefined || name !== origin || bytes.toString('base64') !== signature) return undefined
    found.push({ origin, size: Number(size), head, text, signature: bytes })
  }
  return found
}

function keyId(origin: string, key: KeyObject): Buffer {
  const raw = Buffer.from(String(key.export({ format: 'jwk' }).x), 'base64url')
  const named = Buffer.concat([Buffer.from(`${origin}\n`), Buffer.from([1]), raw])
  return createHash('sha256').update(named).digest().subarray(0, 4)
}
