import { createHmac, createSecretKey, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { marker } from './marker.ts'

describe('la marque aveugle d’un mot', () => {
  const key = createSecretKey(randomBytes(32))
  const mark = marker(key)

  it('est celle que donne HMAC-SHA-256, quelle que soit la longueur du mot', () => {
    for (const length of [0, 1, 31, 63, 64, 65, 340, 341, 1023, 1024, 5_000, 3]) {
      for (const letter of ['a', 'é', '漢', '😀']) {
        const token = letter.repeat(length)
        expect(mark(token)).toEqual(createHmac('sha256', key).update(token).digest())
      }
    }
  })

  it('ne dépend pas de la façon d’écrire un accent, et change avec la clé', () => {
    expect(mark('e\u0301lie')).toEqual(mark('élie'))
    expect(marker(createSecretKey(randomBytes(32)))('élie')).not.toEqual(mark('élie'))
  })

  it('ne se fait pas sous une clé plus longue qu’un bloc', () => {
    expect(() => marker(createSecretKey(randomBytes(65)))).toThrow(RangeError)
  })
})
