import type { GraphQLSchema } from 'graphql'
import { buildSchema } from 'type-graphql'
import { StatisticsResolver } from './contract/StatisticsResolver.ts'

/** The published contract of the figures, apart from that of the dossiers. */
export const makeStatisticsSchema = (): Promise<GraphQLSchema> =>
  buildSchema({
    resolvers: [StatisticsResolver],
    validate: { forbidUnknownValues: false, validationError: { target: false, value: false } },
  })
