import { frenchDate } from '../calendar/frenchDate.ts'
import { followUpKindOf } from '../followUps.ts'
import { labelOf } from '../tables/entry.ts'
import { recommendationAnswers } from '../tables/procedure.ts'
import type { Tellers } from './Telling.ts'

const asked = (id: string) =>
  followUpKindOf({ id }) === 'IMPROVEMENT' ? 'la piste d’amélioration' : 'la recommandation'

export const followUp: Tellers<
  'RECOMMENDATION_ANSWERED' | 'IMPLEMENTATION_RECORDED' | 'RECOMMENDATION_CLOSED' | 'THEME_LINKED'
> = {
  THEME_LINKED: event => ({
    title: `Le dossier est relié au thème « ${event.title} ».`,
    contents: [{ label: 'Raison', text: event.reason }],
  }),
  RECOMMENDATION_ANSWERED: event => ({
    title: `Le secteur répond à ${asked(event.recommendation)} : ${labelOf(recommendationAnswers, event.answer).toLowerCase()}.`,
    contents: [
      { label: 'Plan ou raison', text: event.plan },
      { label: 'Mise en œuvre prévue le', text: event.dueOn && frenchDate(event.dueOn) },
    ],
  }),
  IMPLEMENTATION_RECORDED: event => ({
    title: `Ce que demande ${asked(event.recommendation)} est mis en œuvre le ${frenchDate(event.implementedOn)}.`,
    tone: 'success',
    contents: [{ label: 'Preuve', text: event.evidence }],
  }),
  RECOMMENDATION_CLOSED: event => ({
    title: `Le suivi de ${asked(event.recommendation)} est terminé.`,
    contents: [{ label: 'Raison', text: event.reason }],
  }),
}
