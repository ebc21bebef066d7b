import 'reflect-metadata'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { makeSchema } from '../schema.ts'

/** Writes the published contract, or with --check says whether it is the one that the code keeps. */
const file = fileURLToPath(new URL('../../../../packages/schema/schema.graphql', import.meta.url))
const contract = `${printSchema(lexicographicSortSchema(await makeSchema()))}\n`

if (!process.argv.includes('--check')) {
  writeFileSync(file, contract)
} else if (!existsSync(file) || readFileSync(file, 'utf8') !== contract) {
  process.stderr.write('Le contrat publié ne correspond plus au code : lancez « pnpm contract:write ».\n')
  process.exitCode = 1
}
