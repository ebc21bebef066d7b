import type { FastifyReply, FastifyRequest } from 'fastify'

/** The session's cookie in one request: what it holds, and how to give or take it. */
export interface SessionCookie {
  value: string | undefined
  give(id: string): void
  take(): void
}

/** Behind https the cookie is bound to the host and never sent in clear; plain http serves the loopback only. */
export function sessionCookie(request: FastifyRequest, reply: FastifyReply, secure: boolean): SessionCookie {
  const name = secure ? '__Host-bienfonde' : 'bienfonde'
  const options = { path: '/', httpOnly: true, sameSite: 'strict', secure } as const
  return {
    value: request.cookies[name],
    give: id => void reply.setCookie(name, id, options),
    take: () => void reply.clearCookie(name, options),
  }
}
