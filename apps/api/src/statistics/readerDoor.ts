import type { Actor } from '@bienfonde/domain'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sessionCookie } from '../access/cookie.ts'
import { signedInBy } from '../access/session.ts'
import type { Database } from '../database/Database.ts'
import { bearerDoor } from '../personalTokens/bearer.ts'

/** Finds who asks for figures: the holder of the token that the request bears, or whoever has signed in. */
export function readerDoor({ database, secure, now }: { database: Database; secure: boolean; now: () => Date }) {
  const holderBearing = bearerDoor(database.ask, now)
  return async (request: FastifyRequest, reply: FastifyReply): Promise<Actor | undefined> =>
    (await holderBearing(request)) ?? signedInBy(database.ask, sessionCookie(request, reply, secure).value)
}
