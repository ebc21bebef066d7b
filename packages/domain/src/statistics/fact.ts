import type { LocalDate } from '../calendar/localDate.ts'
import type { SectorCode, StaffId } from '../confidentiality/permits.ts'
import type { Criterion } from '../tables/assessmentCriteria.ts'
import type { IntakeChannel, Language } from '../tables/channels.ts'
import type { InadmissibilityGround } from '../tables/inadmissibilityGrounds.ts'
import type { Outcome } from '../tables/outcomes.ts'
import type { RecommendationAnswer, WithoutFurtherActionCause } from '../tables/procedure.ts'
import type { BodyCode } from '../tables/referrals.ts'

/** What a fact is about. */
export type FactKind = 'MATTER' | 'RECOMMENDATION' | 'CONSENT' | 'ESCALATION'

/**
 * What a dossier contributes to the figures: the course of one thing, from its coming in to its end. A matter that comes
 * back after its notice has a second course. Days and codes only: no text and no identity is reachable from it.
 * Each day that may be recorded later than it happened goes with the day on which it became known.
 */
export interface Fact {
  readonly kind: FactKind
  /** True when an earlier register says it, and nobody took a step here. */
  readonly historical: boolean
  /** Which stay of the dossier in the caseload: 1 from its receipt, 2 from its first reopening… */
  readonly stay: number
  /** The day the dossier itself came in, or came back. */
  readonly openedOn: LocalDate
  /** The day the matter came in; for a recommendation, a permission or an escalation, the day it was made or asked. */
  readonly enteredOn: LocalDate
  readonly enteredKnownOn: LocalDate
  /** True when the matter came back after a notice. */
  readonly reopened: boolean
  /** Acknowledgement of receipt; for a recommendation or a permission, its answer. */
  readonly answeredOn: LocalDate | null
  readonly answeredKnownOn: LocalDate | null
  /** Whether the acknowledgement was sent by its date; unknown where an earlier register says it. */
  readonly answeredInTime: boolean | null
  readonly admittedOn: LocalDate | null
  /** The day the notice was sent; for a recommendation, the day it was carried out. */
  readonly doneOn: LocalDate | null
  /** Whether the notice was sent by the date of the commitment, suspensions counted. */
  readonly doneInTime: boolean | null
  /** Whether the notice was sent by the date owed, extensions told to the person counted. */
  readonly doneByDate: boolean | null
  /** The day it left the caseload, or ended. */
  readonly endedOn: LocalDate | null
  readonly endedKnownOn: LocalDate | null
  /** True when the day it left is not known: it leaves on the day it came in, and has no delay. */
  readonly undated: boolean
  /** The date owed; none while the clock is stopped. */
  readonly dueOn: LocalDate | null
  /** Stops of the clock, once the stay has ended: first day not counted, day the clock ran again, and so on. */
  readonly suspensions: readonly LocalDate[]
  readonly sector: SectorCode | null
  readonly service: string | null
  readonly subject: string | null
  readonly officer: StaffId | null
  readonly officerKnownOn: LocalDate | null
  /** Unknown, like the two that follow, where an earlier register does not say. */
  readonly channel: IntakeChannel | null
  readonly language: Language | null
  readonly anonymous: boolean | null
  /** What became of the matter; known, like all that follows, once its dossier has left. */
  readonly outcome: Outcome | null
  /** The one result under which its dossier leaves. */
  readonly disposition: Outcome | null
  readonly cause: WithoutFurtherActionCause | null
  readonly criteria: readonly Criterion[]
  readonly grounds: readonly InadmissibilityGround[]
  readonly bodies: readonly BodyCode[]
  /** Whether an improvement lead was suggested. */
  readonly improvement: boolean
  /** How a recommendation or a permission was answered. */
  readonly answer: RecommendationAnswer | 'GRANTED' | null
}
