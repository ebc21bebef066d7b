import { readFileSync } from 'node:fs'
import {
  actingRoles,
  assessmentCriteria,
  escalationInitiators,
  frenchDate,
  labelOf,
  ministryTimeZone,
  outcomes,
  packageBases,
  prejudices,
  type Recorded,
  told,
} from '@bienfonde/domain'
import { stringify } from 'csv-stringify/sync'
import { press } from '../letters/pressLetter.ts'
import type { Part } from './archive.ts'
import type { ToldPackage } from './ToldPackage.ts'

const template = (name: string) => readFileSync(new URL(`../../templates/package/${name}.typ`, import.meta.url), 'utf8')
const moment = new Intl.DateTimeFormat('fr-CA', { dateStyle: 'long', timeStyle: 'short', timeZone: ministryTimeZone })

const profileOf = ({ prepared }: ToldPackage): string => (prepared.withIdentity ? 'avec l’identité' : 'sans l’identité')

/** A page of the package in PDF; the same data always give the same bytes. */
async function paper(name: string, title: string, dossier: ToldPackage, data: object, standard: string) {
  const { fileNumber, on, settings } = dossier
  const common = { title, fileNumber, date: on, unit: settings.contacts.unit, profile: profileOf(dossier) }
  const pressed = await press.press({
    layout: template('layout'),
    template: template(name),
    data: JSON.stringify({ ...common, ...data }),
    pdf: { standard, createdAt: Date.parse(`${on}T12:00:00Z`) / 1000 },
    words: false,
  })
  if ('flaws' in pressed)
    throw new Error(`the ${name} of a package: ${pressed.flaws.map(({ message }) => message).join(' ')}`)
  return Buffer.from(pressed.pdf ?? [])
}

/** The cover: from whom, for whom, on what basis, what is inside; the data of the dossier are attached to it. */
export async function cover(dossier: ToldPackage, parts: readonly Part[], attached: string): Promise<Part> {
  const { complaint, prepared, words, fileNumber, on } = dossier
  const escalation = complaint.escalations.find(({ id }) => id === prepared.escalation)
  const { contact } = prepared
  const data = {
    attached,
    facts: [
      { label: 'Destinataire', value: 'Protecteur du citoyen' },
      { label: 'Numéro de dossier du Protecteur du citoyen', value: escalation?.ombudsmanFileNumber },
      { label: 'Dossier du Ministère', value: fileNumber },
      { label: 'Préparé le', value: frenchDate(on) },
      { label: 'Profil', value: `Envoi ${profileOf(dossier)}` },
      { label: 'Fondement', value: labelOf(packageBases, prepared.basis) },
      { label: 'Référence', value: prepared.reference },
    ],
    sections: [
      {
        title: 'Personne à joindre au Ministère',
        facts: [
          { label: 'Nom', value: contact.name },
          { label: 'Titre', value: contact.title },
          { label: 'Téléphone', value: contact.telephone },
          { label: 'Poste', value: contact.extension },
        ],
      },
      {
        title: 'Recours',
        facts: escalation
          ? [
              { label: 'À la demande de', value: labelOf(escalationInitiators, escalation.initiatedBy) },
              { label: 'Saisi le', value: frenchDate(escalation.escalatedOn) },
              { label: 'Demande fondée sur la loi', value: escalation.legalDemand },
              {
                label: 'Consentement de la personne',
                value: escalation.consentGivenOn && `Donné le ${frenchDate(escalation.consentGivenOn)}`,
              },
            ]
          : [],
      },
      {
        title: 'Motifs de plainte',
        facts: complaint.matters.map(({ id, subject, sector, outcome }) => ({
          label: id,
          value: `${subject} (${words.sector(sector)}) – ${outcome ? labelOf(outcomes, outcome) : 'sans résultat encore'}`,
        })),
      },
    ],
    parts: parts.map(({ name, about }) => ({ name, about })),
    notes: [
      'Chaque pièce est nommée au manifeste avec son empreinte SHA-256 ; le manifeste est signé. Un journal scellé, ligne par ligne, accompagne l’envoi.',
    ],
  }
  const content = await paper('cover', 'Envoi au Protecteur du citoyen', dossier, data, 'a-3a')
  return { name: 'couverture.pdf', about: 'Couverture ; le dossier lisible par machine y est joint', content }
}

/** Each act of the dossier in its order, on paper and as a table. */
export async function chronology(dossier: ToldPackage): Promise<Part[]> {
  const lines = dossier.lines.map(line => ({ ...actOf(line, dossier), seq: line.seq }))
  const csv = stringify(
    [
      ['Ligne', 'Moment', 'Par', 'Acte', 'Contenu'],
      ...lines.map(({ seq, when, who, title, contents }) => [
        seq,
        when,
        who,
        title,
        contents.map(({ label, value }) => `${label} : ${value}`).join('\n'),
      ]),
    ],
    { bom: true, delimiter: ';', escape_formulas: true },
  )
  return [
    { name: 'chronologie.csv', about: 'Chronologie, en tableau', content: Buffer.from(csv) },
    {
      name: 'chronologie.pdf',
      about: 'Chronologie : chaque acte du journal',
      content: await paper('chronology', 'Chronologie', dossier, { lines }, 'a-2a'),
    },
  ]
}

function actOf(line: Recorded, { words }: ToldPackage) {
  const { title, contents = [] } = told(line, words)
  return {
    when: moment.format(new Date(line.at)),
    who: `${words.staff(line.by)} (${labelOf(actingRoles, line.role).toLowerCase()})`,
    title,
    contents: contents.map(({ label, text }) => ({ label, value: text ?? '' })),
  }
}

/** The decision of each matter, criterion by criterion, and what the sectors answered. */
export async function decision(dossier: ToldPackage): Promise<Part> {
  const { complaint, words } = dossier
  const matters = complaint.matters.map(
    ({ id, subject, sector, service, statement, assessment, outcome, decidedOn, reasons }) => ({
      title: `${id}. ${subject}`,
      facts: [
        { label: 'Secteur', value: words.sector(sector) },
        { label: 'Service', value: service },
        { label: 'Exposé', value: statement },
      ],
      grid: (assessment?.criteria ?? []).map(({ criterion, met, reason }) => ({
        criterion: labelOf(assessmentCriteria, criterion),
        met: met ? 'Oui' : 'Non',
        reason,
      })),
      conclusion: [
        { label: 'Préjudice', value: assessment && labelOf(prejudices, assessment.prejudice) },
        { label: 'Motifs sur le préjudice', value: assessment?.prejudiceReason },
        { label: 'Résultat', value: outcome ? labelOf(outcomes, outcome) : 'Aucun encore' },
        { label: 'Décidé le', value: decidedOn && frenchDate(decidedOn) },
        { label: 'Motifs de la décision', value: outcome ? reasons : null },
      ],
    }),
  )
  const consultations = complaint.consultations.map(
    ({ id, sector, question, askedOn, reply, repliedOn, cancelled }) => ({
      title: `${id}. ${words.sector(sector)}`,
      facts: [
        { label: 'Demandée le', value: frenchDate(askedOn) },
        { label: 'Question', value: question },
        { label: 'Réponse', value: cancelled ? 'Consultation annulée' : (reply ?? 'Aucune encore') },
        { label: 'Répondue le', value: repliedOn && frenchDate(repliedOn) },
      ],
    }),
  )
  return {
    name: 'decision.pdf',
    about: 'Décision, critère par critère, et consultations des secteurs',
    content: await paper('decision', 'Décision', dossier, { matters, consultations }, 'a-2a'),
  }
}
