import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addYears,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  isLocalDate,
  type LocalDate,
  localDateAt,
  weekday,
} from './localDate.ts'

const anyDate: fc.Arbitrary<LocalDate> = fc
  .integer({ min: dayNumber('0001-01-01'), max: dayNumber('9999-12-31') })
  .map(dateOfDayNumber)

describe('les dates locales', () => {
  it.each(['2026-06-01', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s existe', date => {
    expect(isLocalDate(date)).toBe(true)
  })

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-6-1',
    '0000-01-01',
    '',
    null,
    3,
  ])('%s n’existe pas', date => {
    expect(isLocalDate(date)).toBe(false)
  })

  it('une date qui n’existe pas est refusée par tout calcul', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError)
    expect(() => weekday('demain')).toThrow(RangeError)
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
  })

  it('le numéro d’un jour et sa date se répondent, un jour après l’autre', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -1000, max: 1000 }), (date, days) => {
        fc.pre(dayNumber(date) + days >= dayNumber('0001-01-01') && dayNumber(date) + days <= dayNumber('9999-12-31'))
        expect(dateOfDayNumber(dayNumber(date))).toBe(date)
        expect(daysBetween(date, addDays(date, days))).toBe(days)
        expect(dayNumber(date)).toBe(Date.parse(`${date}T00:00:00Z`) / 86_400_000)
        expect(weekday(date) % 7).toBe(new Date(`${date}T00:00:00Z`).getUTCDay())
      }),
    )
  })

  it('un an après le 29 février, c’est le 28 février', () => {
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28')
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29')
    expect(addYears('2026-06-01', 1)).toBe('2027-06-01')
    expect(addYears('2026-06-01', -1)).toBe('2025-06-01')
  })

  it('le jour est celui de Toronto, été comme hiver', () => {
    expect(localDateAt('2026-06-02T03:59:59Z')).toBe('2026-06-01')
    expect(localDateAt('2026-06-02T04:00:00Z')).toBe('2026-06-02')
    expect(localDateAt('2026-12-02T04:59:59Z')).toBe('2026-12-01')
    expect(localDateAt('2026-12-02T05:00:00Z')).toBe('2026-12-02')
    expect(localDateAt(new Date('2026-01-01T02:00:00Z'))).toBe('2025-12-31')
    expect(localDateAt('2026-06-01T23:30:00-04:00')).toBe('2026-06-01')
  })

  it.each(['2026-06-01', '2026-06-01T10:00:00', 'hier', ''])('« %s » n’est pas un moment : refusé', instant => {
    expect(() => localDateAt(instant)).toThrow(RangeError)
  })
})
