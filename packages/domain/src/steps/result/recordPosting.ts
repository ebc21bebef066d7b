import type { LocalDate } from '../../calendar/localDate.ts'
import { isPending } from '../../dispatches.ts'
import type { LetterPosted } from '../../events.ts'
import { accept, misdated, refuse, type Step } from '../../step.ts'

export interface RecordPosting {
  /** The line of the journal that the letter is. */
  line: number
  postedOn: LocalDate
}

/** A letter was printed and posted, or given otherwise than by this software's own mail. */
export const recordPosting: Step<RecordPosting, LetterPosted> = {
  title: 'Consigner une lettre postée',
  room: 'result',
  act: 'PREPARE',
  barred: ({ dispatches }) => (dispatches.some(isPending) ? undefined : 'NO_LETTER_WAITING'),

  decide(complaint, { line, postedOn }, stamp) {
    const letter = complaint.dispatches.find(each => each.line === line && isPending(each))
    if (!letter) return refuse('LETTER_UNKNOWN', 'line')
    const flaw = misdated(postedOn, complaint, stamp)
    if (flaw) return refuse(flaw, 'postedOn')
    if (postedOn < letter.on) return refuse('DATE_BEFORE_LETTER', 'postedOn')
    return accept({ type: 'LETTER_POSTED', line, postedOn })
  },
}
