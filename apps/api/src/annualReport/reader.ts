import { unlessPermitted } from '@bienfonde/domain'
import { GraphQLError } from 'graphql'
import { Context } from '../context.ts'
import type { Ask } from '../database/statement.ts'
import { permitted } from '../queries/permitted.ts'
import { today } from '../queries/settings.ts'
import { type Moment, statisticsOf } from '../statistics/Statistics.ts'
import type { StatisticsContext } from '../statistics/StatisticsContext.ts'

/** Whoever reads the report, by the contract of the dossiers or by that of the figures. */
export type Reader = Context | StatisticsContext

/** The figures at the moment of the request, for whoever may read them. */
export async function momentFor(reader: Reader): Promise<Moment> {
  if (!(reader instanceof Context)) return reader.moment()
  permitted(reader, 'READ_STATISTICS')
  return statisticsOf(reader.database).now(today(reader))
}

/** The database, for whoever may read the figures: what is kept needs no counting. */
export function askFor(reader: Reader): Ask {
  if (reader instanceof Context) permitted(reader, 'READ_STATISTICS')
  else if (!reader.reader) throw new GraphQLError('no session', { extensions: { code: 'UNAUTHENTICATED' } })
  else {
    const refusal = unlessPermitted(reader.reader, 'READ_STATISTICS')
    if (refusal) throw new GraphQLError(refusal, { extensions: { code: 'FORBIDDEN' } })
  }
  return reader.database.ask
}
