import { createHash } from 'node:crypto'
import { permits } from '@bienfonde/domain'
import multipart from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'
import { sessionCookie } from '../access/cookie.ts'
import { signedInBy } from '../access/session.ts'
import type { Database } from '../database/Database.ts'
import type { MasterKey } from '../vault/keys.ts'
import { keepUpload } from './upload.ts'

/** The largest document that is received, in bytes. */
export const largestDocument = 10_000_000

const refusal = (code: string, message: string) => ({ errors: [{ message, extensions: { code } }] })

/** `POST /files`: one document, kept sealed until a step attaches it to a dossier. */
export async function receiveDocuments(
  server: FastifyInstance,
  { database, master, secure }: { database: Database; master: MasterKey; secure: boolean },
): Promise<void> {
  await server.register(multipart, { limits: { files: 1, fields: 0, parts: 1, fileSize: largestDocument } })
  server.post('/files', { bodyLimit: largestDocument + 10_000 }, async (request, reply) => {
    const person = await signedInBy(database.ask, sessionCookie(request, reply, secure).value)
    if (!person) return reply.code(401).send(refusal('UNAUTHENTICATED', 'Ouvrez une session pour continuer.'))
    if (!permits(person, 'RECEIVE')) {
      return reply.code(403).send(refusal('FORBIDDEN', 'Votre rôle ne donne pas accès à ceci.'))
    }
    const file = await request.file()
    if (!file) return reply.code(400).send(refusal('BAD_REQUEST', 'Le document manque.'))
    const content = await file.toBuffer()
    const document = { name: file.filename.slice(0, 255), mediaType: file.mimetype, content }
    const id = await keepUpload(database.ask, master, person.id, document)
    const sha256 = createHash('sha256').update(content).digest('hex')
    return reply.code(201).send({ id, size: content.length, sha256 })
  })
}
