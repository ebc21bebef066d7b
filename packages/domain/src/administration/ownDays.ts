import { dayKind } from '../calendar/businessDays.ts'
import type { CalendarOverrides } from '../calendar/holidays.ts'
import { isLocalDate, type LocalDate } from '../calendar/localDate.ts'
import type { Entry } from '../tables/entry.ts'
import { type AdministrationRefusal, flawOf } from './administrationRefusals.ts'
import { mostDays, nameFlaw, tidied } from './bounds.ts'

/** What a ministry makes of a day of its own. */
export const ownDayKinds = [
  { code: 'CLOSED', label: 'Fermé', hint: 'Jour observé, fermeture.' },
  { code: 'OPENED', label: 'Ouvert', hint: 'Jour travaillé par exception.' },
] as const satisfies readonly Entry[]

export type OwnDayKind = (typeof ownDayKinds)[number]['code']

/** A day on which the ministry departs from the ordinary calendar. */
export interface OwnDay {
  readonly date: LocalDate
  readonly kind: OwnDayKind
  readonly name: string
}

const byDate = (one: OwnDay, other: OwnDay) => (one.date < other.date ? -1 : 1)

/** The days of a calendar in one list, by date. */
export const ownDaysOf = ({ closed, opened }: CalendarOverrides): OwnDay[] =>
  [
    ...closed.map(({ date, name }): OwnDay => ({ date, kind: 'CLOSED', name })),
    ...opened.map(({ date, name }): OwnDay => ({ date, kind: 'OPENED', name })),
  ].sort(byDate)

/** The calendar that these days make. */
export function calendarOf(days: readonly OwnDay[]): CalendarOverrides {
  const ordered = [...days].sort(byDate)
  const named = (wanted: OwnDayKind) =>
    ordered.filter(({ kind }) => kind === wanted).map(({ date, name }) => ({ date, name: tidied(name) }))
  return { closed: named('CLOSED'), opened: named('OPENED') }
}

/** What is wrong with the days of a ministry, each under its place in the list. */
export function ownDaysFlaws(days: readonly OwnDay[]): AdministrationRefusal[] {
  if (days.length > mostDays) return [{ code: 'DAYS_TOO_MANY', field: 'days' }]
  return days.flatMap(({ date, kind, name }, at) => {
    const twice = days.findIndex(other => other.date === date) < at
    const dateFlaw = !isLocalDate(date) ? 'DAY_INVALID' : twice ? 'DAY_TWICE' : needlessFlaw(date, kind)
    return [
      ...flawOf(`days.${at}.date`, dateFlaw),
      ...flawOf(`days.${at}.name`, tidied(name) ? nameFlaw(tidied(name)) : 'DAY_NAME_MISSING'),
    ]
  })
}

/** A day is not closed twice, nor opened when it is worked anyway. */
function needlessFlaw(date: LocalDate, kind: OwnDayKind) {
  const ordinary = dayKind(date).kind === 'ORDINARY'
  if (kind === 'CLOSED') return ordinary ? undefined : ('DAY_ALREADY_CLOSED' as const)
  return ordinary ? ('DAY_ALREADY_OPEN' as const) : undefined
}
