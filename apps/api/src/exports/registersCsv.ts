import { informationCategories, labelOf, localDateAt, roles } from '@bienfonde/domain'
import { type IdentityOpening, openingRows } from '../queries/openings.ts'
import { type CommunicationEntry, communications } from '../registers/communications.ts'
import { incidentOf, type KeptIncident } from '../registers/incidents.ts'
import { entriesOf, incidentRegister } from '../registers/Register.ts'
import type { CsvContent } from './csvStream.ts'

const yesNo = (value: boolean) => (value ? 'Oui' : 'Non')
const period = (from: string, to: string | null) => (to && to !== from ? `${from} au ${to}` : from)

/** The openings of identities of one dossier, or of all, the latest first. */
export const openingsFile = (dossier: string | null): CsvContent<IdentityOpening> => ({
  headers: ['Dossier', 'Jour', 'Moment (UTC)', 'Par', 'Rôle', 'Secteur', 'Ouvert', 'Document', 'Raison'],
  select: `${openingRows} order by j.position desc`,
  values: [dossier],
  cells: ({ fileNumber, at, byName, role, sector, scope, document, reason }) => [
    fileNumber,
    localDateAt(new Date(at)),
    new Date(at).toISOString(),
    byName,
    labelOf(roles, role),
    sector,
    scope.map(code => labelOf(informationCategories, code)).join(' / '),
    document,
    reason,
  ],
})

/** The communications without consent, the latest first. */
export const communicationsFile: CsvContent<CommunicationEntry> = {
  headers: [
    'Numéro',
    'Jour',
    'Destinataire',
    'Nature des renseignements',
    'Fin',
    'Hors du Québec',
    'Raison',
    'Dossier',
    'Inscrit par',
    'Corrigé',
  ],
  select: `select * from ${communications} entries order by "madeOn" desc, key desc`,
  cells: ({ number, madeOn, recipient, nature, purpose, outsideQuebec, reason, fileNumber, byName, corrected }) => [
    number,
    madeOn,
    recipient,
    nature,
    purpose,
    yesNo(outsideQuebec),
    reason,
    fileNumber,
    byName,
    yesNo(corrected),
  ],
}

/** The confidentiality incidents, the latest entered first, each kept so many years. */
export const incidentsFile = (years: number): CsvContent<KeptIncident> => ({
  headers: [
    'Numéro',
    'Renseignements visés',
    'Circonstances',
    'Date ou période de l’incident',
    'Date ou période de la connaissance',
    'Personnes concernées',
    'Approximatif',
    'Sensibilité',
    'Utilisations malveillantes',
    'Conséquences',
    'Probabilité',
    'Risque de préjudice sérieux',
    'Avis à la Commission',
    'Avis aux personnes',
    'Avis public',
    'Raison de l’avis public',
    'Mesures',
    'Gardé jusqu’au',
    'Inscrit par',
    'Corrigé',
  ],
  select: `select * from ${entriesOf(incidentRegister)} entries order by number desc`,
  cells: kept => {
    const incident = incidentOf(kept, years)
    return [
      incident.number,
      incident.information,
      incident.circumstances,
      period(incident.occurredFrom, incident.occurredTo),
      period(incident.learnedFrom, incident.learnedTo),
      incident.persons,
      yesNo(incident.approximate),
      incident.sensitivity,
      incident.maliciousUses,
      incident.consequences,
      incident.likelihood,
      yesNo(incident.seriousRisk),
      incident.commissionNotifiedOn,
      incident.personsNotifiedOn,
      incident.publicNoticeOn,
      incident.publicNoticeReason,
      incident.measures,
      incident.keptUntil,
      incident.byName,
      yesNo(incident.corrected),
    ]
  },
})
