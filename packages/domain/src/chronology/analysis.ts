import { frenchDate } from '../calendar/frenchDate.ts'
import { latenessCauses, milestoneKinds, owedMilestones, reminderHearers, reminderRungs } from '../tables/delays.ts'
import { labelOf } from '../tables/entry.ts'
import { consultationPurposes, suspensionCauses } from '../tables/procedure.ts'
import type { Tellers } from './Telling.ts'
import { channelWord } from './words.ts'

export const analysis: Tellers<
  | 'SECTOR_CONSULTED'
  | 'SECTOR_REPLIED'
  | 'CONSULTATION_CANCELLED'
  | 'COPY_RELEASED'
  | 'CLOCK_SUSPENDED'
  | 'CLOCK_RESUMED'
  | 'REPLY_DATE_EXTENDED'
  | 'DUE_DATES_RECOUNTED'
  | 'MILESTONE_REMINDED'
  | 'LATENESS_EXPLAINED'
> = {
  MILESTONE_REMINDED: ({ milestone, rung, heard, sector: code, dueOn }, { sector }) => ({
    title: `${labelOf(reminderRungs, rung)} : ${labelOf(milestoneKinds, milestone).toLowerCase()}, échéance du ${frenchDate(dueOn)}.`,
    tone: rung === 'ESCALATION' ? 'warning' : 'info',
    contents: [
      { label: 'À', text: labelOf(reminderHearers, heard) },
      { label: 'Secteur', text: code && sector(code) },
    ],
  }),
  LATENESS_EXPLAINED: ({ milestone, dueOn, cause, sector: code, reason }, { sector }) => ({
    title: `Le retard est expliqué : ${labelOf(owedMilestones, milestone).toLowerCase()}, échéance du ${frenchDate(dueOn)}.`,
    tone: 'warning',
    contents: [
      { label: 'Cause', text: labelOf(latenessCauses, cause) },
      { label: 'Secteur qui en répond', text: code && sector(code) },
      { label: 'Raison', text: reason },
    ],
  }),
  SECTOR_CONSULTED: (event, { sector }) => ({
    title: `Le secteur ${sector(event.sector)} est consulté.`,
    tone: 'info',
    contents: [
      { label: 'But', text: labelOf(consultationPurposes, event.purpose) },
      { label: 'Exposé transmis', text: event.statement },
      { label: 'Question', text: event.question },
      { label: 'Réponse attendue le', text: frenchDate(event.dueOn) },
    ],
  }),
  SECTOR_REPLIED: event => ({
    title: 'Le secteur répond à la consultation.',
    contents: [
      { label: 'Réponse', text: event.reply },
      { label: 'Répondu le', text: frenchDate(event.repliedOn) },
    ],
  }),
  CONSULTATION_CANCELLED: event => ({
    title: 'La consultation est annulée.',
    contents: [{ label: 'Raison', text: event.reason }],
  }),
  COPY_RELEASED: event => ({
    title: 'Une copie sans métadonnées est remise au secteur.',
    tone: 'info',
    contents: [
      { label: 'Document', text: event.description },
      { label: 'Empreinte de la copie (SHA-256)', text: event.sha256 },
      { label: 'Empreinte de l’original (SHA-256)', text: event.originalSha256 },
    ],
  }),
  CLOCK_SUSPENDED: event => ({
    title: `Le délai de réponse est suspendu à partir du ${frenchDate(event.from)}.`,
    tone: 'warning',
    contents: [
      { label: 'Cause', text: labelOf(suspensionCauses, event.cause) },
      { label: 'Raison', text: event.reason },
    ],
  }),
  CLOCK_RESUMED: event => ({
    title: `Le délai de réponse court de nouveau à partir du ${frenchDate(event.to)}.`,
    contents: [
      { label: 'Raison', text: event.reason },
      { label: 'Nouvelle échéance', text: frenchDate(event.replyDueOn) },
    ],
  }),
  REPLY_DATE_EXTENDED: event => ({
    title: `L’échéance de réponse passe du ${frenchDate(event.from)} au ${frenchDate(event.to)}.`,
    tone: 'warning',
    contents: [
      { label: 'Raison', text: event.reason },
      { label: 'Avis écrit', text: event.channel && channelWord(event.channel) },
      { label: 'Texte de l’avis', text: event.notice },
    ],
  }),
  DUE_DATES_RECOUNTED: event => ({
    title: 'Les échéances sont recomptées : le calendrier du Ministère a changé.',
    tone: 'info',
    contents: [
      { label: 'Accusé de réception', text: frenchDate(event.acknowledgementDueOn) },
      { label: 'Réponse', text: frenchDate(event.replyDueOn) },
      { label: 'Journal de l’administration', text: `ligne ${event.line}` },
    ],
  }),
}
