import { describe, expect, it } from 'vitest'
import { easterSunday, holidaysOf } from './holidays.ts'
import { weekday } from './localDate.ts'

describe('les jours fériés', () => {
  it('sont treize chaque année, tous différents et dans l’ordre', () => {
    for (let year = 1990; year <= 2100; year++) {
      const dates = holidaysOf(year).map(day => day.date)
      expect(new Set(dates).size).toBe(13)
      expect(dates).toEqual([...dates].sort())
    }
  })

  it('sont ceux de 2026', () => {
    expect(holidaysOf(2026)).toEqual([
      { date: '2026-01-01', name: 'Jour de l’An' },
      { date: '2026-01-02', name: 'Lendemain du jour de l’An' },
      { date: '2026-04-03', name: 'Vendredi saint' },
      { date: '2026-04-06', name: 'Lundi de Pâques' },
      { date: '2026-05-18', name: 'Journée nationale des patriotes' },
      { date: '2026-06-24', name: 'Fête nationale du Québec' },
      { date: '2026-07-01', name: 'Fête du Canada' },
      { date: '2026-09-07', name: 'Fête du Travail' },
      { date: '2026-10-12', name: 'Action de grâces' },
      { date: '2026-12-24', name: 'Veille de Noël' },
      { date: '2026-12-25', name: 'Noël' },
      { date: '2026-12-26', name: 'Lendemain de Noël' },
      { date: '2026-12-31', name: 'Veille du jour de l’An' },
    ])
  })

  it.each([
    [1961, '1961-04-02'],
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
    [2049, '2049-04-18'],
  ])('Pâques de %i tombe le %s', (year, date) => {
    expect(easterSunday(year)).toBe(date)
  })

  it('la Journée nationale des patriotes est le lundi qui précède le 25 mai, même quand le 25 est un lundi', () => {
    expect(holidaysOf(2020)[4]?.date).toBe('2020-05-18')
    expect(holidaysOf(2025)[4]?.date).toBe('2025-05-19')
    for (let year = 2000; year < 2100; year++) {
      const [patriots, labour, thanksgiving] = [4, 7, 8].map(index => holidaysOf(year)[index]!.date)
      expect([patriots, labour, thanksgiving].map(date => weekday(date!))).toEqual([1, 1, 1])
      expect(patriots! >= `${year}-05-18` && patriots! < `${year}-05-25`).toBe(true)
      expect(labour! <= `${year}-09-07`).toBe(true)
      expect(thanksgiving! >= `${year}-10-08` && thanksgiving! <= `${year}-10-14`).toBe(true)
    }
  })
})
