import { addBusinessDays, businessDaysBetween } from '../calendar/businessDays.ts'
import { frenchDay } from '../calendar/frenchDate.ts'
import type { CalendarOverrides } from '../calendar/holidays.ts'
import type { LocalDate } from '../calendar/localDate.ts'
import type { Entry } from '../tables/entry.ts'
import type { Settings } from '../tables/settings.ts'

/** How near something due is to being late. */
export const latenesses = [
  { code: 'OVERDUE', label: 'En retard' },
  { code: 'DUE_TODAY', label: 'Aujourd’hui' },
  { code: 'DUE_SOON', label: 'Bientôt' },
  { code: 'LATER', label: 'Plus tard' },
] as const satisfies readonly Entry[]

export type Lateness = (typeof latenesses)[number]['code']

/** The last day that is still soon, on a day: so many business days later as the ministry has set. */
export const soonUntil = (today: LocalDate, { dueSoonDays, calendar }: Settings): LocalDate =>
  addBusinessDays(today, dueSoonDays, calendar)

/** Where a date stands on a day; what has no date is never late. */
export function latenessOf(dueOn: LocalDate | null, today: LocalDate, settings: Settings): Lateness {
  if (dueOn === null) return 'LATER'
  if (dueOn < today) return 'OVERDUE'
  if (dueOn === today) return 'DUE_TODAY'
  return dueOn <= soonUntil(today, settings) ? 'DUE_SOON' : 'LATER'
}

const businessDays = (n: number) => (n === 1 ? '1 jour ouvrable' : `${n} jours ouvrables`)

/** A due date as it is said on a day: « en retard de 2 jours ouvrables », « aujourd’hui », « dans 3 jours ouvrables ». */
export function latenessWords(dueOn: LocalDate | null, today: LocalDate, calendar: CalendarOverrides): string {
  if (dueOn === null) return 'sans échéance'
  if (dueOn === today) return 'aujourd’hui'
  const away = businessDaysBetween(today, dueOn, calendar)
  // Between Friday and Sunday nothing is counted: the day itself says more than a zero.
  if (away === 0) return dueOn < today ? `échue le ${frenchDay(dueOn)}` : `due le ${frenchDay(dueOn)}`
  return away < 0 ? `en retard de ${businessDays(-away)}` : `dans ${businessDays(away)}`
}
