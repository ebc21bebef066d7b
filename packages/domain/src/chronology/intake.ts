import { frenchDate } from '../calendar/frenchDate.ts'
import { intakeChannels, languages, replyChannels, representativeCapacities } from '../tables/channels.ts'
import { labelOf } from '../tables/entry.ts'
import { relations } from '../tables/procedure.ts'
import type { Tellers } from './Telling.ts'
import { channelWord, listed } from './words.ts'

const kilobytes = new Intl.NumberFormat('fr-CA', { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 1 })

export const intake: Tellers<
  | 'COMPLAINT_REGISTERED'
  | 'MATTER_ADDED'
  | 'REGISTRATION_CORRECTED'
  | 'RECEIPT_ACKNOWLEDGED'
  | 'OFFICER_ASSIGNED'
  | 'RESOLVED_INFORMALLY'
  | 'CONTACT_ATTEMPTED'
  | 'COMPLAINANT_MESSAGE_RECORDED'
  | 'RELATED_COMPLAINT_LINKED'
  | 'NOTE_ADDED'
  | 'DOCUMENT_ATTACHED'
> = {
  COMPLAINT_REGISTERED: event => ({
    title: `La plainte${event.anonymous ? ' anonyme' : ''} reçue le ${frenchDate(event.receivedOn)} est inscrite.`,
    tone: 'info',
    contents: [
      { label: 'Mode de réception', text: labelOf(intakeChannels, event.intakeChannel) },
      {
        label: 'Moyens de réponse',
        text: listed(event.replyChannels.map(code => labelOf(replyChannels, code))) || 'Aucun',
      },
      { label: 'Langue', text: event.language === 'FR' ? null : labelOf(languages, event.language) },
      {
        label: 'Représentation',
        text:
          event.representative &&
          `${labelOf(representativeCapacities, event.representative.capacity)} – ${event.representative.authority}`,
      },
      { label: 'Faits connus de la personne depuis le', text: event.factsKnownOn && frenchDate(event.factsKnownOn) },
    ],
  }),
  MATTER_ADDED: (event, { sector }) => ({
    title: `Un motif est inscrit : ${event.subject}.`,
    contents: [
      { label: 'Secteur', text: [sector(event.sector), event.service].filter(Boolean).join(' – ') },
      { label: 'Exposé dépersonnalisé', text: event.statement },
    ],
  }),
  REGISTRATION_CORRECTED: (event, { sector }) => ({
    title: 'L’inscription est corrigée.',
    contents: [
      { label: 'Raison', text: event.reason },
      {
        label: 'Date de réception',
        text: event.registration.receivedOn && frenchDate(event.registration.receivedOn),
      },
      {
        label: 'Mode de réception',
        text: event.registration.intakeChannel && labelOf(intakeChannels, event.registration.intakeChannel),
      },
      {
        label: 'Plainte anonyme',
        text: event.registration.anonymous === undefined ? null : event.registration.anonymous ? 'Oui' : 'Non',
      },
      {
        label: 'Moyens de réponse',
        text:
          event.registration.replyChannels &&
          (listed(event.registration.replyChannels.map(code => labelOf(replyChannels, code))) || 'Aucun'),
      },
      { label: 'Langue', text: event.registration.language && labelOf(languages, event.registration.language) },
      {
        label: 'Représentation',
        text:
          event.registration.representative === null
            ? 'Retirée'
            : event.registration.representative &&
              `${labelOf(representativeCapacities, event.registration.representative.capacity)} – ${event.registration.representative.authority}`,
      },
      {
        label: 'Faits connus de la personne depuis le',
        text:
          event.registration.factsKnownOn === null
            ? 'Retiré'
            : event.registration.factsKnownOn && frenchDate(event.registration.factsKnownOn),
      },
      { label: 'Identité', text: event.registration.identity ? 'Remplacée dans le coffre' : null },
      {
        label: 'Nouvelle échéance de réponse',
        text: event.registration.replyDueOn && frenchDate(event.registration.replyDueOn),
      },
      { label: 'Sujet', text: event.matter?.subject },
      { label: 'Secteur', text: event.matter?.sector && sector(event.matter.sector) },
      { label: 'Service', text: event.matter?.service },
      { label: 'Exposé dépersonnalisé', text: event.matter?.statement },
    ],
  }),
  RECEIPT_ACKNOWLEDGED: event => ({
    title: `Un accusé de réception est envoyé ${channelWord(event.channel)}.`,
    contents: [
      { label: 'Envoyé le', text: frenchDate(event.sentOn) },
      { label: 'Texte', text: event.text },
    ],
  }),
  OFFICER_ASSIGNED: (event, { staff }) => ({ title: `Le dossier est attribué à ${staff(event.officer)}.` }),
  RESOLVED_INFORMALLY: (event, { sector }) => ({
    title: `La situation est réglée de façon informelle avec le secteur ${sector(event.sector)}.`,
    tone: 'success',
    contents: [
      { label: 'Entente', text: event.agreement },
      { label: 'Conclue le', text: frenchDate(event.agreedOn) },
    ],
  }),
  CONTACT_ATTEMPTED: event => ({
    title: event.reached
      ? `La personne est jointe ${channelWord(event.channel)}.`
      : `La personne n’a pu être jointe ${channelWord(event.channel)}.`,
    contents: [
      { label: 'Essai du', text: frenchDate(event.attemptedOn) },
      { label: 'Note', text: event.note },
    ],
  }),
  COMPLAINANT_MESSAGE_RECORDED: event => ({
    title: `Un message de la personne est reçu (${labelOf(intakeChannels, event.channel).toLowerCase()}).`,
    contents: [
      { label: 'Reçu le', text: frenchDate(event.receivedOn) },
      { label: 'Résumé', text: event.summary },
    ],
  }),
  RELATED_COMPLAINT_LINKED: event => ({
    title: `Le dossier est relié au dossier ${event.relatedFileNumber}.`,
    contents: [
      { label: 'Lien', text: labelOf(relations, event.relation) },
      { label: 'Raison', text: event.reason },
    ],
  }),
  NOTE_ADDED: event => ({ title: 'Une note est ajoutée.', contents: [{ label: 'Note', text: event.text }] }),
  DOCUMENT_ATTACHED: event => ({
    title: `Un document est joint : ${event.description}.`,
    contents: [
      { label: 'Taille', text: kilobytes.format(event.bytes / 1_000) },
      { label: 'Empreinte', text: event.sha256 },
    ],
  }),
}
