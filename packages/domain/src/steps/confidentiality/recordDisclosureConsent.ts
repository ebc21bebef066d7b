import { isLocalDate, type LocalDate } from '../../calendar/localDate.ts'
import type { SectorCode } from '../../confidentiality/permits.ts'
import type { DisclosureConsentRecorded } from '../../events.ts'
import { unlessOpen } from '../../progress.ts'
import { accept, misdated, type Optional, refuse, type Step } from '../../step.ts'
import type { ExchangeChannel } from '../../tables/channels.ts'

export interface RecordDisclosureConsent {
  sector: SectorCode
  granted: boolean
  channel: ExchangeChannel
  answeredOn: LocalDate
  /** The last day of the permission; none when it lasts as long as the analysis. */
  validUntil?: Optional<LocalDate>
}

export const recordDisclosureConsent: Step<RecordDisclosureConsent, DisclosureConsentRecorded> = {
  title: 'Consigner la réponse sur l’anonymat',
  room: 'confidentiality',
  act: 'DECIDE',
  barred: complaint =>
    unlessOpen(complaint) ??
    (complaint.consents.some(({ answer }) => answer === null) ? undefined : 'NO_CONSENT_REQUESTED'),

  decide(complaint, { sector, granted, channel, answeredOn, validUntil }, stamp) {
    const asked = complaint.consents.findLast(consent => consent.sector === sector)
    if (!asked || asked.answer !== null) return refuse('NO_CONSENT_REQUESTED', 'sector')
    const flaw = misdated(answeredOn, complaint, stamp)
    if (flaw) return refuse(flaw, 'answeredOn')
    if (answeredOn < asked.askedOn) return refuse('DATE_BEFORE_REQUEST', 'answeredOn')
    if (validUntil && !isLocalDate(validUntil)) return refuse('DATE_INVALID', 'validUntil')
    if (validUntil && validUntil < answeredOn) return refuse('DATE_BEFORE_REQUEST', 'validUntil')
    return accept({
      type: 'DISCLOSURE_CONSENT_RECORDED',
      sector,
      granted,
      channel,
      answeredOn,
      validUntil: (granted && validUntil) || null,
    })
  },
}
