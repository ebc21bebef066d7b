import { isUUID } from 'class-validator'
import type { FastifyInstance } from 'fastify'
import { sessionCookie } from '../access/cookie.ts'
import { signedInBy } from '../access/session.ts'
import { originalDisclosure } from '../vault/originalDisclosure.ts'
import type { DocumentsDoor } from './DocumentsDoor.ts'
import { giveDocument } from './giveDocument.ts'
import { refused } from './refused.ts'

/**
 * `POST /files/original`: the original that an opening covers, once, within a minute of its committed line, to the
 * person who opened. Whatever an opening lacks, the answer is the same.
 */
export async function sendOriginal(
  server: FastifyInstance,
  { database, master, secure, now }: DocumentsDoor,
): Promise<void> {
  server.post('/files/original', { bodyLimit: 1_000 }, async (request, reply) => {
    const person = await signedInBy(database.ask, sessionCookie(request, reply, secure).value)
    if (!person) return refused(reply, 401, 'UNAUTHENTICATED', 'Ouvrez une session pour continuer.')
    const { opening } = (request.body ?? {}) as { opening?: unknown }
    if (!isUUID(opening)) return refused(reply, 400, 'BAD_REQUEST', 'L’ouverture à présenter manque.')
    const { id, role, sector } = person
    const original = await originalDisclosure({ actor: { id, role, sector }, database, master, now }, opening as string)
    if (!original) return refused(reply, 404, 'OPENING_GIVES_NOTHING', nothing)
    return giveDocument(reply, original)
  })
}

const nothing =
  'Cette ouverture ne donne aucun document. Elle vaut une minute, une seule fois, pour qui l’a faite ; au besoin, ouvrez l’original de nouveau.'
