import { calendarDay, type LocalDate, localDate } from './localDate.ts'

/** A fiscal year, named by the calendar year in which it starts: 2026 runs from 2026-04-01 to 2027-03-31. */
export type FiscalYear = number

/** The fiscal year a date belongs to. */
export function fiscalYearOf(date: LocalDate): FiscalYear {
  const { year, month } = calendarDay(date)
  return month >= 4 ? year : year - 1
}

/** « 2026-2027 ». */
export const fiscalYearLabel = (year: FiscalYear): string => `${year}-${year + 1}`

/** First and last day of a fiscal year, both included. */
export const fiscalYearBounds = (year: FiscalYear): { from: LocalDate; to: LocalDate } => ({
  from: localDate(year, 4, 1),
  to: localDate(year + 1, 3, 31),
})
