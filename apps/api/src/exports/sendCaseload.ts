import type { CaseloadColumn } from '@bienfonde/domain'
import { validateSync } from 'class-validator'
import type { FastifyRequest } from 'fastify'
import { GraphQLError, type GraphQLSchema, getVariableValues, type OperationDefinitionNode, parse } from 'graphql'
import type { Database } from '../database/Database.ts'
import { fieldErrors } from '../http/fieldSentences.ts'
import { unkeepableFields } from '../http/limits.ts'
import { CaseloadFilter } from '../queries/CaseloadFilter.ts'
import { askedNow } from '../queries/caseload.ts'
import type { CaseloadSort } from '../queries/caseloadSorts.ts'
import { permitted } from '../queries/permitted.ts'
import { InputRefused } from '../schema/InputRefused.ts'
import { caseloadCsv } from './caseloadCsv.ts'
import type { csvDoors } from './csvDoors.ts'

interface Wanted {
  filter?: CaseloadFilter | null
  sort: CaseloadSort
  columns: CaseloadColumn[]
}

// What is wanted is written and read as the published contract writes it.
const wanted = parse(
  `query ($filter: CaseloadFilter, $sort: CaseloadSort!, $columns: [CaseloadColumn!]!) { __typename }`,
)
const variables = (wanted.definitions[0] as OperationDefinitionNode).variableDefinitions ?? []

/** `POST /files/caseload.csv`: the dossiers that a question retains, all of them, in the columns that are named. */
export const sendCaseload = (door: ReturnType<typeof csvDoors>, database: Database, schema: GraphQLSchema) =>
  door('caseload', 'dossiers', async (context, request) => {
    permitted(context, 'READ_CASELOAD')
    const { filter, sort, columns } = read(schema, request)
    const asked = await askedNow(context, filter)
    return () => caseloadCsv(database, { ...asked, sort, columns })
  })

/** What is wanted, or the fields at fault as the contract names them. */
function read(schema: GraphQLSchema, { body }: FastifyRequest): Wanted {
  const unkeepable = unkeepableFields(body, '')
  if (unkeepable.length > 0) throw new InputRefused(unkeepable)
  const { coerced, errors } = getVariableValues(schema, variables, (body ?? {}) as Record<string, unknown>)
  if (errors?.[0]) throw new GraphQLError(errors[0].message, { extensions: { code: 'BAD_USER_INPUT' } })
  const said = coerced as unknown as Wanted
  const filter = Object.assign(new CaseloadFilter(), said.filter)
  const fields = fieldErrors(validateSync(filter, { forbidUnknownValues: false }), 'filter')
  if (said.columns.length === 0) fields.push({ field: 'columns', message: 'Il faut au moins une colonne.' })
  if (fields.length > 0) throw new InputRefused(fields)
  return { ...said, filter, columns: [...new Set(said.columns)] }
}
