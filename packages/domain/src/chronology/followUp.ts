import { frenchDate } from '../calendar/frenchDate.ts'
import { labelOf } from '../tables/entry.ts'
import { recommendationAnswers } from '../tables/procedure.ts'
import type { Tellers } from './Telling.ts'

export const followUp: Tellers<'RECOMMENDATION_ANSWERED' | 'IMPLEMENTATION_RECORDED' | 'RECOMMENDATION_CLOSED'> = {
  RECOMMENDATION_ANSWERED: event => ({
    title: `Le secteur répond à la recommandation : ${labelOf(recommendationAnswers, event.answer).toLowerCase()}.`,
    contents: [
      { label: 'Plan ou raison', text: event.plan },
      { label: 'Mise en œuvre prévue le', text: event.dueOn && frenchDate(event.dueOn) },
    ],
  }),
  IMPLEMENTATION_RECORDED: event => ({
    title: `La recommandation est mise en œuvre le ${frenchDate(event.implementedOn)}.`,
    tone: 'success',
    contents: [{ label: 'Preuve', text: event.evidence }],
  }),
  RECOMMENDATION_CLOSED: event => ({
    title: 'Le suivi de la recommandation est terminé.',
    contents: [{ label: 'Raison', text: event.reason }],
  }),
}
