import { localDateAt } from '@bienfonde/domain'
import type { FastifyInstance } from 'fastify'
import { GraphQLError } from 'graphql'
import type { Logger } from 'pino'
import { askFor } from '../annualReport/reader.ts'
import type { Database } from '../database/Database.ts'
import { errorFormatter } from '../http/formatError.ts'
import { jsonByPost } from '../http/sameOrigin.ts'
import { BearerRefused } from '../personalTokens/bearer.ts'
import { readerDoor } from '../statistics/readerDoor.ts'
import { StatisticsContext } from '../statistics/StatisticsContext.ts'
import type { Sheet } from './Sheet.ts'
import { type SheetForm, sheetForms } from './sheetFile.ts'

export interface ExtractsOptions {
  database: Database
  secure: boolean
  log: Logger
  now: () => Date
}

/** A table to be given as a file, the file's name without its end, and the form asked for. */
export interface Extract {
  sheet: Sheet
  name: string
  form: SheetForm
}

export type ExtractDoor = (path: string, make: (reader: StatisticsContext, body: unknown) => Promise<Extract>) => void

const statuses: Record<string, number> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, BAD_USER_INPUT: 400, NOT_FOUND: 404 }
const absent = { message: 'Cette édition n’existe pas.', extensions: { code: 'NOT_FOUND' } }

/** Doors that give figures as files, to whoever may read them, by the session's cookie or a personal token. */
export function extractDoors(server: FastifyInstance, options: ExtractsOptions): ExtractDoor {
  const { database, log, now } = options
  const format = errorFormatter(log)
  const readerOf = readerDoor(options)
  server.addHook('onRequest', jsonByPost)

  return (path, make) => {
    server.post(path, async (request, reply) => {
      try {
        const reader = new StatisticsContext(await readerOf(request, reply), database, localDateAt(now()))
        askFor(reader)
        const { sheet, name, form } = await make(reader, request.body)
        const { type, bytes } = await sheetForms[form](sheet)
        return reply
          .header('content-type', type)
          .header('content-disposition', `attachment; filename="${name}.${form.toLowerCase()}"`)
          .header('cache-control', 'no-store')
          .send(bytes)
      } catch (error) {
        if (error instanceof BearerRefused) {
          const told = { message: error.message, extensions: { code: 'UNAUTHENTICATED' } }
          return reply.code(error.statusCode).send({ errors: [told] })
        }
        if (!(error instanceof GraphQLError)) throw error
        const { code } = error.extensions
        const told =
          code === 'NOT_FOUND' ? absent : format({ message: error.message, extensions: error.extensions }, error)
        return reply.code(statuses[String(code)] ?? 500).send({ errors: [told] })
      }
    })
  }
}
