import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** A value as the vault keeps it. */
export interface Sealed {
  nonce: Buffer
  ciphertext: Buffer
}

/** Where a value of a dossier belongs; a value moved elsewhere does not open. */
export const itemPlace = ({ dossier, item, kind }: { dossier: string; item: string; kind: string }): string =>
  `vault_item|ciphertext|${dossier}|${item}|${kind}`

/** Seals a value in its place, which is authenticated with it; its length is hidden in a bucket. */
export function seal(key: Buffer, content: Buffer, place: string): Sealed {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place))
  const ciphertext = Buffer.concat([cipher.update(pad(content)), cipher.final(), cipher.getAuthTag()])
  return { nonce, ciphertext }
}

/** Opens a sealed value; throws when it was altered or moved. */
export function unseal(key: Buffer, { nonce, ciphertext }: Sealed, place: string): Buffer {
  const end = ciphertext.length - 16
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 })
    .setAAD(Buffer.from(place))
    .setAuthTag(ciphertext.subarray(end))
  return unpad(Buffer.concat([decipher.update(ciphertext.subarray(0, end)), decipher.final()]))
}

const smallest = 256
const widest = 65_536

/** Powers of two from 256 bytes to 64 KiB, then whole multiples of 64 KiB. */
export function bucket(length: number): number {
  let size = smallest
  while (size < length && size < widest) size *= 2
  return size >= length ? size : Math.ceil(length / widest) * widest
}

function pad(content: Buffer): Buffer {
  const padded = Buffer.alloc(bucket(content.length + 4))
  padded.writeUInt32BE(content.length)
  content.copy(padded, 4)
  return padded
}

const unpad = (padded: Buffer) => padded.subarray(4, 4 + padded.readUInt32BE())
