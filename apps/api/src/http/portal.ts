import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** Serves the portal as it was built; any address that is not a file is one of its pages. */
export async function servePortal(server: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) {
    server.setNotFoundHandler((_, reply) => reply.code(404).send({ message: 'Le portail n’est pas construit.' }))
    return
  }
  await server.register(fastifyStatic, {
    root: folder,
    cacheControl: false,
    setHeaders(reply, path) {
      // Names of assets hold a digest of their content: what is under a name never changes.
      const kept = path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
      reply.header('cache-control', kept)
    },
  })
  server.setNotFoundHandler((request, reply) => {
    const page =
      (request.method === 'GET' || request.method === 'HEAD') && !/\.\w+$|^\/(graphql|files)\b/.test(request.url)
    return page ? reply.sendFile('index.html') : reply.code(404).send({ message: 'Cette adresse n’existe pas.' })
  })
}
