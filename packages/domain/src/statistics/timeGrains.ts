import { fiscalYearLabel, fiscalYearOf } from '../calendar/fiscalYear.ts'
import { addDays, calendarDay, type LocalDate, localDate, weekday } from '../calendar/localDate.ts'
import type { Entry } from '../tables/entry.ts'

/** How finely a period is cut. */
export const timeGrains = [
  { code: 'DAY', label: 'Jour' },
  { code: 'WEEK', label: 'Semaine', hint: 'Du lundi au dimanche ; nommée par son lundi.' },
  { code: 'MONTH', label: 'Mois' },
  { code: 'QUARTER', label: 'Trimestre', hint: 'De l’exercice financier : le premier va d’avril à juin.' },
  { code: 'FISCAL_YEAR', label: 'Exercice financier', hint: 'Du 1er avril au 31 mars.' },
] as const satisfies readonly Entry[]

export type TimeGrain = (typeof timeGrains)[number]['code']

/** The first day of the piece of time that a day belongs to. */
export function startOfGrain(grain: TimeGrain, day: LocalDate): LocalDate {
  const { year, month } = calendarDay(day)
  switch (grain) {
    case 'DAY':
      return day
    case 'WEEK':
      return addDays(day, 1 - weekday(day))
    case 'MONTH':
      return localDate(year, month, 1)
    case 'QUARTER':
      return localDate(year, month - ((month - 1) % 3), 1)
    case 'FISCAL_YEAR':
      return localDate(fiscalYearOf(day), 4, 1)
  }
}

const longest = { DAY: 1, WEEK: 7, MONTH: 31, QUARTER: 92, FISCAL_YEAR: 366 } as const

/** The first day of the next piece of time. */
export const nextGrain = (grain: TimeGrain, day: LocalDate): LocalDate =>
  startOfGrain(grain, addDays(startOfGrain(grain, day), longest[grain]))

/** The piece of time in which a day falls, as it is written: « 2026-2027 », « 2026-2027 T1 », « 2026-04 », a day. */
export function grainKey(grain: TimeGrain, day: LocalDate): string {
  const start = startOfGrain(grain, day)
  switch (grain) {
    case 'DAY':
    case 'WEEK':
      return start
    case 'MONTH':
      return start.slice(0, 7)
    case 'QUARTER':
      return `${fiscalYearLabel(fiscalYearOf(day))} T${((calendarDay(start).month + 8) % 12) / 3 + 1}`
    case 'FISCAL_YEAR':
      return fiscalYearLabel(fiscalYearOf(day))
  }
}
