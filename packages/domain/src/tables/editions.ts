import type { LocalDate } from '../calendar/localDate.ts'
import { assessmentCriteria, type Criterion } from './assessmentCriteria.ts'
import { type InadmissibilityGround, inadmissibilityGrounds } from './inadmissibilityGrounds.ts'
import { type ReferralSubject, referrals } from './referrals.ts'

/** The published rules as they stood from a day on; a dossier is judged under the edition of its day of receipt. */
export interface Edition {
  readonly id: string
  readonly effectiveOn: LocalDate
  readonly label: string
  readonly criteria: readonly Criterion[]
  readonly grounds: readonly InadmissibilityGround[]
  readonly referrals: readonly ReferralSubject[]
}

export const edition20240117: Edition = {
  id: '2024-01-17',
  effectiveOn: '2024-01-17',
  label: 'Édition du 17 janvier 2024',
  criteria: assessmentCriteria.map(({ code }) => code),
  grounds: inadmissibilityGrounds.map(({ code }) => code),
  referrals: referrals.map(({ code }) => code),
}

export const editions: readonly Edition[] = [edition20240117]

/** The edition in force on a day; a day before the first edition known to us is judged under that first one. */
export function editionInForce(on: LocalDate, known: readonly Edition[]): Edition {
  const ordered = [...known].sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1))
  const edition = ordered.findLast(({ effectiveOn }) => effectiveOn <= on) ?? ordered[0]
  if (!edition) throw new RangeError('No edition of the published rules is known')
  return edition
}
