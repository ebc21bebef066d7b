import { expect, it } from 'vitest'
import { frenchDate, frenchDates, frenchDay } from './frenchDate.ts'

it('une date s’écrit en français, le premier du mois en « 1er »', () => {
  expect(frenchDate('2026-06-01')).toBe('1er juin 2026')
  expect(frenchDate('2026-02-11')).toBe('11 février 2026')
  expect(frenchDate('2026-08-21')).toBe('21 août 2026')
  expect(frenchDay('2026-06-01')).toBe('lundi 1er juin 2026')
  expect(frenchDay('2027-01-03')).toBe('dimanche 3 janvier 2027')
})

it('plusieurs dates se suivent sans répéter le mois ni l’année', () => {
  expect(frenchDates([])).toBe('')
  expect(frenchDates(['2026-06-01'])).toBe('1er juin 2026')
  expect(frenchDates(['2026-06-07', '2026-06-06'])).toBe('6 et 7 juin 2026')
  expect(frenchDates(['2026-06-06', '2026-06-07', '2026-07-04'])).toBe('6 et 7 juin et 4 juillet 2026')
  expect(frenchDates(['2026-12-26', '2026-12-27', '2027-01-02'])).toBe('26 et 27 décembre 2026 et 2 janvier 2027')
})
