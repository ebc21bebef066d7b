import { fastifySSE } from '@fastify/sse'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { sessionCookie } from '../access/cookie.ts'
import { signedInAmong } from '../access/session.ts'
import type { Database } from '../database/Database.ts'
import { sameOrigin } from '../http/sameOrigin.ts'
import { Streams } from './Streams.ts'

/** How often a page learns that its connection holds, in seconds. */
const beatSeconds = 15
/** What may wait for a reader who does not read, in bytes; beyond, the stream ends and the page asks again. */
const longestQueue = 65_536

interface LiveOptions {
  database: Database
  secure: boolean
  publicUrl: string | undefined
  log: Logger
  beatSeconds?: number | undefined
}

const refusal = (code: string, message: string) => ({ errors: [{ message, extensions: { code } }] })

/** `GET /live`: what changes elsewhere, told as it happens by server-sent events. */
export async function serveLive(
  server: FastifyInstance,
  { database, secure, publicUrl, log, beatSeconds: every = beatSeconds }: LiveOptions,
): Promise<void> {
  await server.register(fastifySSE, { heartbeatInterval: 0 })
  const streams = new Streams(database, { log, beatSeconds: every })
  await streams.listen()
  let closing = false
  server.addHook('preClose', async () => {
    closing = true
    await streams.close()
  })

  server.get<{ Querystring: { after?: string } }>(
    '/live',
    { sse: 'manual', exposeHeadRoute: false, onRequest: sameOrigin(publicUrl) },
    async (request, reply) => {
      const session = sessionCookie(request, reply, secure).value
      const person = session && (await signedInAmong(database.ask, [session])).get(session)
      if (!person) return reply.code(401).send(refusal('UNAUTHENTICATED', 'Ouvrez une session pour continuer.'))
      if (closing) return reply.code(503).send(refusal('STOPPING', 'Le serveur s’arrête.'))
      if (!streams.admits(person)) {
        return reply.code(429).send(refusal('TOO_MANY_STREAMS', 'Trop de pages du portail sont ouvertes à la fois.'))
      }
      reply.header('cache-control', 'no-store, no-transform')
      const stream = reply.sse
      stream.keepAlive()
      const outlet = {
        send(message: { event: string; data: object; id?: string }) {
          if (!stream.isConnected) return
          if (reply.raw.writableLength > longestQueue) stream.close()
          else void stream.send(message)
        },
        end: () => stream.close(),
      }
      // Gone while its session was looked at: nothing would ever say so again.
      if (!stream.isConnected) return
      const after = stream.lastEventId ?? (typeof request.query.after === 'string' ? request.query.after : null)
      stream.onClose(streams.add(session, person, outlet, after))
    },
  )
}
