import { isLocalDate, type LocalDate } from '@bienfonde/domain'

const months = [
  ...['janvier', 'février', 'mars', 'avril', 'mai', 'juin'],
  ...['juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
]

const tokens: Record<string, [part: string, pattern: string]> = {
  YYYY: ['year', '(?<year>\\d{4})'],
  MMMM: ['month', `(?<month>${months.join('|')})`],
  MM: ['month', '(?<month>\\d{2})'],
  M: ['month', '(?<month>\\d{1,2})'],
  DD: ['day', '(?<day>\\d{2})'],
  D: ['day', '(?<day>\\d{1,2})'],
  HH: ['hour', '\\d{1,2}'],
  mm: ['minute', '\\d{2}'],
  ss: ['second', '\\d{2}(?:\\.\\d+)?'],
}

/** How a register writes its days: YYYY, MM or M or MMMM (in French), DD or D, and a time of day that is left out. */
export type DayFormat = (text: string) => LocalDate | undefined

/** A format, or nothing when a day could not be told by it: year, month and day must be there once each. */
export function dayFormat(format: string): DayFormat | undefined {
  const named: string[] = []
  const pattern = format.replace(/YYYY|MMMM|MM|M|DD|D|HH|mm|ss|[^A-Za-z]|T|[A-Za-z]/g, piece => {
    const token = tokens[piece]
    if (token) named.push(token[0])
    else if (/[A-SU-Za-z]/.test(piece)) named.push('unknown')
    return token?.[1] ?? piece.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
  })
  if (['year', 'month', 'day'].some(part => !named.includes(part)) || new Set(named).size < named.length)
    return undefined
  if (named.includes('unknown')) return undefined
  const expression = new RegExp(`^${pattern}$`, 'iu')
  return text => {
    const found = expression.exec(text)?.groups
    if (!found) return undefined
    const { year = '', month = '', day = '' } = found
    const monthNumber = /^\d/.test(month) ? month : String(months.indexOf(month.toLowerCase()) + 1)
    const date = `${year}-${monthNumber.padStart(2, '0')}-${day.padStart(2, '0')}`
    return isLocalDate(date) ? date : undefined
  }
}
