import type { ReplyChannel } from '@bienfonde/domain'

const channels: Record<ReplyChannel, string> = {
  EMAIL: 'par courriel',
  PHONE: 'par téléphone',
  MAIL: 'par la poste',
}

/** « par courriel », « par téléphone », « par la poste ». */
export const channelWord = (channel: ReplyChannel): string => channels[channel]

/** « un, deux et trois ». */
export const listed = (items: readonly string[]): string => new Intl.ListFormat('fr-CA').format(items)
