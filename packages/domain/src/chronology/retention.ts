import { frenchDate } from '../calendar/frenchDate.ts'
import type { Tellers } from './Telling.ts'

export const retention: Tellers<
  'COMPLAINT_REOPENED' | 'RETENTION_REVIEW_OPENED' | 'IDENTITY_ERASED' | 'LEGAL_HOLD_PLACED' | 'LEGAL_HOLD_LIFTED'
> = {
  RETENTION_REVIEW_OPENED: ({ closedOn }) => ({
    title: `La conservation est à réexaminer, le dossier étant fermé depuis le ${frenchDate(closedOn)}.`,
    tone: 'info',
  }),
  COMPLAINT_REOPENED: event => ({
    title: 'Le dossier est rouvert ; la décision antérieure demeure.',
    tone: 'info',
    contents: [
      { label: 'Faits nouveaux', text: event.newFacts },
      { label: 'Nouvelle échéance de réponse', text: frenchDate(event.replyDueOn) },
    ],
  }),
  IDENTITY_ERASED: event => ({
    title: 'L’identité de la personne est effacée pour de bon.',
    tone: 'warning',
    contents: [
      { label: 'Règle de conservation', text: event.schedule },
      { label: 'Raison', text: event.reason },
    ],
  }),
  LEGAL_HOLD_PLACED: event => ({
    title: `L’effacement est suspendu (${event.reference}).`,
    contents: [{ label: 'Raison', text: event.reason }],
  }),
  LEGAL_HOLD_LIFTED: event => ({
    title: 'La suspension de l’effacement est levée.',
    contents: [{ label: 'Raison', text: event.reason }],
  }),
}
