import type { StaffId } from '../../confidentiality/permits.ts'
import type { OfficerAssigned } from '../../events.ts'
import { unlessOpen } from '../../progress.ts'
import { accept, isBlank, refuse, type Step } from '../../step.ts'

export interface AssignOfficer {
  officer: StaffId
}

export const assignOfficer: Step<AssignOfficer, OfficerAssigned> = {
  title: 'Attribuer le dossier',
  room: 'intake',
  act: 'PREPARE',
  barred: unlessOpen,

  decide(complaint, { officer }) {
    if (isBlank(officer)) return refuse('OFFICER_MISSING', 'officer')
    if (officer === complaint.officer) return refuse('ALREADY_ASSIGNED', 'officer')
    return accept({ type: 'OFFICER_ASSIGNED', officer })
  },
}
