import type { Complaint } from '../complaint.ts'
import { concerns } from './concerns.ts'
import { type Act, type Actor, permits } from './permits.ts'

const readings: readonly Act[] = ['READ_DOSSIER', 'READ_CASELOAD', 'READ_CONSULTATIONS']

/**
 * True when this person is told, unasked, that a dossier has just changed: their role reads dossiers in some way,
 * this one exists for them, and none of its matters is about them.
 */
export const hears = (complaint: Complaint, actor: Actor): boolean =>
  readings.some(act => permits(actor, act)) &&
  concerns(complaint, actor) &&
  !complaint.matters.some(({ concernedStaff }) => concernedStaff.includes(actor.id))
