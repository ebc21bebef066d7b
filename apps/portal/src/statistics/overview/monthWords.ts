import { frenchDate, type LocalDate } from '@bienfonde/domain'

const short = new Intl.DateTimeFormat('fr-CA', { month: 'short', timeZone: 'UTC' })

/** « avr. », under a plot. */
export const shortMonth = (first: LocalDate): string => short.format(new Date(`${first}T12:00:00Z`))

/** « avril 2026 ». */
export const monthWords = (first: LocalDate): string => frenchDate(first).replace(/^\S+\s/, '')
