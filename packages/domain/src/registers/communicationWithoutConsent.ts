import { type AdministrationRefusal, flawOf } from '../administration/administrationRefusals.ts'
import type { LocalDate } from '../calendar/localDate.ts'
import { registerTextFlaw } from './registerText.ts'

/** Personal information given to somebody without the person's consent, as a public body must keep it in a register. */
export interface CommunicationWithoutConsent {
  readonly madeOn: LocalDate
  /** Who received it. */
  readonly recipient: string
  /** The nature or type of the information. */
  readonly nature: string
  readonly purpose: string
  readonly outsideQuebec: boolean
  /** What justifies it. */
  readonly reason: string
  /** The number of the dossier, when it comes from one. */
  readonly fileNumber: string
}

const missing = {
  recipient: 'RECIPIENT_MISSING',
  nature: 'NATURE_MISSING',
  purpose: 'PURPOSE_MISSING',
  reason: 'COMMUNICATION_REASON_MISSING',
} as const
const texts = Object.keys(missing) as (keyof typeof missing)[]

/** The communication as it is kept. */
export const tidyCommunication = (communication: CommunicationWithoutConsent): CommunicationWithoutConsent => ({
  ...communication,
  ...Object.fromEntries([...texts, 'fileNumber' as const].map(name => [name, communication[name].trim()])),
})

/** What is wrong with a communication about to enter the register on this day. */
export function communicationFlaws(
  communication: CommunicationWithoutConsent,
  today: LocalDate,
): AdministrationRefusal[] {
  const kept = tidyCommunication(communication)
  return [
    ...flawOf('madeOn', kept.madeOn ? kept.madeOn > today && 'DAY_TO_COME' : 'MADE_ON_MISSING'),
    ...texts.flatMap(name => flawOf(name, kept[name] ? registerTextFlaw(kept[name]) : missing[name])),
    ...flawOf('fileNumber', kept.fileNumber !== '' && !/^\d{4}-\d{6}$/.test(kept.fileNumber) && 'FILE_NUMBER_INVALID'),
  ]
}
