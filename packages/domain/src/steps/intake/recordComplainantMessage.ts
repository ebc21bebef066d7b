import type { LocalDate } from '../../calendar/localDate.ts'
import type { ComplainantMessageRecorded, SealedRef } from '../../events.ts'
import { accept, isBlank, misdated, refuse, type Step } from '../../step.ts'
import type { IntakeChannel } from '../../tables/channels.ts'

export interface RecordComplainantMessage {
  channel: IntakeChannel
  receivedOn: LocalDate
  words: SealedRef
  /** What the message says, without anything that identifies the person. */
  summary: string
}

export const recordComplainantMessage: Step<RecordComplainantMessage, ComplainantMessageRecorded> = {
  title: 'Consigner un message de la personne',
  room: 'intake',
  act: 'RECEIVE',
  barred: ({ erasedOn }) => (erasedOn ? 'ERASED' : undefined),
  writes: ({ summary }) => [{ field: 'summary', text: summary }],

  decide(complaint, { channel, receivedOn, words, summary }, stamp) {
    const flaw = misdated(receivedOn, complaint, stamp)
    if (flaw) return refuse(flaw, 'receivedOn')
    if (isBlank(words)) return refuse('WORDS_MISSING', 'words')
    if (isBlank(summary)) return refuse('TEXT_MISSING', 'summary')
    return accept({ type: 'COMPLAINANT_MESSAGE_RECORDED', channel, receivedOn, words, summary })
  },
}
