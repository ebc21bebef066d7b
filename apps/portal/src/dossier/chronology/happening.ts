import { ministryTimeZone, type Recorded, told, type Words } from '@bienfonde/domain'

const hour = new Intl.DateTimeFormat('fr-CA', { timeStyle: 'short', timeZone: ministryTimeZone })

/** What somebody has just done: who « a consigné à 14 h 05 », and what. The quotation marks never end a line alone. */
export const happening = (line: Recorded, words: Words): string =>
  `${words.staff(line.by)} a consigné à ${hour.format(new Date(line.at))}\u00a0: «\u00a0${told(line, words).title}\u00a0»`
