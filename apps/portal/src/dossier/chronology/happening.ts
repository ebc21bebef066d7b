import { ministryTimeZone, type Recorded } from '@bienfonde/domain'
import type { Words } from './Telling.ts'
import { told } from './told.ts'

const hour = new Intl.DateTimeFormat('fr-CA', { timeStyle: 'short', timeZone: ministryTimeZone })

/** What somebody has just done, in one sentence: « Nadia Caron a consigné à 14 h 05 : « Une note est ajoutée. » ». */
export const happening = (line: Recorded, words: Words): string =>
  `${words.staff(line.by)} a consigné à ${hour.format(new Date(line.at))} : « ${told(line, words).title} »`
