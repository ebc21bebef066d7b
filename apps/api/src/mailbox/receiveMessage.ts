import { permits } from '@bienfonde/domain'
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { sessionCookie } from '../access/cookie.ts'
import { signedInBy } from '../access/session.ts'
import { refused } from '../attachments/refused.ts'
import type { Database } from '../database/Database.ts'
import type { MasterKey } from '../vault/keys.ts'
import { proposeRegistration } from './proposeRegistration.ts'
import { MessageRefused, messageLimits, messageRefusals, readMessage } from './readMessage.ts'

interface Door {
  database: Database
  master: MasterKey
  secure: boolean
  now: () => Date
}

/** `POST /files/message`: a message of electronic mail (.eml), read as a proposal of registration; nothing is registered. */
export async function receiveMessage(server: FastifyInstance, { database, master, secure, now }: Door): Promise<void> {
  await server.register(multipart, { limits: { files: 1, fields: 0, parts: 1, fileSize: messageLimits.bytes } })
  server.post('/files/message', { bodyLimit: messageLimits.bytes + 10_000 }, async (request, reply) => {
    const person = await signedInBy(database.ask, sessionCookie(request, reply, secure).value)
    if (!person) return refused(reply, 401, 'UNAUTHENTICATED', 'Ouvrez une session pour continuer.')
    if (!permits(person, 'REGISTER')) return refused(reply, 403, 'FORBIDDEN', 'Votre rôle ne donne pas accès à ceci.')
    if (!request.isMultipart()) return refused(reply, 415, 'BAD_REQUEST', 'Envoyez le message par un formulaire.')
    let content: Buffer | undefined
    try {
      for await (const file of request.files()) content = await file.toBuffer()
    } catch (error) {
      return turnedAway(reply, (error as { code?: string }).code ?? '')
    }
    if (!content || content.length === 0)
      return refused(reply, 400, 'BAD_REQUEST', 'Le message manque, ou il est vide.')
    try {
      const message = await readMessage(content, now())
      const proposal = await proposeRegistration(database.ask, master, person.id, message)
      return reply.header('cache-control', 'no-store').send(proposal)
    } catch (error) {
      if (!(error instanceof MessageRefused)) throw error
      const status = error.refusal === 'TOO_LARGE' ? 413 : 422
      return refused(reply, status, error.refusal, messageRefusals[error.refusal])
    }
  })
}

function turnedAway(reply: FastifyReply, code: string) {
  if (code === 'FST_REQ_FILE_TOO_LARGE' || code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return refused(reply, 413, 'TOO_LARGE', messageRefusals.TOO_LARGE)
  return refused(reply, 400, 'BAD_REQUEST', 'L’envoi est incomplet ou mal formé. Envoyez un seul message.')
}
