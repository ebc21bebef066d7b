import type { GraphQLSchema } from 'graphql'
import { buildSchema } from 'type-graphql'
import { AnnualReportResolver } from '../annualReport/AnnualReportResolver.ts'
import { EditionsResolver } from '../frozenEditions/EditionsResolver.ts'
import { StatisticsResolver } from './contract/StatisticsResolver.ts'

/** The published contract of the figures, apart from that of the dossiers. */
export const makeStatisticsSchema = (): Promise<GraphQLSchema> =>
  buildSchema({
    resolvers: [StatisticsResolver, AnnualReportResolver, EditionsResolver],
    validate: { forbidUnknownValues: false, validationError: { target: false, value: false } },
  })
