import type { FastifyRequest } from 'fastify'
import type { Ask } from '../database/statement.ts'
import { Pace } from './Pace.ts'
import { holderOf, type TokenHolder } from './personalTokens.ts'

/** A request that bears a token is not answered: the status says why, and the sentence is for whoever wrote the program. */
export class BearerRefused extends Error {
  readonly statusCode: 401 | 429

  constructor(statusCode: 401 | 429, message: string) {
    super(message)
    this.statusCode = statusCode
  }
}

/** What one token, and one address whose tokens are not valid, may send in a minute to one process. */
export const bearerPace = { token: 120, invalid: 20 }

/** Reads the person from the token that a request bears; undefined when it bears none. */
export function bearerDoor(ask: Ask, now: () => Date, pace = bearerPace) {
  const tokens = new Pace(pace.token)
  const failures = new Pace(pace.invalid)
  return async ({ headers, ip }: Pick<FastifyRequest, 'headers' | 'ip'>): Promise<TokenHolder | undefined> => {
    const { authorization } = headers
    if (authorization === undefined) return undefined
    const at = now()
    if (failures.isOver(ip, at)) throw new BearerRefused(429, tooMany)
    const token = /^Bearer +(\S+) *$/i.exec(authorization)?.[1] ?? ''
    const holder = await holderOf(ask, token, at)
    if (!holder) {
      failures.count(ip, at)
      throw new BearerRefused(401, 'Ce jeton n’existe pas, a expiré ou a été révoqué.')
    }
    if (tokens.isOver(holder.token, at)) throw new BearerRefused(429, tooMany)
    tokens.count(holder.token, at)
    return holder
  }
}

const tooMany = 'Il y a trop de requêtes. Attendez une minute.'
