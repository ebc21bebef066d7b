import type { Complaint, Consultation } from '../../complaint.ts'
import type { Actor } from '../../confidentiality/permits.ts'
import type { ConsultationId } from '../../events.ts'
import type { RefusalCode } from '../../tables/refusals.ts'

/** A respondent knows only the consultations of their sector. */
const addressedTo =
  ({ role, sector }: Actor) =>
  (consultation: Consultation) =>
    role !== 'SECTOR_RESPONDENT' || consultation.sector === sector

const isOpen = ({ reply, cancelled }: Consultation) => reply === null && !cancelled

export const unlessConsultationOpen = ({ consultations }: Complaint, actor: Actor): RefusalCode | undefined =>
  consultations.filter(addressedTo(actor)).some(isOpen) ? undefined : 'NO_CONSULTATION'

/** Why this consultation may not be answered or cancelled by this person. */
export function consultationRefusal(
  { consultations }: Complaint,
  id: ConsultationId,
  actor: Actor,
): RefusalCode | undefined {
  const consultation = consultations.filter(addressedTo(actor)).find(asked => asked.id === id)
  if (!consultation) return 'CONSULTATION_UNKNOWN'
  return isOpen(consultation) ? undefined : 'CONSULTATION_CLOSED'
}
