/** A day as the ministry writes it, 'YYYY-MM-DD', without time or time zone. */
export type LocalDate = string

/** The ministry's clock: every moment is turned into a day there. */
export const ministryTimeZone = 'America/Toronto'

const shape = /^(\d{4})-(\d{2})-(\d{2})$/
const withOffset = /^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:?\d{2})$/i
const lastYear = 9999

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Whether a value is a day that exists: '2026-02-29' is not. Years run from 0001 to 9999. */
export function isLocalDate(value: unknown): value is LocalDate {
  const parts = typeof value === 'string' ? shape.exec(value) : null
  if (!parts) return false
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

export interface CalendarDay {
  year: number
  month: number
  day: number
}

/** Year, month (1 to 12) and day of a date; a RangeError when no such day exists. */
export function calendarDay(date: LocalDate): CalendarDay {
  if (!isLocalDate(date)) throw new RangeError('Not a local date of the form YYYY-MM-DD')
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

/** The date of a year, a month (1 to 12) and a day; a RangeError when no such day exists. */
export function localDate(year: number, month: number, day: number): LocalDate {
  const date = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  if (!isLocalDate(date)) throw new RangeError('No such day')
  return date
}

/** The number of days from 1970-01-01 to a date: what all arithmetic is done with. */
export function dayNumber(date: LocalDate): number {
  const { year, month, day } = calendarDay(date)
  // Counting years from March puts the leap day last, so that no month needs an exception.
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468
}

/** The date that is so many days after 1970-01-01; a RangeError outside the years 0001 to 9999. */
export function dateOfDayNumber(days: number): LocalDate {
  const shifted = days + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return localDate(era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day)
}

/** The date so many calendar days later, or earlier when negative. */
export const addDays = (date: LocalDate, days: number): LocalDate => dateOfDayNumber(dayNumber(date) + days)

/** The same day so many years later; 29 February becomes 28 February in a common year. */
export function addYears(date: LocalDate, years: number): LocalDate {
  const { year, month, day } = calendarDay(date)
  const target = year + years
  if (target < 1 || target > lastYear) throw new RangeError('Outside the years 0001 to 9999')
  return localDate(target, month, Math.min(day, daysInMonth(target, month)))
}

/** Calendar days from one date to another; negative when the second is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumber(to) - dayNumber(from)

/** 1 for Monday to 7 for Sunday. */
export const weekday = (date: LocalDate): number => weekdayOfDayNumber(dayNumber(date))

/** 1 for Monday to 7 for Sunday; 1970-01-01 was a Thursday. */
export const weekdayOfDayNumber = (days: number): number => ((((days + 3) % 7) + 7) % 7) + 1

const clock = new Intl.DateTimeFormat('en-US', {
  timeZone: ministryTimeZone,
  calendar: 'gregory',
  numberingSystem: 'latn',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/**
 * The day it is in Toronto and Québec at a moment. A moment written without its offset is refused with a RangeError:
 * it would be read in the machine's own time zone, and the day of receipt would depend on the server.
 */
export function localDateAt(instant: string | Date): LocalDate {
  if (typeof instant === 'string' && !withOffset.test(instant)) throw new RangeError('A moment needs its UTC offset')
  const moment = new Date(instant)
  if (Number.isNaN(moment.getTime())) throw new RangeError('Not a moment')
  const parts = clock.formatToParts(moment)
  const part = (type: string) => Number(parts.find(each => each.type === type)?.value)
  return localDate(part('year'), part('month'), part('day'))
}
