import { addDays, type LocalDate, localDate, weekday } from './localDate.ts'

/** A day and what it is called, in French. */
export interface NamedDay {
  date: LocalDate
  name: string
}

/**
 * What a ministry changes in the ordinary calendar, as plain data: days closed besides weekends and holidays
 * (an observed holiday, a closure), and days opened although they would not be worked.
 * A day that is in both lists is closed. A list is never changed in place: a new calendar is a new object.
 */
export interface CalendarOverrides {
  readonly closed: readonly NamedDay[]
  readonly opened: readonly NamedDay[]
}

/** The ordinary calendar, with nothing changed. */
export const noOverrides: CalendarOverrides = Object.freeze({ closed: Object.freeze([]), opened: Object.freeze([]) })

/** Easter Sunday of a year in the Gregorian calendar. */
export function easterSunday(year: number): LocalDate {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const yearOfCentury = year % 100
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  const sum = epact + toSunday - 7 * late + 114
  return localDate(year, Math.floor(sum / 31), (sum % 31) + 1)
}

/** The first Monday on or after a date. */
const mondayFrom = (date: LocalDate) => addDays(date, (8 - weekday(date)) % 7)

/** The thirteen holidays of a year, in order; a holiday that falls on a weekend is not moved unless an override says so. */
export function holidaysOf(year: number): NamedDay[] {
  const easter = easterSunday(year)
  return [
    { date: localDate(year, 1, 1), name: 'Jour de l’An' },
    { date: localDate(year, 1, 2), name: 'Lendemain du jour de l’An' },
    { date: addDays(easter, -2), name: 'Vendredi saint' },
    { date: addDays(easter, 1), name: 'Lundi de Pâques' },
    // The Monday before 25 May: 18 to 24 May.
    { date: mondayFrom(localDate(year, 5, 18)), name: 'Journée nationale des patriotes' },
    { date: localDate(year, 6, 24), name: 'Fête nationale du Québec' },
    { date: localDate(year, 7, 1), name: 'Fête du Canada' },
    { date: mondayFrom(localDate(year, 9, 1)), name: 'Fête du Travail' },
    { date: mondayFrom(localDate(year, 10, 8)), name: 'Action de grâces' },
    { date: localDate(year, 12, 24), name: 'Veille de Noël' },
    { date: localDate(year, 12, 25), name: 'Noël' },
    { date: localDate(year, 12, 26), name: 'Lendemain de Noël' },
    { date: localDate(year, 12, 31), name: 'Veille du jour de l’An' },
  ]
}
