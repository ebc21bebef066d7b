import { addBusinessDays, nextBusinessDay } from '../../calendar/businessDays.ts'
import { isLocalDate, type LocalDate } from '../../calendar/localDate.ts'
import type { ReplyDateExtended } from '../../events.ts'
import { unlessOpen } from '../../progress.ts'
import { hasReplyChannel, isWritten, unlessGiven } from '../../reachability.ts'
import { accept, isBlank, type Optional, refuse, type Step } from '../../step.ts'
import type { ReplyChannel } from '../../tables/channels.ts'

export interface ExtendReplyDate {
  /** The new date; one that falls on a holiday moves to the next business day. */
  to: LocalDate
  reason: string
  /** In writing, unless the person can only be told by telephone. */
  channel?: Optional<ReplyChannel>
  /** The written notice that tells the person the new date and why. */
  notice: string
}

export const extendReplyDate: Step<ExtendReplyDate, ReplyDateExtended> = {
  title: 'Reporter la date de réponse',
  room: 'analysis',
  act: 'DECIDE',
  barred: unlessOpen,
  writes: ({ reason, notice }) => [
    { field: 'reason', text: reason },
    { field: 'notice', text: notice },
  ],

  decide(complaint, { to, reason, channel, notice }, { settings, on }) {
    const from = complaint.clock?.replyDueOn
    if (!from) return refuse('NOT_REGISTERED')
    if (!isLocalDate(to)) return refuse('DATE_INVALID', 'to')
    const moved = nextBusinessDay(to, settings.calendar)
    if (to < on) return refuse('DATE_IN_PAST', 'to')
    if (moved <= from) return refuse('DATE_NOT_LATER', 'to')
    // A notice sent late counts from the day it is sent.
    const [latest = from] = [from, on].sort().reverse()
    const furthest = addBusinessDays(latest, settings.delays.longestExtension, settings.calendar)
    if (moved > furthest) return refuse('EXTENSION_TOO_LONG', 'to')
    if (isBlank(reason)) return refuse('REASON_MISSING', 'reason')
    if (hasReplyChannel(complaint) && (!channel || isBlank(notice))) return refuse('NOTICE_MISSING', 'notice')
    const foreign = channel && unlessGiven(channel, complaint)
    if (foreign) return refuse(foreign, 'channel')
    if (channel && !isWritten(channel) && complaint.registration?.replyChannels.some(isWritten))
      return refuse('NOTICE_NOT_WRITTEN', 'channel')
    return accept({ type: 'REPLY_DATE_EXTENDED', from, to: moved, reason, channel: channel ?? null, notice })
  },
}
