import { hash, type KeyObject } from 'node:crypto'

const block = 64
const digest = 32

/**
 * The blind marks of many words under one key: HMAC-SHA-256, as `createHmac` gives it, without an object for each
 * word. A text has hundreds of words to try, so the price of one counts.
 */
export function marker(key: KeyObject): (token: string) => Buffer {
  const secret = key.export()
  if (secret.length > block) throw new RangeError('a marking key fits in one block')
  const padded = (value: number, room: number) => {
    const pad = Buffer.alloc(block + room, value)
    for (const [at, byte] of secret.entries()) pad[at] = byte ^ value
    return pad
  }
  const outer = padded(0x5c, digest)
  let inner = padded(0x36, 1024)
  return token => {
    const text = token.normalize('NFC')
    const most = block + text.length * 3
    if (inner.length < most) inner = Buffer.concat([inner.subarray(0, block)], most)
    const end = block + inner.write(text, block)
    hash('sha256', inner.subarray(0, end), 'buffer').copy(outer, block)
    return hash('sha256', outer, 'buffer')
  }
}
