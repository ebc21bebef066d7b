import type { FastifyReply, FastifyRequest } from 'fastify'

const refuse = (reply: FastifyReply, status: number, message: string) =>
  reply.code(status).send({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] })

/** Only the portal's own pages may send orders: a request from elsewhere is refused before it is read. */
export const sameOrigin = (publicUrl: string | undefined) => async (request: FastifyRequest, reply: FastifyReply) => {
  const { origin, host } = request.headers
  if (origin === undefined) return
  const own = publicUrl ? [new URL(publicUrl).origin] : [`http://${host}`, `https://${host}`]
  if (!own.includes(origin)) return refuse(reply, 403, 'Cette requête ne vient pas du portail.')
}

/** The contract takes JSON, by POST: what another site's form can send is refused. */
export const jsonByPost = async (request: FastifyRequest, reply: FastifyReply) => {
  if (request.method !== 'POST') return refuse(reply, 405, 'Envoyez la requête par POST.')
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    return refuse(reply, 415, 'Envoyez la requête en JSON.')
  }
}
