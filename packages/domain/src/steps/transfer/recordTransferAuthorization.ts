import type { LocalDate } from '../../calendar/localDate.ts'
import type { MatterId, TransferAuthorizationRecorded } from '../../events.ts'
import { unlessOpen } from '../../progress.ts'
import { accept, misdated, refuse, type Step } from '../../step.ts'
import type { ExchangeChannel } from '../../tables/channels.ts'
import type { AuthorizationAnswer } from '../../tables/procedure.ts'

export interface RecordTransferAuthorization {
  matter: MatterId
  answer: AuthorizationAnswer
  channel: ExchangeChannel
  answeredOn: LocalDate
}

export const recordTransferAuthorization: Step<RecordTransferAuthorization, TransferAuthorizationRecorded> = {
  title: 'Consigner la réponse au transfert',
  room: 'transfer',
  act: 'DECIDE',
  barred: unlessOpen,
  barredOn: ({ stage, transfer }) =>
    stage !== 'IN_TRANSFER' || !transfer
      ? 'NO_TRANSFER_REQUESTED'
      : transfer.answer === null
        ? undefined
        : 'AUTHORIZATION_ANSWERED',

  decide(complaint, { matter, answer, channel, answeredOn }, stamp) {
    const flaw = misdated(answeredOn, complaint, stamp)
    if (flaw) return refuse(flaw, 'answeredOn')
    const requestedOn = complaint.matters.find(({ id }) => id === matter)?.transfer?.requestedOn
    if (requestedOn && answeredOn < requestedOn) return refuse('DATE_BEFORE_REQUEST', 'answeredOn')
    return accept({ type: 'TRANSFER_AUTHORIZATION_RECORDED', matter, answer, channel, answeredOn })
  },
}
