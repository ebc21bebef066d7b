import type { Actor } from '@bienfonde/domain'
import { execute, type GraphQLSchema, parse, validate } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { story } from '../testing/story.ts'
import { executePlainly } from './executePlainly.ts'
import { StatisticsContext } from './StatisticsContext.ts'
import { makeStatisticsSchema } from './statisticsSchema.ts'

const period = '{from: "2026-04-01", to: "2027-03-31"}'
const manager: Actor = { id: 'gestionnaire', role: 'MANAGER', sector: null }

const documents = {
  'tout, avec alias, fragments et noms de types': `query ($detail: Boolean = true, $groupBy: [DimensionCode!]) {
    __typename
    year: caseloadStatistics(period: ${period}, groupBy: $groupBy) { __typename unit from knownOn total { ...counts reply { median @include(if: $detail) mean } }
      groups { key { dimension value label } figures { closed ... on CaseloadFigures { received } closing { counted p90 } } } }
    total: caseloadStatistics(period: ${period}) { total { received } total { closed } }
  }
  fragment counts on CaseloadFigures { received @skip(if: $detail) closed open repliedInTime { count share } }`,
  'le mouvement et le temps': `{ caseloadFlow(period: ${period}, unit: MATTERS) { openAtStart dispositions { outcome count } openAtEnd }
    timeSeries(period: ${period}, grain: QUARTER) { key from figures { open acknowledgement { median } } }
    backlogAge { classes { age count } age { mean } } }`,
  'les définitions': '{ definitions { indicators { code label unit } dimensions { code several } replyDays } }',
  'le contrat lui-même': '{ __schema { queryType { name } } definitions { replyDays } }',
  'une question refusée': `{ caseloadFlow(period: {from: "2027-01-01", to: "2026-01-01"}) { closed } }`,
  'une variable absente': `query ($unit: CountedUnit!) { backlogAge(unit: $unit) { open } }`,
}

describe('une opération dite sans détour', () => {
  let app: Awaited<ReturnType<typeof story>>
  let schema: GraphQLSchema
  beforeAll(async () => {
    app = await story()
    schema = await makeStatisticsSchema()
  })
  afterAll(() => app.stop())

  it.each(Object.entries(documents))('répond ce que répond graphql : %s', async (_, text) => {
    const document = parse(text)
    expect(validate(schema, document)).toEqual([])
    for (const reader of [manager, undefined]) {
      const given = () => ({
        ...{ schema, document, variableValues: { groupBy: ['SECTOR', 'OUTCOME'] } },
        contextValue: new StatisticsContext(reader, app.database, '2026-07-06'),
      })
      const told = JSON.stringify(await executePlainly(given()))
      expect(told).toBe(JSON.stringify(await execute(given())))
    }
  })
})
