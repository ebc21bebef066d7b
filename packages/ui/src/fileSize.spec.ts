import { expect, it } from 'vitest'
import { fileSize } from './fileSize.ts'

it.each([
  [1, '1 octet'],
  [840, '840 octets'],
  [12_500, '12,5 Ko'],
  [999_960, '1 Mo'],
  [3_200_000, '3,2 Mo'],
  [4_000_000_000, '4 Go'],
])('%i octets se lisent « %s »', (bytes, words) => {
  expect(fileSize(bytes).replaceAll('\u00a0', ' ')).toBe(words)
})
