import type { MatterId, TransferAuthorizationRequested } from '../../events.ts'
import { unlessInProgress, unlessOutsideResponsibility } from '../../progress.ts'
import { unlessGiven, unlessReplyChannel } from '../../reachability.ts'
import { accept, isBlank, refuse, type Step } from '../../step.ts'
import type { ExchangeChannel } from '../../tables/channels.ts'
import { type BodyReference, lacksName } from '../../tables/referrals.ts'

export interface RequestTransferAuthorization {
  matter: MatterId
  body: BodyReference
  channel: ExchangeChannel
  /** What was explained: what would be sent, to whom, why, and that the person may refuse. */
  explained: string
}

export const requestTransferAuthorization: Step<RequestTransferAuthorization, TransferAuthorizationRequested> = {
  title: 'Demander l’autorisation de transférer',
  room: 'transfer',
  act: 'DECIDE',
  barred: complaint => unlessInProgress(complaint) ?? unlessReplyChannel(complaint),
  barredOn: unlessOutsideResponsibility,
  writes: ({ explained, body }) => [
    { field: 'explained', text: explained },
    { field: 'body.name', text: body.name, mayName: true },
  ],

  decide(complaint, { matter, body, channel, explained }) {
    if (lacksName(body)) return refuse('BODY_NAME_MISSING', 'body')
    if (isBlank(explained)) return refuse('EXPLANATION_MISSING', 'explained')
    const foreign = unlessGiven(channel, complaint)
    if (foreign) return refuse(foreign, 'channel')
    return accept({ type: 'TRANSFER_AUTHORIZATION_REQUESTED', matter, body, channel, explained })
  },
}
