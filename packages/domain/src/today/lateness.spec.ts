import { describe, expect, it } from 'vitest'
import { noOverrides } from '../calendar/holidays.ts'
import { addDays } from '../calendar/localDate.ts'
import { defaultSettings } from '../tables/settings.ts'
import { latenessOf, latenessWords } from './lateness.ts'

// Monday 22 June 2026; Wednesday 24 June is a holiday.
const today = '2026-06-22'
const words = (dueOn: string | null, on = today) => latenessWords(dueOn, on, noOverrides)

describe('le risque de retard', () => {
  it('se lit de l’échéance et du jour, en jours ouvrables', () => {
    expect(
      ['2026-06-19', '2026-06-22', '2026-06-23', '2026-06-30', '2026-07-02', null].map(dueOn =>
        latenessOf(dueOn, today, defaultSettings),
      ),
    ).toEqual(['OVERDUE', 'DUE_TODAY', 'DUE_SOON', 'DUE_SOON', 'LATER', 'LATER'])
  })

  it('suit ce que le Ministère appelle bientôt', () => {
    expect(latenessOf('2026-06-30', today, { ...defaultSettings, dueSoonDays: 2 })).toBe('LATER')
  })

  it('ne baisse jamais quand les jours passent', () => {
    const order = ['LATER', 'DUE_SOON', 'DUE_TODAY', 'OVERDUE']
    const seen = Array.from({ length: 40 }, (_, day) => latenessOf('2026-07-08', addDays(today, day), defaultSettings))
    expect(seen).toEqual([...seen].sort((one, other) => order.indexOf(one) - order.indexOf(other)))
  })

  it('se dit en mots', () => {
    expect(words('2026-06-18')).toBe('en retard de 2 jours ouvrables')
    expect(words('2026-06-19')).toBe('en retard de 1 jour ouvrable')
    expect(words('2026-06-22')).toBe('aujourd’hui')
    expect(words('2026-06-23')).toBe('dans 1 jour ouvrable')
    expect(words('2026-06-26')).toBe('dans 3 jours ouvrables')
    expect(words(null)).toBe('sans échéance')
  })

  it('nomme le jour quand aucun jour ouvrable ne sépare', () => {
    expect(words('2026-06-19', '2026-06-20')).toBe('échue le vendredi 19 juin 2026')
    expect(words('2026-06-21', '2026-06-20')).toBe('due le dimanche 21 juin 2026')
  })
})
