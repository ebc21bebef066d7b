import { expect, it } from 'vitest'
import { fiscalYearBounds, fiscalYearLabel, fiscalYearOf } from './fiscalYear.ts'

it('l’exercice financier va du 1er avril au 31 mars', () => {
  expect(fiscalYearOf('2026-03-31')).toBe(2025)
  expect(fiscalYearOf('2026-04-01')).toBe(2026)
  expect(fiscalYearOf('2027-03-31')).toBe(2026)
  expect(fiscalYearLabel(2026)).toBe('2026-2027')
  expect(fiscalYearBounds(2026)).toEqual({ from: '2026-04-01', to: '2027-03-31' })
})
