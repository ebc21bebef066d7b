import { frenchDate } from '../calendar/frenchDate.ts'
import { labelOf } from '../tables/entry.ts'
import { informationCategories } from '../tables/procedure.ts'
import type { Tellers } from './Telling.ts'
import { channelWord, listed } from './words.ts'

const categories = (codes: readonly string[]) => listed(codes.map(code => labelOf(informationCategories, code)))

export const confidentiality: Tellers<
  'DISCLOSURE_CONSENT_REQUESTED' | 'DISCLOSURE_CONSENT_RECORDED' | 'DISCLOSURE_CONSENT_WITHDRAWN' | 'IDENTITY_OPENED'
> = {
  DISCLOSURE_CONSENT_REQUESTED: (event, { sector }) => ({
    title: `La permission de lever l’anonymat est demandée ${channelWord(event.channel)}.`,
    contents: [
      { label: 'Secteurs', text: listed(event.sectors.map(sector)) },
      { label: 'Renseignements', text: categories(event.categories) },
      { label: 'Pourquoi l’analyse l’exige', text: event.purpose },
      { label: 'Ce qui a été expliqué', text: event.explained },
      { label: 'Demandée le', text: frenchDate(event.askedOn) },
    ],
  }),
  DISCLOSURE_CONSENT_RECORDED: (event, { sector }) => ({
    title: `La personne ${event.granted ? 'accorde' : 'refuse'} la permission pour le secteur ${sector(event.sector)}.`,
    tone: event.granted ? 'success' : 'warning',
    contents: [
      { label: 'Répondu le', text: `${frenchDate(event.answeredOn)}, ${channelWord(event.channel)}` },
      { label: 'Valide jusqu’au', text: event.validUntil && frenchDate(event.validUntil) },
    ],
  }),
  DISCLOSURE_CONSENT_WITHDRAWN: (event, { sector }) => ({
    title: `La personne retire sa permission pour le secteur ${sector(event.sector)}.`,
    tone: 'warning',
    contents: [{ label: 'Retirée le', text: `${frenchDate(event.withdrawnOn)}, ${channelWord(event.channel)}` }],
  }),
  IDENTITY_OPENED: (event, { sector, document }) => ({
    title: `${event.attachment ? 'L’original d’un document' : 'L’identité'} est ${event.attachment ? 'ouvert' : 'ouverte'} ${
      event.sector ? `pour le secteur ${sector(event.sector)}` : 'par le Secrétariat'
    }.`,
    tone: 'warning',
    contents: [
      { label: 'Raison', text: event.reason },
      event.attachment
        ? { label: 'Document', text: document?.(event.attachment) }
        : { label: 'Renseignements', text: categories(event.scope) },
    ],
  }),
}
