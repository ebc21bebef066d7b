import type { LocalDate } from '../calendar/localDate.ts'
import type { Complaint } from '../complaint.ts'
import { type Actor, permits } from '../confidentiality/permits.ts'
import type { Recorded } from '../events.ts'
import { isSubject } from '../step.ts'
import { type StepName, steps } from '../steps/index.ts'
import { type Duty, dutiesOf } from './duties.ts'
import { returnedFrom, returnedTo } from './returned.ts'
import { type Wait, waitsOf } from './waits.ts'

/** What a dossier means for one person on a day. */
export interface Today {
  readonly toDo: readonly Duty[]
  readonly waits: readonly Wait[]
  readonly returned: Recorded | undefined
}

export const isDecision = (name: StepName): boolean => steps[name].act === 'DECIDE'

const mayDecide = (complaint: Complaint, person: Actor) => permits(person, 'DECIDE') && !isSubject(complaint, person)

/** A dossier is its officer's to carry; one that has none is carried by those who decide, who will assign it. */
const carries = ({ officer }: Complaint, person: Actor) =>
  permits(person, 'PREPARE') && (officer === null ? permits(person, 'DECIDE') : officer === person.id)

/** What a dossier asks of this person today, what came back to them, and on whom it waits. */
export function todayOf(complaint: Complaint, lines: readonly Recorded[], person: Actor, on: LocalDate): Today {
  const carried = carries(complaint, person)
  const decided = mayDecide(complaint, person)
  const last = carried && complaint.officer ? returnedTo(complaint.officer, lines) : undefined
  return {
    toDo: dutiesOf(complaint).filter(duty => (isDecision(duty.steps[0]) ? decided : carried)),
    waits: waitsOf(complaint).filter(({ step }) => carried || (isDecision(step) && decided)),
    returned: last && last.on >= returnedFrom(on) ? last : undefined,
  }
}
