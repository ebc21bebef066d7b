import type { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { GraphQLError } from 'graphql'
import type { Logger } from 'pino'
import { sessionCookie } from '../access/cookie.ts'
import { signedInBy } from '../access/session.ts'
import { checkpointOrLog } from '../checkpoints/keepCheckpoints.ts'
import type { Checkpointing } from '../checkpoints/writeCheckpoint.ts'
import { Context } from '../context.ts'
import type { Database } from '../database/Database.ts'
import { errorFormatter } from '../http/formatError.ts'
import { jsonByPost } from '../http/sameOrigin.ts'
import { today } from '../queries/settings.ts'
import type { MasterKey } from '../vault/keys.ts'

const statuses: Record<string, number> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, BAD_USER_INPUT: 400, BUSY: 429 }

/** A file in the making holds a connection: this many at once leave the others free, and none lasts longer than this. */
const atOnce = 3
const longestMinutes = 10

export interface ExportsOptions {
  database: Database
  master: MasterKey
  checkpointing: Checkpointing | undefined
  secure: boolean
  log: Logger
  now: () => Date
}

/** What a door gives: asked by whom and for what, it refuses by an error, or says how the file is made. */
type FileAsked = (context: Context, request: FastifyRequest) => Promise<() => Readable>

/** Opens doors that give a file of rows, `POST /files/<name>.csv`, made while it is read. */
export function csvDoors(server: FastifyInstance, options: ExportsOptions) {
  const { database, master, checkpointing, secure, log, now } = options
  const format = errorFormatter(log)
  let underWay = 0
  server.addHook('onRequest', jsonByPost)

  return (path: string, name: string, asked: FileAsked) =>
    server.post(`/files/${path}.csv`, async (request, reply) => {
      try {
        const cookie = sessionCookie(request, reply, secure)
        const signedIn = await signedInBy(database.ask, cookie.value)
        const context = new Context({ signedIn, database, master, cookie, address: request.ip, now })
        const make = await asked(context, request)
        if (underWay >= atOnce) throw new GraphQLError('busy', { extensions: { code: 'BUSY' } })

        if (checkpointing) await checkpointOrLog(checkpointing, log)
        underWay += 1
        const csv = make()
        const deadline = setTimeout(() => csv.destroy(new Error('too slow')), longestMinutes * 60_000)
        csv.once('close', () => {
          underWay -= 1
          clearTimeout(deadline)
        })
        return reply
          .header('content-type', 'text/csv; charset=utf-8')
          .header('content-disposition', `attachment; filename="${name}-${today(context)}.csv"`)
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
