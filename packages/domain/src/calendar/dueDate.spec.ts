import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addBusinessDays, businessDaysBetween, dayKind, isBusinessDay, nextBusinessDay } from './businessDays.ts'
import { dueDate, explainDueDate, explanationLines, type Suspension } from './dueDate.ts'
import { type CalendarOverrides, noOverrides } from './holidays.ts'
import { addDays, dateOfDayNumber, dayNumber, daysBetween, type LocalDate } from './localDate.ts'

const runs = { numRuns: 1000 }
const somewhen: fc.Arbitrary<LocalDate> = fc
  .integer({ min: dayNumber('2019-01-01'), max: dayNumber('2032-12-31') })
  .map(dateOfDayNumber)
const delay = fc.integer({ min: 1, max: 400 })
const namedDays = fc.array(
  somewhen.map(date => ({ date, name: 'Jour particulier' })),
  { maxLength: 40 },
)
const overrides: fc.Arbitrary<CalendarOverrides> = fc.oneof(
  fc.constant(noOverrides),
  fc.record({ closed: namedDays, opened: namedDays }),
)
const suspensionsAround = (date: LocalDate): fc.Arbitrary<Suspension[]> =>
  fc.array(
    fc
      .tuple(fc.integer({ min: -30, max: 120 }), fc.integer({ min: 0, max: 90 }))
      .map(([start, length]) => ({ from: addDays(date, start), to: addDays(date, start + length), reason: 'Attente' })),
    { maxLength: 5 },
  )
const suspended = somewhen.chain(date => fc.tuple(fc.constant(date), suspensionsAround(date)))

/** The slow truth: one day at a time. */
function countOneByOne(from: LocalDate, to: LocalDate, calendar: CalendarOverrides): number {
  let count = 0
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) if (isBusinessDay(date, calendar)) count++
  return count
}

describe('les échéances', () => {
  it.each([
    ['2026-04-01', '2026-04-10', '2026-05-01', '2026-05-15'],
    ['2026-06-19', '2026-06-29', '2026-07-21', '2026-08-04'],
    ['2026-12-18', '2026-12-29', '2027-01-21', '2027-02-04'],
    ['2026-12-23', '2027-01-05', '2027-01-26', '2027-02-09'],
    ['2027-03-24', '2027-04-02', '2027-04-23', '2027-05-07'],
  ])('reçue le %s : 5 jours mènent au %s, 20 au %s, 30 au %s', (received, five, twenty, thirty) => {
    expect([5, 20, 30].map(days => dueDate(received, days))).toEqual([five, twenty, thirty])
  })

  it('un délai est un nombre entier de jours, au moins un', () => {
    for (const days of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => dueDate('2026-06-01', days)).toThrow(RangeError)
    }
    expect(() => addBusinessDays('2026-06-01', -1)).toThrow(RangeError)
  })

  it('un jour fermé par le ministère repousse l’échéance, un jour ouvert l’avance, et la fermeture l’emporte', () => {
    const day = { date: '2026-06-05', name: 'Fermeture annuelle' }
    const saturday = { date: '2026-06-06', name: 'Journée portes ouvertes' }
    expect(dueDate('2026-06-01', 5)).toBe('2026-06-08')
    expect(dueDate('2026-06-01', 5, { closed: [day], opened: [] })).toBe('2026-06-09')
    expect(dueDate('2026-06-01', 5, { closed: [], opened: [saturday] })).toBe('2026-06-06')
    expect(dueDate('2026-06-01', 5, { closed: [saturday], opened: [saturday] })).toBe('2026-06-08')
    expect(isBusinessDay('2026-06-24', { closed: [], opened: [{ date: '2026-06-24', name: 'Ouvert' }] })).toBe(true)
  })

  it('une date qui tombe un jour férié passe au jour ouvrable suivant', () => {
    expect(nextBusinessDay('2026-06-23')).toBe('2026-06-23')
    expect(nextBusinessDay('2026-06-24')).toBe('2026-06-25')
    expect(nextBusinessDay('2026-12-24')).toBe('2026-12-28')
    expect(nextBusinessDay('2026-12-31')).toBe('2027-01-04')
  })

  it('ajouter des jours ouvrables mène à un jour ouvrable', () => {
    fc.assert(
      fc.property(somewhen, fc.nat(600), overrides, (from, n, calendar) => {
        expect(isBusinessDay(addBusinessDays(from, n, calendar), calendar)).toBe(true)
      }),
      runs,
    )
  })

  it('recevoir plus tard, ou avoir un plus long délai, n’avance jamais l’échéance', () => {
    fc.assert(
      fc.property(somewhen, fc.nat(60), delay, fc.nat(60), overrides, (from, later, n, more, calendar) => {
        const due = addBusinessDays(from, n, calendar)
        expect(addBusinessDays(addDays(from, later), n, calendar) >= due).toBe(true)
        const longer = addBusinessDays(from, n + more, calendar)
        expect(more === 0 ? longer === due : longer > due).toBe(true)
      }),
      runs,
    )
  })

  it('compter les jours ouvrables défait l’ajout, et compte ce que l’on compte un jour à la fois', () => {
    fc.assert(
      fc.property(somewhen, delay, fc.nat(1500), overrides, (from, n, span, calendar) => {
        expect(businessDaysBetween(from, addBusinessDays(from, n, calendar), calendar)).toBe(n)
        const to = addDays(from, span)
        const counted = countOneByOne(from, to, calendar)
        expect(businessDaysBetween(from, to, calendar)).toBe(counted)
        expect(businessDaysBetween(to, from, calendar)).toBe(0 - counted)
      }),
      { numRuns: 200 },
    )
  })

  it('un intervalle de plusieurs années se compte des centaines de milliers de fois', () => {
    let sum = 0
    for (let n = 0; n < 300_000; n++) sum += businessDaysBetween('2006-01-03', '2026-11-23')
    expect(sum).toBe(300_000 * countOneByOne('2006-01-03', '2026-11-23', noOverrides))
  })
})

