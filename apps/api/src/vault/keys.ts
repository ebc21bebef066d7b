import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'

/** The key that marks, as the first master key of a database gives it. */
export const firstMark = (key: Buffer): Buffer => Buffer.from(hkdfSync('sha256', key, '', 'mark', 32))

/** The ministry's key: it opens the keys of the dossiers and what waits for one; what else it marks cannot be read back. */
export class MasterKey {
  readonly #held: readonly { epoch: number; key: Buffer }[]
  readonly #mark: KeyObject

  /** `held`: the keys by epoch, the newest first. What is marked stays marked alike from one epoch to the next. */
  constructor(
    key: Buffer,
    held: readonly { epoch: number; key: Buffer }[] = [{ epoch: 1, key }],
    mark = firstMark(key),
  ) {
    if (held.some(each => each.key.length !== 32)) throw new RangeError('a master key has 32 bytes')
    this.#held = held
    this.#mark = createSecretKey(mark)
  }

  /** The epoch under which things are sealed now. */
  get epoch(): number {
    return this.#held[0]?.epoch ?? 1
  }

  wrap(content: Buffer, place: string): Buffer {
    return encrypt(this.#newest, content, place)
  }

  unwrap(sealed: Buffer, place: string): Buffer {
    const [first, ...others] = this.#held.map(
      ({ key }) =>
        () =>
          decrypt(key, sealed, place),
    )
    return others.reduce((before, next) => orElse(before, next), first ?? never)()
  }

  /** What was sealed under an older key, sealed anew; nothing when it is under the newest already. */
  rewrap(sealed: Buffer, place: string): Buffer | undefined {
    try {
      decrypt(this.#newest, sealed, place)
      return undefined
    } catch {
      return this.wrap(this.unwrap(sealed, place), place)
    }
  }

  /** The blind mark of a text: equal texts of one place have the same, and without the key it tells nothing. */
  mark(text: string, place: string): Buffer {
    return createHmac('sha256', this.#mark).update(`${place}|${text}`).digest()
  }

  get #newest(): Buffer {
    return this.#held[0]?.key ?? Buffer.alloc(0)
  }
}

const never = (): Buffer => {
  throw new Error('no master key is held')
}

const orElse = (before: () => Buffer, next: () => Buffer) => () => {
  try {
    return before()
  } catch {
    return next()
  }
}

/** Nonce, tag and ciphertext in one piece; `place` is authenticated, so that a value is only good where it was put. */
export function encrypt(key: Buffer, content: Buffer, place: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place))
  const sealed = Buffer.concat([cipher.update(content), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

export function decrypt(key: Buffer, sealed: Buffer, place: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 })
    .setAAD(Buffer.from(place))
    .setAuthTag(sealed.subarray(12, 28))
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
}
