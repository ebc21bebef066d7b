import {
  addYears,
  assessmentCriteria,
  bodyLabel,
  escalationInitiators,
  inadmissibilityGrounds,
  intakeChannels,
  labelOf,
  type Matter,
  outcomes,
  packageBases,
  prejudices,
  type Recommendation,
  recommendationAnswers,
  representativeCapacities,
} from '@bienfonde/domain'
import type { DossierLetter } from '../letters/lettersOf.ts'
import type { DocumentGiven } from './documentsGiven.ts'
import type { ToldPackage } from './ToldPackage.ts'

const dossierFormat = 'bienfonde-protecteur-1'

/** What the Protecteur du citoyen receives of a dossier, as data that other programs read, with French names. */
export function dossierFile(
  told: ToldPackage,
  { letters, documents }: { letters: readonly DossierLetter[]; documents: readonly DocumentGiven[] },
) {
  const { fileNumber, complaint, prepared, on, settings, words, held } = told
  const { registration } = complaint
  const escalation = complaint.escalations.find(({ id }) => id === prepared.escalation)
  return {
    format: dossierFormat,
    prepareLe: on,
    ministere: { unite: settings.contacts.unit, personneARejoindre: contactOf(told) },
    dossier: fileNumber,
    recours: escalation && {
      numeroDuProtecteur: escalation.ombudsmanFileNumber,
      aLaDemandeDe: labelOf(escalationInitiators, escalation.initiatedBy),
      saisiLe: escalation.escalatedOn,
      raison: escalation.reason,
      demande: escalation.legalDemand,
      consentementDonneLe: escalation.consentGivenOn,
    },
    fondement: { code: prepared.basis, libelle: labelOf(packageBases, prepared.basis), reference: prepared.reference },
    identite: held ? (held.identities.at(-1) ?? null) : null,
    representation: registration?.representative
      ? {
          qualite: labelOf(representativeCapacities, registration.representative.capacity),
          pouvoir: registration.representative.authority,
          identite: held?.representatives.at(-1) ?? null,
        }
      : null,
    propos: held ? held.words : null,
    dates: {
      faitsConnusLe: registration?.factsKnownOn ?? null,
      unAnApresLesFaits: registration?.factsKnownOn ? addYears(registration.factsKnownOn, 1) : null,
      recueLe: registration?.receivedOn ?? null,
      inscriteLe: complaint.registeredOn,
      accuseDeReceptionLe: complaint.acknowledgedOn,
      fermeeLe: complaint.closedOn,
    },
    modeDeReception: registration && labelOf(intakeChannels, registration.intakeChannel),
    motifs: complaint.matters.map(matter => matterTold(matter, told)),
    consultations: complaint.consultations.map(
      ({ matter, sector, question, askedOn, reply, repliedOn, cancelled }) => ({
        motif: matter,
        secteur: words.sector(sector),
        question,
        demandeeLe: askedOn,
        reponse: reply,
        repondueLe: repliedOn,
        annulee: cancelled,
      }),
    ),
    permissions: complaint.consents.map(({ sector, purpose, askedOn, answer, answeredOn, withdrawnOn }) => ({
      secteur: words.sector(sector),
      fin: purpose,
      demandeeLe: askedOn,
      reponse: answer === 'GRANTED' ? 'Accordée' : answer === 'REFUSED' ? 'Refusée' : 'Sans réponse',
      repondueLe: answeredOn,
      retireeLe: withdrawnOn,
    })),
    recommandations: complaint.recommendations.map(each => followUpTold(each, told)),
    pistesDAmelioration: complaint.improvementLeads.map(each => followUpTold(each, told)),
    lettres: letters.map(({ seq, subject, date, mark }) => ({
      ligne: seq,
      objet: subject,
      date,
      empreinte: mark?.digest ?? null,
    })),
    documents: documents.map(({ description, mediaType, bytes, sha256, parts, because }) => ({
      description,
      genre: mediaType,
      octets: bytes,
      sha256,
      pieces: parts.map(({ name }) => name),
      nonJoint: because,
    })),
  }
}

const contactOf = ({ prepared: { contact } }: ToldPackage) => ({
  nom: contact.name,
  titre: contact.title,
  telephone: contact.telephone,
  poste: contact.extension ?? null,
})

function matterTold(matter: Matter, { words }: ToldPackage) {
  const { id, subject, sector, service, statement, outcome, decidedOn, reasons, grounds, assessment } = matter
  return {
    motif: id,
    objet: subject,
    secteur: words.sector(sector),
    service,
    expose: statement,
    irrecevabilite: grounds.map(({ ground, proceeding, bodies }) => ({
      motif: labelOf(inadmissibilityGrounds, ground),
      instance: proceeding ?? null,
      organismes: (bodies ?? []).map(bodyLabel),
    })),
    dirigeeVers: matter.referredTo.map(bodyLabel),
    transfereeA: matter.transfer && bodyLabel(matter.transfer.body),
    criteres: (assessment?.criteria ?? []).map(({ criterion, met, reason, standard, gap, rule }) => ({
      critere: labelOf(assessmentCriteria, criterion),
      retenu: met,
      motifs: reason,
      norme: standard ?? null,
      ecart: gap ?? null,
      regle: rule ?? null,
    })),
    prejudice: assessment && {
      libelle: labelOf(prejudices, assessment.prejudice),
      motifs: assessment.prejudiceReason,
    },
    resultat: outcome && labelOf(outcomes, outcome),
    decideLe: decidedOn,
    motifsDeLaDecision: outcome ? reasons : null,
  }
}

const followUpTold = (
  { id, sector, text, dueOn, answer, plan, implementedOn, evidence, closedOn }: Recommendation,
  { words }: ToldPackage,
) => ({
  repere: id,
  secteur: words.sector(sector),
  texte: text,
  echeance: dueOn,
  reponse: answer && labelOf(recommendationAnswers, answer),
  plan,
  realiseeLe: implementedOn,
  preuve: evidence,
  closeLe: closedOn,
})
