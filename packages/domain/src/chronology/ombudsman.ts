import { frenchDate } from '../calendar/frenchDate.ts'
import { labelOf } from '../tables/entry.ts'
import { escalationInitiators, packageBases } from '../tables/procedure.ts'
import type { Tellers } from './Telling.ts'

export const ombudsman: Tellers<
  'ESCALATED_TO_OMBUDSMAN' | 'PACKAGE_PREPARED' | 'OMBUDSMAN_REQUEST_RECORDED' | 'OMBUDSMAN_CONCLUSION_RECORDED'
> = {
  ESCALATED_TO_OMBUDSMAN: event => ({
    title: `Le Protecteur du citoyen est saisi le ${frenchDate(event.escalatedOn)}.`,
    tone: 'info',
    contents: [
      { label: 'À la demande de', text: labelOf(escalationInitiators, event.initiatedBy) },
      { label: 'Son numéro de dossier', text: event.ombudsmanFileNumber },
      {
        label: 'Consentement de la personne',
        text: event.consentGivenOn && `Donné le ${frenchDate(event.consentGivenOn)}`,
      },
      { label: 'Raison', text: event.reason },
    ],
  }),
  PACKAGE_PREPARED: event => ({
    title: `Un dossier est préparé pour le Protecteur du citoyen, ${event.withIdentity ? 'avec' : 'sans'} l’identité.`,
    contents: [
      { label: 'Fondement', text: labelOf(packageBases, event.basis) },
      { label: 'Référence', text: event.reference },
    ],
  }),
  OMBUDSMAN_REQUEST_RECORDED: event => ({
    title: `Le Protecteur du citoyen adresse une demande le ${frenchDate(event.receivedOn)}.`,
    contents: [
      { label: 'Demande', text: event.text },
      { label: 'Réponse attendue le', text: event.dueOn && frenchDate(event.dueOn) },
      { label: 'Demande fondée sur la loi', text: event.legalDemand },
      { label: 'Son numéro de dossier', text: event.ombudsmanFileNumber },
      {
        label: 'Consentement de la personne',
        text: event.consentGivenOn && `Donné le ${frenchDate(event.consentGivenOn)}`,
      },
    ],
  }),
  OMBUDSMAN_CONCLUSION_RECORDED: event => ({
    title: `Le Protecteur du citoyen rend sa conclusion le ${frenchDate(event.receivedOn)}.`,
    contents: [
      { label: 'Conclusion', text: event.conclusion },
      { label: 'Recommandations', text: event.recommendations.join('\n') },
    ],
  }),
}
