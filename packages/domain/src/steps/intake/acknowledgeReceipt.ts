import type { LocalDate } from '../../calendar/localDate.ts'
import type { ReceiptAcknowledged } from '../../events.ts'
import { unlessOpen } from '../../progress.ts'
import { unlessGiven, unlessReplyChannel } from '../../reachability.ts'
import { accept, isBlank, misdated, refuse, type Step } from '../../step.ts'
import type { ReplyChannel } from '../../tables/channels.ts'

export interface AcknowledgeReceipt {
  channel: ReplyChannel
  sentOn: LocalDate
  /** What the person was told, without their name. */
  text: string
}

export const acknowledgeReceipt: Step<AcknowledgeReceipt, ReceiptAcknowledged> = {
  title: 'Accuser réception',
  room: 'intake',
  act: 'PREPARE',
  barred: complaint =>
    unlessOpen(complaint) ?? (complaint.acknowledgedOn ? 'ALREADY_ACKNOWLEDGED' : unlessReplyChannel(complaint)),
  writes: ({ text }) => [{ field: 'text', text }],

  decide(complaint, { channel, sentOn, text }, stamp) {
    const foreign = unlessGiven(channel, complaint)
    if (foreign) return refuse(foreign, 'channel')
    const flaw = misdated(sentOn, complaint, stamp)
    if (flaw) return refuse(flaw, 'sentOn')
    if (isBlank(text)) return refuse('TEXT_MISSING', 'text')
    return accept({ type: 'RECEIPT_ACKNOWLEDGED', channel, sentOn, text })
  },
}
