import { frenchDate } from '../calendar/frenchDate.ts'
import { labelOf } from '../tables/entry.ts'
import { authorizationAnswers } from '../tables/procedure.ts'
import { bodyLabel } from '../tables/referrals.ts'
import type { Tellers } from './Telling.ts'
import { channelWord, listed } from './words.ts'

export const transfer: Tellers<
  | 'COMPLAINANT_REFERRED'
  | 'TRANSFER_AUTHORIZATION_REQUESTED'
  | 'TRANSFER_AUTHORIZATION_RECORDED'
  | 'CONCERTATION_RECORDED'
  | 'COMPLAINT_TRANSFERRED'
> = {
  COMPLAINANT_REFERRED: event => ({
    title: `La personne est dirigée vers : ${listed(event.bodies.map(bodyLabel))} (${channelWord(event.channel)}).`,
    contents: [{ label: 'Explication donnée', text: event.explanation }],
  }),
  TRANSFER_AUTHORIZATION_REQUESTED: event => ({
    title: `L’autorisation de transférer est demandée à la personne ${channelWord(event.channel)}.`,
    contents: [
      { label: 'Organisme', text: bodyLabel(event.body) },
      { label: 'Ce qui a été expliqué', text: event.explained },
    ],
  }),
  TRANSFER_AUTHORIZATION_RECORDED: event => ({
    title: `La réponse de la personne au transfert est consignée : ${labelOf(authorizationAnswers, event.answer).toLowerCase()}.`,
    contents: [{ label: 'Répondu le', text: frenchDate(event.answeredOn) }],
  }),
  CONCERTATION_RECORDED: event => ({
    title: event.accepts
      ? 'L’organisme accepte de recevoir la plainte.'
      : 'L’organisme décline : le motif est à examiner de nouveau.',
    tone: event.accepts ? 'success' : 'warning',
    contents: [
      { label: 'Concertation du', text: frenchDate(event.heldOn) },
      { label: 'Résumé', text: event.summary },
    ],
  }),
  COMPLAINT_TRANSFERRED: (event, { matter }) => ({
    title: `${matter(event.matter)} est transféré à l’organisme.`,
    tone: 'success',
    contents: [
      { label: 'Transmis le', text: frenchDate(event.sentOn) },
      { label: 'Ce qui est transmis', text: event.transmitted },
    ],
  }),
}
