import type { LocalDate } from '../../calendar/localDate.ts'
import type { SectorCode } from '../../confidentiality/permits.ts'
import type { DisclosureConsentWithdrawn } from '../../events.ts'
import { accept, misdated, refuse, type Step } from '../../step.ts'
import type { ExchangeChannel } from '../../tables/channels.ts'

export interface WithdrawDisclosureConsent {
  sector: SectorCode
  channel: ExchangeChannel
  withdrawnOn: LocalDate
}

const standingGrant = ({ answer, withdrawnOn }: { answer: string | null; withdrawnOn: string | null }) =>
  answer === 'GRANTED' && withdrawnOn === null

/** Takes effect at the next request; anyone at the Secretariat who hears it records it, even on a closed dossier. */
export const withdrawDisclosureConsent: Step<WithdrawDisclosureConsent, DisclosureConsentWithdrawn> = {
  title: 'Consigner le retrait de la permission',
  room: 'confidentiality',
  act: 'RECEIVE',
  barred: ({ consents }) => (consents.some(standingGrant) ? undefined : 'NO_CONSENT_GRANTED'),

  decide(complaint, { sector, channel, withdrawnOn }, stamp) {
    const grant = complaint.consents.findLast(consent => consent.sector === sector)
    if (!grant || !standingGrant(grant)) return refuse('NO_CONSENT_GRANTED', 'sector')
    const flaw = misdated(withdrawnOn, complaint, stamp)
    if (flaw) return refuse(flaw, 'withdrawnOn')
    if (grant.answeredOn && withdrawnOn < grant.answeredOn) return refuse('DATE_BEFORE_REQUEST', 'withdrawnOn')
    return accept({ type: 'DISCLOSURE_CONSENT_WITHDRAWN', sector, channel, withdrawnOn })
  },
}
