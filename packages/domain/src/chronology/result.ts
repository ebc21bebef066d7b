import { frenchDate } from '../calendar/frenchDate.ts'
import { labelOf } from '../tables/entry.ts'
import { sendingFailures } from '../tables/sending.ts'
import type { Tellers } from './Telling.ts'
import { channelWord } from './words.ts'

export const result: Tellers<
  | 'COMPLAINANT_INFORMED'
  | 'IMPOSSIBILITY_TO_INFORM_RECORDED'
  | 'LETTER_SENT'
  | 'LETTER_NOT_SENT'
  | 'LETTER_POSTED'
  | 'LETTER_SENDING_ASKED'
> = {
  LETTER_SENT: ({ line }) => ({
    title: `La lettre de l’acte ${line} est partie par courriel.`,
    tone: 'success',
  }),
  LETTER_NOT_SENT: ({ line, failure }) => ({
    title: `La lettre de l’acte ${line} n’est pas partie.`,
    tone: 'danger',
    contents: [{ label: 'Cause', text: labelOf(sendingFailures, failure) }],
  }),
  LETTER_POSTED: ({ line, postedOn }) => ({
    title: `La lettre de l’acte ${line} a été imprimée et postée le ${frenchDate(postedOn)}.`,
    tone: 'success',
  }),
  LETTER_SENDING_ASKED: ({ line }) => ({ title: `La lettre de l’acte ${line} est à envoyer de nouveau par courriel.` }),
  COMPLAINANT_INFORMED: event => ({
    title: `La personne est avisée du résultat ${channelWord(event.channel)} ; le dossier est fermé.`,
    tone: 'success',
    contents: [
      { label: 'Envoyé le', text: frenchDate(event.sentOn) },
      { label: 'Avis', text: event.text },
      { label: 'Absence de recommandation', text: event.noRecommendationReason },
      { label: 'Avis en anglais', text: event.english?.ground },
    ],
  }),
  IMPOSSIBILITY_TO_INFORM_RECORDED: event => ({
    title: 'Il est impossible d’aviser la personne ; le dossier est fermé.',
    tone: 'warning',
    contents: [
      { label: 'Raison', text: event.reason },
      { label: 'Absence de recommandation', text: event.noRecommendationReason },
    ],
  }),
}
