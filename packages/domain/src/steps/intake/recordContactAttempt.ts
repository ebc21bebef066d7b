import type { LocalDate } from '../../calendar/localDate.ts'
import type { ContactAttempted } from '../../events.ts'
import { unlessOpen } from '../../progress.ts'
import { unlessGiven, unlessReplyChannel } from '../../reachability.ts'
import { accept, isBlank, misdated, refuse, type Step } from '../../step.ts'
import type { ReplyChannel } from '../../tables/channels.ts'

export interface RecordContactAttempt {
  channel: ReplyChannel
  attemptedOn: LocalDate
  reached: boolean
  note: string
}

export const recordContactAttempt: Step<RecordContactAttempt, ContactAttempted> = {
  title: 'Consigner un essai de communication',
  room: 'intake',
  act: 'RECEIVE',
  barred: complaint => unlessOpen(complaint) ?? unlessReplyChannel(complaint),
  writes: ({ note }) => [{ field: 'note', text: note }],

  decide(complaint, { channel, attemptedOn, reached, note }, stamp) {
    const foreign = unlessGiven(channel, complaint)
    if (foreign) return refuse(foreign, 'channel')
    const flaw = misdated(attemptedOn, complaint, stamp)
    if (flaw) return refuse(flaw, 'attemptedOn')
    if (isBlank(note)) return refuse('TEXT_MISSING', 'note')
    return accept({ type: 'CONTACT_ATTEMPTED', channel, attemptedOn, reached, note })
  },
}
