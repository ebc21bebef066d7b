import {
  type EscalationInitiator,
  escalationInitiators,
  fiscalYearLabel,
  fiscalYearOf,
  informationCategories,
  labelOf,
  localDateAt,
  roles,
} from '@bienfonde/domain'
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

interface EscalationRow {
  fileNumber: string
  escalation: string
  initiatedBy: EscalationInitiator
  escalatedOn: string
  ombudsmanFileNumber: string | null
  packages: number
  withIdentity: boolean
  concludedOn: string | null
}

/** Every recourse to the Protecteur du citoyen, by fiscal year, the latest first. */
export const escalationsFile: CsvContent<EscalationRow> = {
  headers: [
    'Exercice',
    'Dossier',
    'Recours',
    'À la demande de',
    'Saisi le',
    'Numéro du Protecteur du citoyen',
    'Envois préparés',
    'Avec l’identité',
    'Conclusion reçue le',
  ],
  select: `select d.file_number as "fileNumber", e.event ->> 'escalation' as escalation,
      e.event ->> 'initiatedBy' as "initiatedBy", e.event ->> 'escalatedOn' as "escalatedOn",
      (select s.event ->> 'ombudsmanFileNumber' from journal s
       where s.dossier_id = e.dossier_id and s.event ->> 'escalation' = e.event ->> 'escalation'
         and s.event ->> 'ombudsmanFileNumber' <> '' order by s.seq desc limit 1) as "ombudsmanFileNumber",
      prepared.packages::int, coalesce(prepared.identified, false) as "withIdentity",
      (select max(s.event ->> 'receivedOn') from journal s
       where s.dossier_id = e.dossier_id and s.type = 'OMBUDSMAN_CONCLUSION_RECORDED'
         and s.event ->> 'escalation' = e.event ->> 'escalation') as "concludedOn"
    from journal e join dossier d on d.id = e.dossier_id,
      lateral (select count(*) as packages, bool_or((p.event ->> 'withIdentity')::boolean) as identified from journal p
        where p.dossier_id = e.dossier_id and p.type = 'PACKAGE_PREPARED'
          and p.event ->> 'escalation' = e.event ->> 'escalation') prepared
    where e.type = 'ESCALATED_TO_OMBUDSMAN' order by e.event ->> 'escalatedOn' desc, e.position desc`,
  cells: ({
    fileNumber,
    escalation,
    initiatedBy,
    escalatedOn,
    ombudsmanFileNumber,
    packages,
    withIdentity,
    concludedOn,
  }) => [
    fiscalYearLabel(fiscalYearOf(escalatedOn)),
    fileNumber,
    escalation,
    labelOf(escalationInitiators, initiatedBy),
    escalatedOn,
    ombudsmanFileNumber,
    packages,
    yesNo(withIdentity),
    concludedOn,
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
