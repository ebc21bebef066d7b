import type { Dispatch } from '../../dispatches.ts'
import { isPending } from '../../dispatches.ts'
import type { LetterSendingAsked } from '../../events.ts'
import { accept, refuse, type Step } from '../../step.ts'

export interface ResendLetter {
  /** The line of the journal that the letter is. */
  line: number
}

const goesByMail = (letter: Dispatch) => letter.channel === 'EMAIL' && isPending(letter)

/** Gives again to the mail server a letter that did not leave, once what stopped it is mended. */
export const resendLetter: Step<ResendLetter, LetterSendingAsked> = {
  title: 'Envoyer de nouveau une lettre',
  room: 'result',
  act: 'PREPARE',
  barred: ({ dispatches, erasedOn }) =>
    erasedOn ? 'ERASED' : dispatches.some(goesByMail) ? undefined : 'NO_LETTER_WAITING',

  decide({ dispatches }, { line }) {
    if (!dispatches.some(each => each.line === line && goesByMail(each))) return refuse('LETTER_UNKNOWN', 'line')
    return accept({ type: 'LETTER_SENDING_ASKED', line })
  },
}
