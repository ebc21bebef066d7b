import 'reflect-metadata'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { mappingSchema } from '../historicalRegister/mappingSchema.ts'
import { makeSchema } from '../schema.ts'
import { makeStatisticsSchema } from '../statistics/statisticsSchema.ts'

/** Writes the published contracts, or with --check says whether they are those that the code keeps. */
const contracts = {
  'schema.graphql': `${printSchema(lexicographicSortSchema(await makeSchema()))}\n`,
  'statistics.graphql': `${printSchema(lexicographicSortSchema(await makeStatisticsSchema()))}\n`,
  'registerMapping.schema.json': `${JSON.stringify(mappingSchema(), null, 2)}\n`,
}

for (const [name, contract] of Object.entries(contracts)) {
  const file = fileURLToPath(new URL(`../../../../packages/schema/${name}`, import.meta.url))
  if (!process.argv.includes('--check')) {
    writeFileSync(file, contract)
  } else if (!existsSync(file) || readFileSync(file, 'utf8') !== contract) {
    process.stderr.write(`packages/schema/${name} ne correspond plus au code : lancez « pnpm contract:write ».\n`)
    process.exitCode = 1
  }
}
