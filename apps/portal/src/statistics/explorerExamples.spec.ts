import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema, parse, validate } from 'graphql'
import { describe, expect, it } from 'vitest'
import { explorerExamples } from './explorerExamples.ts'

describe('les exemples de l’explorateur', () => {
  const contract = join(import.meta.dirname, '../../../../packages/schema/statistics.graphql')
  const schema = buildSchema(readFileSync(contract, 'utf8'))

  it.each(explorerExamples('2026-11-24').map(({ label, query }) => [label, query]))('%s', (_, query) => {
    expect(validate(schema, parse(query))).toEqual([])
  })
})
