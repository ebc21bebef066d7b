import type { Complaint, ReleasedCopy } from '../complaint.ts'
import { type Actor, permits } from './permits.ts'

/**
 * The cleaned copies that somebody may read: those given to the sector they speak for, while its consultation stands;
 * all of them for whoever prepares dossiers. None once the identity is erased, and none for whoever it is about.
 */
export function readableCopies({ copies, consultations, matters, erasedOn }: Complaint, actor: Actor): ReleasedCopy[] {
  if (erasedOn || matters.some(({ concernedStaff }) => concernedStaff.includes(actor.id))) return []
  if (permits(actor, 'PREPARE')) return copies
  if (!permits(actor, 'READ_CONSULTATIONS')) return []
  return copies.filter(({ consultation }) =>
    consultations.some(({ id, sector, cancelled }) => id === consultation && sector === actor.sector && !cancelled),
  )
}
