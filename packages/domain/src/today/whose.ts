import type { Complaint } from '../complaint.ts'
import { type Actor, permits } from '../confidentiality/permits.ts'
import { isSubject } from '../step.ts'
import { type StepName, steps } from '../steps/index.ts'

/** Whom something in a dossier is for: who carries the dossier, those who decide, or both. */
export type Whose = 'CARRIER' | 'DECIDERS' | 'BOTH'

export const isDecision = (name: StepName): boolean => steps[name].act === 'DECIDE'

const decides = (complaint: Complaint, person: Actor) => permits(person, 'DECIDE') && !isSubject(complaint, person)

/** A dossier is its officer's to carry; one that has none is carried by those who decide, who will assign it. */
export const carries = ({ officer }: Pick<Complaint, 'officer'>, person: Actor): boolean =>
  permits(person, 'PREPARE') && (officer === null ? permits(person, 'DECIDE') : officer === person.id)

export const isTheirs = (whose: Whose, complaint: Complaint, person: Actor): boolean =>
  (whose !== 'DECIDERS' && carries(complaint, person)) || (whose !== 'CARRIER' && decides(complaint, person))