describe('la suspension du délai', () => {
  const stopped = (from: LocalDate, to: LocalDate) => ({ suspensions: [{ from, to, reason: 'Consentement attendu' }] })

  it('le jour de l’arrêt n’est pas compté, le jour de la reprise l’est', () => {
    expect(dueDate('2026-06-01', 5, noOverrides, stopped('2026-06-03', '2026-06-05'))).toBe('2026-06-10')
    expect(dueDate('2026-06-01', 5, noOverrides, stopped('2026-06-08', '2026-06-15'))).toBe('2026-06-15')
  })

  it('arrêter et reprendre le même jour ne change rien, ni arrêter après l’échéance ou avant la réception', () => {
    for (const [from, to] of [
      ['2026-06-03', '2026-06-03'],
      ['2026-06-09', '2026-06-30'],
      ['2026-05-01', '2026-06-01'],
      ['2026-06-06', '2026-06-08'],
    ] as const) {
      expect(dueDate('2026-06-01', 5, noOverrides, stopped(from, to))).toBe('2026-06-08')
    }
  })

  it('deux suspensions qui se recouvrent ne comptent qu’une fois', () => {
    const suspensions = [
      { from: '2026-06-04', to: '2026-06-09', reason: 'B' },
      { from: '2026-06-02', to: '2026-06-05', reason: 'A' },
    ]
    expect(dueDate('2026-06-01', 5, noOverrides, { suspensions })).toBe('2026-06-15')
  })

  it('une suspension qui finit avant de commencer est refusée', () => {
    expect(() => dueDate('2026-06-01', 5, noOverrides, stopped('2026-06-05', '2026-06-03'))).toThrow(RangeError)
  })

  it('n’avance jamais une date, et la date est la même comptée un jour à la fois', () => {
    fc.assert(
      fc.property(suspended, delay, overrides, ([receivedOn, suspensions], n, calendar) => {
        const due = dueDate(receivedOn, n, calendar, { suspensions })
        for (let kept = 0; kept < suspensions.length; kept++) {
          expect(due >= dueDate(receivedOn, n, calendar, { suspensions: suspensions.slice(0, kept) })).toBe(true)
        }
        let date = receivedOn
        for (let left = n; left > 0; ) {
          date = addDays(date, 1)
          const still = suspensions.some(({ from, to }) => from <= date && date < to)
          if (isBusinessDay(date, calendar) && !still) left -= 1
        }
        expect(due).toBe(date)
      }),
      { numRuns: 300 },
    )
  })
})

