import { type CalendarOverrides, holidaysOf, type NamedDay, noOverrides } from './holidays.ts'
import { calendarDay, dateOfDayNumber, dayNumber, type LocalDate, localDate, weekdayOfDayNumber } from './localDate.ts'

/** Why a day is not worked. */
export type NonBusinessCause = 'WEEKEND' | 'HOLIDAY' | 'CLOSED'

/** What a day is in the ministry's calendar; `OPENED` is worked although it ordinarily would not be. */
export type DayKind = 'ORDINARY' | 'OPENED' | NonBusinessCause

interface BusinessYear {
  first: number
  length: number
  /** How many of the first n days of the year are business days, at index n. */
  worked: Uint16Array
}

const holidayNames = new Map<number, ReadonlyMap<LocalDate, string>>()
const years = new WeakMap<CalendarOverrides, Map<number, BusinessYear>>()

const byDate = (days: readonly NamedDay[]) => new Map(days.map(({ date, name }) => [date, name]))

function holidaysByDate(year: number): ReadonlyMap<LocalDate, string> {
  const known = holidayNames.get(year) ?? byDate(holidaysOf(year))
  holidayNames.set(year, known)
  return known
}

function businessYear(year: number, overrides: CalendarOverrides): BusinessYear {
  const known = years.get(overrides) ?? new Map<number, BusinessYear>()
  const found = known.get(year)
  if (found) return found
  years.set(overrides, known)
  const first = dayNumber(localDate(year, 1, 1))
  const length = dayNumber(localDate(year, 12, 31)) - first + 1
  const open = new Uint8Array(length)
  for (let day = 0; day < length; day++) open[day] = weekdayOfDayNumber(first + day) <= 5 ? 1 : 0
  const mark = (dates: Iterable<LocalDate>, value: number) => {
    for (const date of dates) if (calendarDay(date).year === year) open[dayNumber(date) - first] = value
  }
  mark(holidaysByDate(year).keys(), 0)
  mark(byDate(overrides.opened).keys(), 1)
  mark(byDate(overrides.closed).keys(), 0)
  const worked = new Uint16Array(length + 1)
  for (let day = 0; day < length; day++) worked[day + 1] = worked[day]! + open[day]!
  const made = { first, length, worked }
  known.set(year, made)
  return made
}

/** Business days of a year up to and including a date. */
function workedThrough(date: LocalDate, overrides: CalendarOverrides): number {
  const { first, worked } = businessYear(calendarDay(date).year, overrides)
  return worked[dayNumber(date) - first + 1]!
}

/** What a day is, and what it is called when it has a name. An override speaks first, then the holiday, then the weekend. */
export function dayKind(date: LocalDate, overrides: CalendarOverrides = noOverrides): { kind: DayKind; name?: string } {
  const named = (days: readonly NamedDay[]) => days.find(day => day.date === date)?.name
  const holiday = holidaysByDate(calendarDay(date).year).get(date)
  const weekend = weekdayOfDayNumber(dayNumber(date)) > 5
  const closed = named(overrides.closed)
  if (closed !== undefined) return { kind: 'CLOSED', name: closed }
  const opened = named(overrides.opened)
  if (opened !== undefined && (weekend || holiday)) return { kind: 'OPENED', name: opened }
  if (opened !== undefined) return { kind: 'ORDINARY' }
  if (holiday) return { kind: 'HOLIDAY', name: holiday }
  return { kind: weekend ? 'WEEKEND' : 'ORDINARY' }
}

/** Whether the ministry works on a day. */
export function isBusinessDay(date: LocalDate, overrides: CalendarOverrides = noOverrides): boolean {
  const { first, worked } = businessYear(calendarDay(date).year, overrides)
  const day = dayNumber(date) - first
  return worked[day + 1]! > worked[day]!
}

/** The day itself when it is worked, otherwise the first business day after it: where a date on a holiday moves. */
export const nextBusinessDay = (date: LocalDate, overrides: CalendarOverrides = noOverrides): LocalDate =>
  addBusinessDays(date, 0, overrides)

/**
 * The n-th business day after a date: the first day is not counted, the last one is.
 * Zero gives the day itself, or the next business day when it is not worked. A RangeError for a negative or broken n.
 */
export function addBusinessDays(from: LocalDate, n: number, overrides: CalendarOverrides = noOverrides): LocalDate {
  if (!Number.isInteger(n) || n < 0) throw new RangeError('A number of business days is a whole number, never negative')
  const start = dayNumber(from)
  let { year } = calendarDay(from)
  let current = businessYear(year, overrides)
  // Nothing to count: the first business day from the day itself on, which is the first one after the day before.
  let wanted = n === 0 ? current.worked[start - current.first]! + 1 : current.worked[start - current.first + 1]! + n
  while (wanted > current.worked[current.length]!) {
    wanted -= current.worked[current.length]!
    year += 1
    current = businessYear(year, overrides)
  }
  let low = 0
  let high = current.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (current.worked[middle]! < wanted) low = middle + 1
    else high = middle
  }
  return dateOfDayNumber(current.first + low - 1)
}

/**
 * Business days after the first date up to and including the second; negative when the second is earlier.
 * So `businessDaysBetween(from, addBusinessDays(from, n)) === n` for n ≥ 1.
 */
export function businessDaysBetween(
  from: LocalDate,
  to: LocalDate,
  overrides: CalendarOverrides = noOverrides,
): number {
  if (to < from) return 0 - businessDaysBetween(to, from, overrides)
  let count = workedThrough(to, overrides) - workedThrough(from, overrides)
  const lastYear = calendarDay(to).year
  for (let { year } = calendarDay(from); year < lastYear; year++) {
    const { worked, length } = businessYear(year, overrides)
    count += worked[length]!
  }
  return count
}
