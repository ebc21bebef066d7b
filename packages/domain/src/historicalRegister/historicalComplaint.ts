import type { LocalDate } from '../calendar/localDate.ts'
import type { SectorCode } from '../confidentiality/permits.ts'
import type { Criterion } from '../tables/assessmentCriteria.ts'
import type { IntakeChannel, Language } from '../tables/channels.ts'
import type { InadmissibilityGround } from '../tables/inadmissibilityGrounds.ts'
import type { Outcome } from '../tables/outcomes.ts'
import type { WithoutFurtherActionCause } from '../tables/procedure.ts'
import type { BodyCode } from '../tables/referrals.ts'

/**
 * What an earlier register says of a complaint: dates, codes and the names of things, never of people. Nobody took a
 * step here; what the register does not say stays unknown.
 */
export interface HistoricalComplaint {
  readonly receivedOn: LocalDate
  readonly acknowledgedOn: LocalDate | null
  /** The day the person was told of the result. */
  readonly repliedOn: LocalDate | null
  /** Unknown for a complaint still open, and for one whose register does not say when it was closed. */
  readonly closedOn: LocalDate | null
  readonly closed: boolean
  readonly intakeChannel: IntakeChannel | null
  readonly language: Language | null
  readonly anonymous: boolean | null
  readonly sector: SectorCode | null
  readonly service: string | null
  readonly subject: string | null
  readonly outcome: Outcome | null
  readonly inadmissibilityGrounds: readonly InadmissibilityGround[]
  readonly bodies: readonly BodyCode[]
  readonly withoutFurtherActionCause: WithoutFurtherActionCause | null
  readonly criteria: readonly Criterion[]
}

/** A line of a register as it was read; whether it is closed may be left to what else it says. */
export type HistoricalDraft = Omit<HistoricalComplaint, 'receivedOn' | 'closed'> & {
  readonly receivedOn: LocalDate | null
  readonly closed: boolean | null
}

/** The complaint that a line without flaw tells of: one that has a result or a day of closing is closed. */
export const historicalComplaint = (draft: HistoricalDraft & { receivedOn: LocalDate }): HistoricalComplaint => ({
  ...draft,
  closed: draft.closed ?? (draft.closedOn !== null || draft.outcome !== null),
})
