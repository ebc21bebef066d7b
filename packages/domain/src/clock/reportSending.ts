import type { LetterNotSent, LetterSent } from '../events.ts'
import { accept, refuse, type Step } from '../step.ts'
import type { SendingFailure } from '../tables/sending.ts'

export interface ReportSending {
  /** The line of the journal that the letter is. */
  line: number
  /** Why it did not leave; null when it did. */
  failure: SendingFailure | null
}

/** What came of a letter given to the mail server; taken by the software itself. */
export const reportSending: Step<ReportSending, LetterSent | LetterNotSent> = {
  title: 'Rapporter l’envoi d’une lettre',
  room: 'result',
  act: 'ACT_UNATTENDED',
  barred: ({ registration }) => (registration ? undefined : 'NOT_REGISTERED'),

  decide({ dispatches }, { line, failure }) {
    const waiting = dispatches.some(each => each.line === line && each.state === 'WAITING')
    if (!waiting) return refuse('LETTER_UNKNOWN', 'line')
    return failure ? accept({ type: 'LETTER_NOT_SENT', line, failure }) : accept({ type: 'LETTER_SENT', line })
  },
}
