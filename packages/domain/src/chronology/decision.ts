import { frenchDate } from '../calendar/frenchDate.ts'
import { assessmentCriteria } from '../tables/assessmentCriteria.ts'
import { intakeChannels } from '../tables/channels.ts'
import { labelOf } from '../tables/entry.ts'
import { prejudices } from '../tables/prejudices.ts'
import { withoutFurtherActionCauses } from '../tables/procedure.ts'
import type { Tellers } from './Telling.ts'

export const decision: Tellers<
  | 'MERITS_ASSESSED'
  | 'CLOSED_WITHOUT_FURTHER_ACTION'
  | 'RECOMMENDATION_FORMULATED'
  | 'IMPROVEMENT_SUGGESTED'
  | 'COMPLAINT_WITHDRAWN'
> = {
  MERITS_ASSESSED: (event, { matter }) => ({
    title: `${matter(event.matter)} est jugé ${event.finding === 'FOUNDED' ? 'fondé' : 'non fondé'}.`,
    tone: event.finding === 'FOUNDED' ? 'warning' : 'success',
    contents: [
      ...event.criteria.map(({ criterion, met, reason, standard, gap, rule }) => ({
        label: `${labelOf(assessmentCriteria, criterion)} : ${met ? 'retenu' : 'non retenu'}`,
        text: [reason, standard && `Norme : ${standard}.`, gap && `Écart : ${gap}.`, rule && `Règle : ${rule}.`]
          .filter(Boolean)
          .join(' '),
      })),
      { label: 'Préjudice', text: `${labelOf(prejudices, event.prejudice)}. ${event.prejudiceReason}` },
      { label: 'Motifs de la décision', text: event.reasons },
    ],
  }),
  CLOSED_WITHOUT_FURTHER_ACTION: (event, { matter }) => ({
    title: `${matter(event.matter)} est classé sans suite.`,
    tone: 'warning',
    contents: [
      { label: 'Cause', text: labelOf(withoutFurtherActionCauses, event.cause) },
      { label: 'Ce qui empêche de connaître les faits', text: event.facts },
      { label: 'Motifs de la décision', text: event.reasons },
    ],
  }),
  RECOMMENDATION_FORMULATED: (event, { sector }) => ({
    title: `Une recommandation est adressée au secteur ${sector(event.sector)}.`,
    contents: [
      { label: 'Recommandation', text: event.text },
      { label: 'Attendue le', text: event.dueOn && frenchDate(event.dueOn) },
    ],
  }),
  IMPROVEMENT_SUGGESTED: (event, { sector }) => ({
    title: `Une piste d’amélioration est proposée au secteur ${sector(event.sector)}.`,
    contents: [
      { label: 'Piste', text: event.text },
      { label: 'Attendue le', text: event.dueOn && frenchDate(event.dueOn) },
    ],
  }),
  COMPLAINT_WITHDRAWN: event => ({
    title: `La personne se désiste (${labelOf(intakeChannels, event.channel).toLowerCase()}).`,
    tone: 'warning',
    contents: [
      { label: 'Désistement du', text: frenchDate(event.withdrawnOn) },
      { label: 'Note', text: event.note },
    ],
  }),
}
