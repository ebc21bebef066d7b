import { frenchDate } from '@bienfonde/domain'
import type { Tellers } from './Telling.ts'
import { channelWord } from './words.ts'

export const result: Tellers<'COMPLAINANT_INFORMED' | 'IMPOSSIBILITY_TO_INFORM_RECORDED'> = {
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
