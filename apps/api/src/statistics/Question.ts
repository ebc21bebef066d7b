import type { Delay, Dimension, Flow, LocalDate, Stock, Unit } from '@bienfonde/domain'
import { GraphQLError } from 'graphql'

/** What a question keeps: for each dimension, the values that pass; `null` stands for « none ». */
export type FactFilter = Partial<Record<Exclude<Dimension, TimeDimension>, readonly (string | null)[]>>

type TimeDimension = 'FISCAL_YEAR' | 'QUARTER' | 'MONTH' | 'WEEK' | 'DAY'

/** The counts that somebody reads. */
export interface Wanted {
  readonly flows: readonly Flow[]
  readonly stocks: readonly Stock[]
  readonly delays: readonly Delay[]
}

/** A question put to the figures. */
export interface Question {
  readonly unit: Unit
  /** First and last day, both included. */
  readonly from: LocalDate
  readonly to: LocalDate
  readonly groupBy: readonly Dimension[]
  readonly filter: FactFilter
  /** The evening on which it would have been asked; none for the present. */
  readonly asOf: LocalDate | null
  /** Whether delays are wanted: they cost more than counts. */
  readonly delays: boolean
  /** What is read of the answer, when not everything is: nothing else is counted. */
  readonly wanted?: Wanted
  /** Whether each piece of time is told, even when nothing happened in it. */
  readonly everyPiece?: boolean
}

/** A question that cannot be answered as it is put, with the field to change. */
export class QuestionRefused extends GraphQLError {
  constructor(field: string, message: string) {
    super(message, { extensions: { code: 'BAD_USER_INPUT', fields: [{ field, message }] } })
  }
}
