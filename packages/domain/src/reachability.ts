import type { Complaint } from './complaint.ts'
import type { ExchangeChannel, ReplyChannel } from './tables/channels.ts'
import type { RefusalCode } from './tables/refusals.ts'
import type { Settings } from './tables/settings.ts'

/** True when the person gave a way to reach them. */
export const hasReplyChannel = ({ registration }: Complaint): boolean => (registration?.replyChannels.length ?? 0) > 0

/** True when no channel was given, or when the recorded attempts since the last contact were all fruitless. */
export function isUnreachable(complaint: Complaint, { attemptsBeforeUnreachable }: Settings): boolean {
  if (!hasReplyChannel(complaint)) return true
  const reachedAt = complaint.contactAttempts.findLastIndex(({ reached }) => reached)
  return complaint.contactAttempts.length - 1 - reachedAt >= attemptsBeforeUnreachable
}

/** Bars what can only be told or asked through a channel that the person gave. */
export const unlessReplyChannel = (complaint: Complaint): RefusalCode | undefined =>
  hasReplyChannel(complaint) ? undefined : 'NO_REPLY_CHANNEL'

/** True for a way that leaves the person something to read again. */
export const isWritten = (channel: ReplyChannel): boolean => channel !== 'PHONE'

/** Bars a way of speaking to the person that they did not give; face to face, none needs to be given. */
export const unlessGiven = (channel: ExchangeChannel, { registration }: Complaint): RefusalCode | undefined =>
  channel === 'COUNTER' || registration?.replyChannels.includes(channel) ? undefined : 'CHANNEL_NOT_GIVEN'
