import type { LocalDate } from '../calendar/localDate.ts'
import type { Complaint } from '../complaint.ts'
import type { Actor } from '../confidentiality/permits.ts'
import type { Recorded } from '../events.ts'
import { type Duty, dutiesOf } from './duties.ts'
import { returnedFrom, returnedTo } from './returned.ts'
import { type Wait, waitsOf } from './waits.ts'
import { carries, isTheirs } from './whose.ts'

/** What a dossier means for one person on a day. */
export interface Today {
  readonly toDo: readonly Duty[]
  readonly waits: readonly Wait[]
  readonly returned: Recorded | undefined
}

/** What a dossier asks of this person today, on whom it waits, and what came back to them. */
export function todayOf(complaint: Complaint, lines: readonly Recorded[], person: Actor, on: LocalDate): Today {
  const theirs = ({ whose }: Duty | Wait) => isTheirs(whose, complaint, person)
  const last = carries(complaint, person) ? returnedTo(complaint.officer, lines) : undefined
  return {
    toDo: dutiesOf(complaint).filter(theirs),
    waits: waitsOf(complaint).filter(theirs),
    returned: last && last.on >= returnedFrom(on) ? last : undefined,
  }
}
