import { dateOfDayNumber, dayNumber, type LocalDate } from '@bienfonde/domain'

const from1900 = dayNumber('1899-12-30')
const from1904 = dayNumber('1904-01-01')
const lastSerial = 2_958_465

/** The day that a spreadsheet keeps as a number of days, from its own beginning; nothing when it is none. */
export function spreadsheetDay(serial: number, since1904: boolean): LocalDate | undefined {
  const days = Math.floor(serial)
  // A spreadsheet believes in a 29 February 1900: what it dates before March of that year is one day off.
  if (days < 61 || days > lastSerial) return undefined
  return dateOfDayNumber((since1904 ? from1904 : from1900) + days)
}
