import { type Actor, type LocalDate, unlessPermitted } from '@bienfonde/domain'
import { GraphQLError } from 'graphql'
import type { Database } from '../database/Database.ts'
import { type Moment, statisticsOf } from './Statistics.ts'

/** What a question to the statistics can lean on: whoever asks, and one moment for all that a request asks. */
export class StatisticsContext {
  readonly reader: Actor | undefined
  readonly database: Database
  readonly today: LocalDate
  protected kept: Promise<Moment> | undefined

  constructor(reader: Actor | undefined, database: Database, today: LocalDate) {
    this.reader = reader
    this.database = database
    this.today = today
  }

  /** The figures at one moment, the same for every question of a request; for whoever may read them. */
  async moment(): Promise<Moment> {
    if (!this.reader) throw new GraphQLError('no session', { extensions: { code: 'UNAUTHENTICATED' } })
    const refusal = unlessPermitted(this.reader, 'READ_STATISTICS')
    if (refusal) throw new GraphQLError(refusal, { extensions: { code: 'FORBIDDEN' } })
    this.kept ??= statisticsOf(this.database).now(this.today)
    return this.kept
  }
}
