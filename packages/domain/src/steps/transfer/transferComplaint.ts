import type { LocalDate } from '../../calendar/localDate.ts'
import type { ComplaintTransferred, MatterId } from '../../events.ts'
import { unlessOpen } from '../../progress.ts'
import { unlessReplyChannel } from '../../reachability.ts'
import { accept, isBlank, misdated, refuse, type Step } from '../../step.ts'
import { unlessAuthorized } from './authorized.ts'

export interface TransferComplaint {
  matter: MatterId
  /** What was sent to the body. */
  transmitted: string
  sentOn: LocalDate
}

export const transferComplaint: Step<TransferComplaint, ComplaintTransferred> = {
  title: 'Transférer la plainte',
  room: 'transfer',
  act: 'DECIDE',
  barred: complaint => unlessOpen(complaint) ?? unlessReplyChannel(complaint),
  barredOn: matter => unlessAuthorized(matter) ?? (matter.transfer?.bodyAccepts ? undefined : 'CONCERTATION_MISSING'),
  writes: ({ transmitted }) => [{ field: 'transmitted', text: transmitted }],

  decide(complaint, { matter, transmitted, sentOn }, stamp) {
    if (isBlank(transmitted)) return refuse('TEXT_MISSING', 'transmitted')
    const flaw = misdated(sentOn, complaint, stamp)
    if (flaw) return refuse(flaw, 'sentOn')
    const agreedOn = complaint.matters.find(({ id }) => id === matter)?.transfer?.agreedOn
    if (agreedOn && sentOn < agreedOn) return refuse('DATE_BEFORE_CONCERTATION', 'sentOn')
    return accept({ type: 'COMPLAINT_TRANSFERRED', matter, transmitted, sentOn })
  },
}
