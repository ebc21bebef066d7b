import type { CaseloadColumn } from '@bienfonde/domain'
import { validateSync } from 'class-validator'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { GraphQLError, type GraphQLSchema, getVariableValues, type OperationDefinitionNode, parse } from 'graphql'
import type { Logger } from 'pino'
import { sessionCookie } from '../access/cookie.ts'
import { signedInBy } from '../access/session.ts'
import { checkpointOrLog } from '../checkpoints/keepCheckpoints.ts'
import type { Checkpointing } from '../checkpoints/writeCheckpoint.ts'
import { Context } from '../context.ts'
import type { Database } from '../database/Database.ts'
import { fieldErrors } from '../http/fieldSentences.ts'
import { errorFormatter } from '../http/formatError.ts'
import { unkeepableFields } from '../http/limits.ts'
import { jsonByPost } from '../http/sameOrigin.ts'
import { CaseloadFilter } from '../queries/CaseloadFilter.ts'
import { askedNow } from '../queries/caseload.ts'
import type { CaseloadSort } from '../queries/caseloadSorts.ts'
import { permitted } from '../queries/permitted.ts'
import { today } from '../queries/settings.ts'
import { InputRefused } from '../schema/InputRefused.ts'
import type { MasterKey } from '../vault/keys.ts'
import { caseloadCsv } from './caseloadCsv.ts'

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

const statuses: Record<string, number> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, BAD_USER_INPUT: 400, BUSY: 429 }

/** A file in the making holds a connection: this many at once leave the others free, and none lasts longer than this. */
const atOnce = 3
const longestMinutes = 10

export interface ExportsOptions {
  database: Database
  master: MasterKey
  checkpointing: Checkpointing | undefined
  schema: GraphQLSchema
  secure: boolean
  log: Logger
  now: () => Date
}

/** `POST /files/caseload.csv`: the dossiers that a question retains, all of them, in the columns that are named. */
export async function sendCaseload(server: FastifyInstance, options: ExportsOptions): Promise<void> {
  const { database, master, checkpointing, schema, secure, log, now } = options
  const format = errorFormatter(log)
  let underWay = 0
  server.addHook('onRequest', jsonByPost)

  server.post('/files/caseload.csv', async (request, reply) => {
    try {
      const cookie = sessionCookie(request, reply, secure)
      const signedIn = await signedInBy(database.ask, cookie.value)
      const context = new Context({ signedIn, database, master, cookie, address: request.ip, now })
      permitted(context, 'READ_CASELOAD')
      const { filter, sort, columns } = read(schema, request)
      const asked = await askedNow(context, filter)
      if (underWay >= atOnce) throw new GraphQLError('busy', { extensions: { code: 'BUSY' } })

      if (checkpointing) await checkpointOrLog(checkpointing, log)
      underWay += 1
      const csv = caseloadCsv(database, { ...asked, sort, columns })
      const deadline = setTimeout(() => csv.destroy(new Error('too slow')), longestMinutes * 60_000)
      csv.once('close', () => {
        underWay -= 1
        clearTimeout(deadline)
      })
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="dossiers-${today(context)}.csv"`)
        .header('cache-control', 'no-store')
        .send(csv)
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error
      const { code } = error.extensions
      const told = code === 'BUSY' ? busy : format({ message: error.message, extensions: error.extensions }, error)
      return reply.code(statuses[String(code)] ?? 500).send({ errors: [told] })
    }
  })
}

const busy = {
  message: 'D’autres fichiers sont en préparation. Réessayez dans un instant.',
  extensions: { code: 'BUSY' },
}

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
