import {
  type Complaint,
  type Event,
  informationCategories,
  intakeChannels,
  labelOf,
  languages,
  outcomes,
  type Recorded,
  replay,
  replyChannels,
  representativeCapacities,
  roles,
} from '@bienfonde/domain'
import type { PersonDisclosure } from '../vault/personDisclosure.ts'

/** What the file needs besides the vault: the dossier's number, its journal, and how people and sectors are called. */
export interface ToldDossier {
  fileNumber: string
  lines: readonly Recorded[]
  staffName: (id: string) => string | null
  sectorName: (code: string) => string
}

const told = <Type extends Event['type']>(lines: readonly Recorded[], type: Type) =>
  lines.flatMap(line =>
    line.event.type === type ? [{ ...line, event: line.event as Extract<Event, { type: Type }> }] : [],
  )

/**
 * What is held of the person of a dossier, as data that other programs read, with French names: what the vault holds,
 * what was decided of their complaint and told to them, their permissions, and who opened what identifies them. Internal
 * notes and what sectors answered are not theirs: an access request decides of those.
 */
export function personFile(held: PersonDisclosure, dossier: ToldDossier, at: Date) {
  const { fileNumber, lines } = dossier
  return {
    format: 'bienfonde-personne-1',
    etabliLe: at.toISOString(),
    dossier: fileNumber,
    identite: held.identities.at(-1) ?? null,
    identitesAnterieures: held.identities.slice(0, -1),
    representation: held.representatives.at(-1) ?? null,
    propos: held.words,
    messages: held.messages,
    passagesCites: held.passages,
    documents: held.documents.map(({ ref, name, mediaType, bytes, sha256, content }) => ({
      reference: ref,
      nom: name,
      genre: mediaType,
      octets: bytes,
      sha256,
      contenuBase64: content?.toString('base64') ?? null,
    })),
    ...complaintTold(replay(lines), dossier),
    avisRecus: told(lines, 'COMPLAINANT_INFORMED').map(({ event }) => ({
      envoyeLe: event.sentOn,
      par: labelOf(replyChannels, event.channel),
      texte: event.text,
    })),
    consultationsDeLIdentite: told(lines, 'IDENTITY_OPENED').map(({ at: moment, by, role, event }) => ({
      moment,
      par: dossier.staffName(by),
      role: labelOf(roles, role),
      secteur: event.sector && dossier.sectorName(event.sector),
      raison: event.reason,
      quoi: event.scope.map(code => labelOf(informationCategories, code)),
    })),
  }
}

function complaintTold({ registration, matters, consents, closedOn }: Complaint, { sectorName }: ToldDossier) {
  return {
    plainte: registration && {
      recueLe: registration.receivedOn,
      modeDeReception: labelOf(intakeChannels, registration.intakeChannel),
      moyensDeReponse: registration.replyChannels.map(code => labelOf(replyChannels, code)),
      langue: labelOf(languages, registration.language),
      anonyme: registration.anonymous,
      representeePar: registration.representative
        ? labelOf(representativeCapacities, registration.representative.capacity)
        : null,
      fermeeLe: closedOn,
    },
    motifs: matters.map(({ subject, sector, statement, outcome, decidedOn, reasons }) => ({
      objet: subject,
      secteur: sector && sectorName(sector),
      expose: statement,
      resultat: outcome && labelOf(outcomes, outcome),
      decideLe: decidedOn,
      motifsDeLaDecision: outcome ? reasons : null,
    })),
    permissions: consents.map(
      ({ sector, purpose, categories, askedOn, answer, answeredOn, validUntil, withdrawnOn }) => ({
        secteur: sectorName(sector),
        fin: purpose,
        renseignements: categories.map(code => labelOf(informationCategories, code)),
        demandeeLe: askedOn,
        reponse: answer === 'GRANTED' ? 'Accordée' : answer === 'REFUSED' ? 'Refusée' : 'Sans réponse',
        repondueLe: answeredOn,
        valideJusquAu: validUntil,
        retireeLe: withdrawnOn,
      }),
    ),
  }
}
