import { createHash } from 'node:crypto'
import { permits } from '@bienfonde/domain'
import { isUUID } from 'class-validator'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sessionCookie } from '../access/cookie.ts'
import { signedInBy, type Visitor } from '../access/session.ts'
import { copyDisclosure } from '../vault/copyDisclosure.ts'
import { originalDisclosure } from '../vault/originalDisclosure.ts'
import { cleaningRefusals } from './cleaning/Cleaning.ts'
import { makeCopy } from './cleaning/makeCopy.ts'
import type { DocumentsDoor } from './DocumentsDoor.ts'
import { fileNameFor } from './documentKinds.ts'
import { giveDocument } from './giveDocument.ts'
import { refused } from './refused.ts'
import { keepUpload, waitingUpload } from './upload.ts'

const digest = (content: Buffer) => createHash('sha256').update(content).digest('hex')
const absent = 'Ce document n’existe pas, ou ne vous est plus accessible.'
const nothing =
  'Cette ouverture ne donne aucun document. Elle vaut une minute, une seule fois, pour qui l’a faite ; au besoin, préparez la copie de nouveau.'

/**
 * `POST /files/copy` makes a cleaned copy of the original that an opening covers, and keeps it for whoever opened;
 * `POST /files/copy/look` shows it to them; `POST /files/copy/released` gives the copy once a step gave it to a sector.
 */
export async function serveCopies(server: FastifyInstance, door: DocumentsDoor): Promise<void> {
  const { database, master, secure, now } = door

  /** Answers whoever has a session and named what they ask by its identifiers. */
  const asked = (
    path: string,
    names: readonly string[],
    answer: (person: Visitor, reply: FastifyReply, ...named: string[]) => Promise<FastifyReply>,
  ) =>
    server.post(path, { bodyLimit: 1_000 }, async (request: FastifyRequest, reply) => {
      const person = await signedInBy(database.ask, sessionCookie(request, reply, secure).value)
      if (!person) return refused(reply, 401, 'UNAUTHENTICATED', 'Ouvrez une session pour continuer.')
      const body = (request.body ?? {}) as Record<string, unknown>
      const named = names.map(name => body[name])
      if (!named.every(each => isUUID(each))) {
        return refused(reply, 400, 'BAD_REQUEST', 'Ce qui est demandé n’est pas nommé comme il se doit.')
      }
      return answer(person, reply, ...(named as string[]))
    })

  asked('/files/copy', ['opening'], async (person, reply, opening) => {
    if (!permits(person, 'PREPARE')) {
      return refused(reply, 403, 'FORBIDDEN', 'Votre rôle ne donne pas accès à ceci.')
    }
    const { id, role, sector } = person
    const original = await originalDisclosure({ actor: { id, role, sector }, database, master, now }, opening ?? '')
    if (!original) return refused(reply, 404, 'OPENING_GIVES_NOTHING', nothing)
    const cleaned = await makeCopy(original)
    if ('refusal' in cleaned) return refused(reply, 422, cleaned.refusal, cleaningRefusals[cleaned.refusal])
    const { mediaType } = cleaned
    const content = Buffer.from(cleaned.content)
    const originalSha256 = digest(original.content)
    const copy = await keepUpload(database.ask, master, id, {
      // The name that the person gave their document may name them: a copy does not have it.
      name: fileNameFor('document remis', mediaType),
      mediaType,
      content,
      copyOf: { attachment: original.ref, sha256: originalSha256 },
    })
    return reply.code(201).send({ id: copy, mediaType, size: content.length, sha256: digest(content), originalSha256 })
  })

  asked('/files/copy/look', ['copy'], async (person, reply, copy) => {
    const waiting = await waitingUpload(database.ask, master, person.id, copy ?? '')
    return waiting?.copyOf ? giveDocument(reply, waiting) : refused(reply, 404, 'COPY_UNKNOWN', absent)
  })

  asked('/files/copy/released', ['dossier', 'copy'], async ({ id, role, sector }, reply, dossier = '', copy = '') => {
    const given = await copyDisclosure({ actor: { id, role, sector }, database, master }, dossier, copy)
    return given ? giveDocument(reply, given) : refused(reply, 404, 'COPY_UNKNOWN', absent)
  })
}
