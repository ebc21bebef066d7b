import type { FastifyReply, FastifyRequest } from 'fastify'
import type { MasterKey } from '../../vault/keys.ts'

/** A sign-on that has begun: what the answer must carry, and where the person was. */
export interface Pending {
  state: string
  nonce: string
  verifier: string
  /** Where to go once signed on, in the portal. */
  back: string
  /** The session that the browser came with, which ends. */
  session: string | undefined
  /** When it began, in milliseconds. */
  at: number
}

/** A sign-on lasts this long at most. */
const longestMinutes = 10
const place = 'sign_on|cookie'

/** The sign-on under way in a browser, sealed in a cookie of its own that the provider's way back carries. */
export function pendingSignOn(request: FastifyRequest, reply: FastifyReply, master: MasterKey, secure: boolean) {
  const name = secure ? '__Host-bienfonde-entree' : 'bienfonde-entree'
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
  return {
    begin(pending: Pending) {
      const sealed = master.wrap(Buffer.from(JSON.stringify(pending)), place).toString('base64url')
      reply.setCookie(name, sealed, { ...options, maxAge: longestMinutes * 60 })
    },
    /** What was begun in this browser, once; nothing when it is absent, forged or late. */
    end(now: Date): Pending | undefined {
      reply.clearCookie(name, options)
      const pending = opened(master, request.cookies[name])
      return pending && now.getTime() - pending.at <= longestMinutes * 60_000 ? pending : undefined
    },
  }
}

function opened(master: MasterKey, sealed: string | undefined): Pending | undefined {
  try {
    return sealed ? JSON.parse(master.unwrap(Buffer.from(sealed, 'base64url'), place).toString()) : undefined
  } catch {
    return undefined
  }
}
