import { calendarDay, type LocalDate, weekday } from './localDate.ts'

const weekdays = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']
const months = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
]

const ordinal = (day: number) => (day === 1 ? '1er' : String(day))

/** The day of the week in French: « lundi ». */
export const frenchWeekday = (date: LocalDate): string => weekdays[weekday(date) - 1]!

/** A date in French: « 1er juin 2026 ». */
export function frenchDate(date: LocalDate): string {
  const { year, month, day } = calendarDay(date)
  return `${ordinal(day)} ${months[month - 1]} ${year}`
}

/** A date in French with its day of the week: « lundi 1er juin 2026 ». */
export const frenchDay = (date: LocalDate): string => `${frenchWeekday(date)} ${frenchDate(date)}`

const enumerate = (items: string[]) =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} et ${items.at(-1)}`

/** Several dates in a row, months and years said once: « 6, 7, 13 et 14 juin et 4 juillet 2026 ». */
export function frenchDates(dates: readonly LocalDate[]): string {
  const byMonth = new Map<string, LocalDate[]>()
  for (const date of [...dates].sort()) byMonth.set(date.slice(0, 7), [...(byMonth.get(date.slice(0, 7)) ?? []), date])
  const groups = [...byMonth.values()]
  return enumerate(
    groups.map((group, index) => {
      const { year, month } = calendarDay(group[0]!)
      const next = groups[index + 1]?.[0]
      const saysYear = !next || calendarDay(next).year !== year
      const days = enumerate(group.map(date => ordinal(calendarDay(date).day)))
      return `${days} ${months[month - 1]}${saysYear ? ` ${year}` : ''}`
    }),
  )
}