describe('« Pourquoi cette date ? »', () => {
  it('l’explication nomme exactement les jours qui ne sont pas comptés', () => {
    fc.assert(
      fc.property(suspended, fc.integer({ min: 1, max: 60 }), overrides, ([receivedOn, suspensions], n, calendar) => {
        const { skipped, countedOn, dueOn, opened } = explainDueDate(receivedOn, n, calendar, { suspensions })
        expect(dueOn).toBe(dueDate(receivedOn, n, calendar, { suspensions }))
        expect(countedOn).toBe(dueOn)
        expect(daysBetween(receivedOn, countedOn) - skipped.length).toBe(n)
        const left = new Set(skipped.map(day => day.date))
        expect(left.size).toBe(skipped.length)
        for (let date = addDays(receivedOn, 1); date <= countedOn; date = addDays(date, 1)) {
          const still = suspensions.some(({ from, to }) => from <= date && date < to)
          expect(left.has(date)).toBe(still || !isBusinessDay(date, calendar))
        }
        for (const { date, cause } of skipped) expect(cause === 'SUSPENDED').toBe(isBusinessDay(date, calendar))
        for (const { date } of opened) expect(dayKind(date, calendar).kind).toBe('OPENED')
      }),
      { numRuns: 300 },
    )
  })

  it('se lit en phrases courtes', () => {
    expect(explanationLines(explainDueDate('2026-06-01', 5))).toEqual([
      'Reçue le lundi 1er juin 2026 ; ce jour n’est pas compté.',
      'Délai : 5 jours ouvrables.',
      'Fins de semaine, jours non comptés : les 6 et 7 juin 2026.',
      'Dernier jour compté et date d’échéance : le lundi 8 juin 2026.',
    ])
    expect(explanationLines(explainDueDate('2026-06-23', 1))).toEqual([
      'Reçue le mardi 23 juin 2026 ; ce jour n’est pas compté.',
      'Délai : 1 jour ouvrable.',
      'Jour férié, non compté : le mercredi 24 juin 2026 (Fête nationale du Québec).',
      'Dernier jour compté et date d’échéance : le jeudi 25 juin 2026.',
    ])
  })

  it('dit les fermetures, les ouvertures, les suspensions et la date remplacée', () => {
    const calendar = {
      closed: [{ date: '2026-06-05', name: 'Fermeture annuelle' }],
      opened: [{ date: '2026-06-06', name: 'Journée portes ouvertes' }],
    }
    const changes = {
      suspensions: [{ from: '2026-06-02', to: '2026-06-03', reason: 'Consentement attendu' }],
      extension: { to: '2026-06-24', reason: 'Pièces volumineuses' },
    }
    const explanation = explainDueDate('2026-06-01', 3, calendar, changes)
    expect(explanation.dueOn).toBe(dueDate('2026-06-01', 3, calendar, changes))
    expect(explanationLines(explanation)).toEqual([
      'Reçue le lundi 1er juin 2026 ; ce jour n’est pas compté.',
      'Délai : 3 jours ouvrables.',
      'Jour de fermeture, non compté : le vendredi 5 juin 2026 (Fermeture annuelle).',
      'Jour ouvert par exception, compté : le samedi 6 juin 2026 (Journée portes ouvertes).',
      'Délai suspendu le mardi 2 juin 2026 et repris le mercredi 3 juin 2026 (Consentement attendu) : 1 jour ouvrable non compté.',
      'Dernier jour compté : le samedi 6 juin 2026.',
      'Date remplacée par un avis écrit : le mercredi 24 juin 2026 (Pièces volumineuses).',
      'Ce mercredi n’est pas un jour ouvrable ; la date passe au jour ouvrable suivant.',
      'Date d’échéance : le jeudi 25 juin 2026.',
    ])
  })
})
