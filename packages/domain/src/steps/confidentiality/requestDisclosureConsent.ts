import type { SectorCode } from '../../confidentiality/permits.ts'
import type { DisclosureConsentRequested } from '../../events.ts'
import { unlessInProgress } from '../../progress.ts'
import { unlessGiven, unlessReplyChannel } from '../../reachability.ts'
import { accept, isBlank, refuse, type Step } from '../../step.ts'
import type { ExchangeChannel } from '../../tables/channels.ts'
import type { InformationCategory } from '../../tables/procedure.ts'

export interface RequestDisclosureConsent {
  sectors: SectorCode[]
  /** Why the analysis needs it. */
  purpose: string
  categories: InformationCategory[]
  /** What was explained to the person, in simple terms. */
  explained: string
  /** The person was told what follows from giving and from refusing. */
  consequencesExplained: boolean
  channel: ExchangeChannel
}

export const requestDisclosureConsent: Step<RequestDisclosureConsent, DisclosureConsentRequested> = {
  title: 'Demander la permission de lever l’anonymat',
  room: 'confidentiality',
  act: 'DECIDE',
  barred: complaint => {
    const closed = unlessInProgress(complaint)
    if (closed) return closed
    if (complaint.registration?.anonymous) return 'NOTHING_TO_DISCLOSE'
    if (!complaint.matters.some(({ stage }) => stage === 'UNDER_ANALYSIS')) return 'NOT_UNDER_ANALYSIS'
    return unlessReplyChannel(complaint)
  },
  writes: ({ purpose, explained }) => [
    { field: 'purpose', text: purpose },
    { field: 'explained', text: explained },
  ],

  decide(complaint, command, { on }) {
    const { consents } = complaint
    const { sectors, purpose, categories, explained, channel } = command
    if (sectors.length === 0) return refuse('SECTOR_MISSING', 'sectors')
    const pending = (sector: SectorCode) => consents.findLast(consent => consent.sector === sector)?.answer === null
    if (sectors.some(pending)) return refuse('CONSENT_PENDING', 'sectors')
    if (isBlank(purpose)) return refuse('PURPOSE_MISSING', 'purpose')
    if (categories.length === 0) return refuse('CATEGORY_MISSING', 'categories')
    if (isBlank(explained)) return refuse('EXPLANATION_MISSING', 'explained')
    if (!command.consequencesExplained) return refuse('CONSEQUENCES_NOT_EXPLAINED', 'consequencesExplained')
    const foreign = unlessGiven(channel, complaint)
    if (foreign) return refuse(foreign, 'channel')
    return accept({
      type: 'DISCLOSURE_CONSENT_REQUESTED',
      sectors: [...new Set(sectors)],
      purpose,
      categories: [...new Set(categories)],
      explained,
      channel,
      askedOn: on,
    })
  },
}
