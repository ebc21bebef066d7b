import type { Complaint } from '../complaint.ts'
import { followUpsOf } from '../followUps.ts'
import type { Actor } from './permits.ts'

/**
 * True when a dossier exists for this person. To a respondent, a dossier in which their sector was never
 * consulted nor addressed is a dossier that does not exist.
 */
export const concerns = (complaint: Complaint, { role, sector }: Actor): boolean =>
  role !== 'SECTOR_RESPONDENT' ||
  complaint.consultations.some(consultation => consultation.sector === sector) ||
  followUpsOf(complaint).some(({ sector: addressed, issuedOn }) => addressed === sector && issuedOn !== null)
