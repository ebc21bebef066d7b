import { type FiscalYear, fiscalYearBounds } from '../calendar/fiscalYear.ts'
import type { LocalDate } from '../calendar/localDate.ts'
import { type AdministrationRefusal, flawOf } from './administrationRefusals.ts'
import { isWholeWithin } from './bounds.ts'

/** An edition of the annual report as somebody asks to freeze it. */
export interface EditionRequest {
  readonly fiscalYear: FiscalYear
  readonly note: string
  readonly confirmed: boolean
}

/** How long what is said of an edition may be. */
export const mostEditionNote = 2_000

/** The fiscal years that a report may be about. */
export const fiscalYears = [1990, 2990] as const

/** What keeps an edition from being frozen, given the last evening that is over and that of the year's last edition. */
export function editionFlaws(
  { fiscalYear, note, confirmed }: EditionRequest,
  { knownOn, last }: { knownOn: LocalDate; last: LocalDate | null },
): AdministrationRefusal[] {
  const counted = isWholeWithin(fiscalYear, fiscalYears)
  const over = counted && knownOn >= fiscalYearBounds(fiscalYear).to
  const again = last !== null && last >= knownOn
  const tooLong = note.trim().length > mostEditionNote
  return [
    ...flawOf(
      'fiscalYear',
      !counted ? 'YEAR_OUT_OF_BOUNDS' : !over ? 'YEAR_NOT_OVER' : again && 'EDITION_ALREADY_FROZEN',
    ),
    ...flawOf('note', !note.trim() ? 'EDITION_NOTE_MISSING' : tooLong && 'TEXT_TOO_LONG'),
    ...flawOf('confirmed', !confirmed && 'EDITION_NOT_CONFIRMED'),
  ]
}
