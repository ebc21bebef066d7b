import type { Criterion } from '../../tables/assessmentCriteria.ts'
import type { InadmissibilityGround } from '../../tables/inadmissibilityGrounds.ts'
import type { BodyCode } from '../../tables/referrals.ts'
import type { Unit } from '../counted.ts'

/** What came in, went out and stayed in one fiscal year, counted in one unit. */
export interface YearMovement {
  readonly openAtStart: number
  readonly received: number
  readonly reopened: number
  readonly closed: number
  readonly founded: number
  readonly unfounded: number
  readonly unfoundedWithLead: number
  /** Neither referred nor transferred. */
  readonly inadmissibleAlone: number
  readonly referred: number
  readonly transferred: number
  readonly withoutFurtherAction: number
  readonly consentRefused: number
  readonly anonymity: number
  readonly withdrawn: number
  readonly resolvedInformally: number
  readonly openAtEnd: number
}

/** What was sent, how much of it within the commitment, and after how many business days. */
export interface YearDelay {
  readonly sent: number
  readonly inTime: number
  readonly mean: number | null
  readonly median: number | null
  readonly p90: number | null
}

/** A sector or a channel, by its code; none where the register does not say. */
export interface YearShare {
  readonly code: string | null
  readonly label: string
  readonly received: number
  readonly founded: number
}

/** Everything that the annual report says of one fiscal year, in whole counts and business days. */
export interface YearFigures {
  readonly movement: Readonly<Record<Unit, YearMovement>>
  readonly criteria: ReadonlyMap<Criterion, number>
  readonly grounds: ReadonlyMap<InadmissibilityGround, number>
  readonly referredTo: ReadonlyMap<BodyCode, number>
  readonly transferredTo: ReadonlyMap<BodyCode, number>
  readonly acknowledgement: YearDelay
  readonly reply: YearDelay
  readonly replyNet: Pick<YearDelay, 'mean' | 'median' | 'p90'>
  readonly recommendations: {
    readonly formulated: number
    readonly accepted: number
    readonly refused: number
    readonly carriedOut: number
    readonly open: number
    readonly overdue: number
  }
  readonly sectors: readonly YearShare[]
  readonly channels: readonly YearShare[]
}
