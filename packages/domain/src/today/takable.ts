import type { Complaint } from '../complaint.ts'
import type { Actor } from '../confidentiality/permits.ts'
import { standing } from '../step.ts'
import { type StepName, steps } from '../steps/index.ts'

/** Somebody who decides and has no part in any complaint. */
const anybody: Actor = { id: '', role: 'RESPONSIBLE_OFFICER', sector: null }

/** True when a dossier leaves the step open, whoever then takes it. */
export const isTakable = (name: StepName, complaint: Complaint): boolean =>
  !standing(steps[name] as Parameters<typeof standing>[0], complaint, anybody).refusal
