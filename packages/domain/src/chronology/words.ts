import type { ExchangeChannel } from '../tables/channels.ts'

const channels: Record<ExchangeChannel, string> = {
  EMAIL: 'par courriel',
  PHONE: 'par téléphone',
  MAIL: 'par la poste',
  COUNTER: 'en personne, au comptoir',
}

/** « par courriel », « par téléphone », « par la poste », « en personne, au comptoir ». */
export const channelWord = (channel: ExchangeChannel): string => channels[channel]

/** « un, deux et trois ». */
export const listed = (items: readonly string[]): string => new Intl.ListFormat('fr-CA').format(items)
