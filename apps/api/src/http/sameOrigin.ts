import type { FastifyReply, FastifyRequest } from 'fastify'

/** Only the portal's own pages may send orders: a request from elsewhere is refused before it is read. */
export const sameOrigin = (publicUrl: string | undefined) => async (request: FastifyRequest, reply: FastifyReply) => {
  const refuse = (status: number, message: string) =>
    reply.code(status).send({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] })

  if (request.method !== 'POST') return refuse(405, 'Envoyez la requête par POST.')
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    return refuse(415, 'Envoyez la requête en JSON.')
  }
  const { origin, host } = request.headers
  if (origin === undefined) return
  const own = publicUrl ? [new URL(publicUrl).origin] : [`http://${host}`, `https://${host}`]
  if (!own.includes(origin)) return refuse(403, 'Cette requête ne vient pas du portail.')
}
