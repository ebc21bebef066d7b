import { describe, expect, it } from 'vitest'
import { progressLine } from './progressBar.ts'

const plain = (line: string) => line.replace(/\s/g, ' ')

describe('la barre de progression', () => {
  it.each([
    [{ share: 0, lines: 0, seconds: 0 }, '[························] 0 % · 0 lignes · 0 lignes/s'],
    [
      { share: 0.5, lines: 12_000, seconds: 2 },
      '[████████████············] 50 % · 12 000 lignes · 6 000 lignes/s · reste 2 s',
    ],
    [
      { share: 0.01, lines: 100, seconds: 10 },
      '[························] 1 % · 100 lignes · 10 lignes/s · reste 16 min 30 s',
    ],
    [
      { share: 0.001, lines: 10, seconds: 10 },
      '[························] 0 % · 10 lignes · 1 lignes/s · reste 2 h 46 min',
    ],
    [{ share: 1, lines: 9, seconds: 3 }, '[████████████████████████] 100 % · 9 lignes · 3 lignes/s'],
  ])('%j se dit en une ligne', (so, line) => {
    expect(plain(progressLine(so))).toBe(line)
  })
})
