import { createHash } from 'node:crypto'
import { permits } from '@bienfonde/domain'
import multipart, { type MultipartFile } from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { sessionCookie } from '../access/cookie.ts'
import { signedInBy } from '../access/session.ts'
import type { Database } from '../database/Database.ts'
import type { MasterKey } from '../vault/keys.ts'
import { type AntivirusPlace, examine } from './antivirus.ts'
import { fileNameFor, mediaTypeOf } from './documentKinds.ts'
import { refused } from './refused.ts'
import { keepUpload } from './upload.ts'

/** The largest document that is received, in bytes. */
export const largestDocument = 10_000_000

const tooLarge = 'Ce document dépasse 10 Mo, la plus grande taille reçue.'
const harmful = 'L’antivirus a reconnu un programme nuisible dans ce document : il n’est pas reçu.'
const notExamined =
  'L’antivirus ne répond pas : aucun document n’est reçu pour le moment. Réessayez dans quelques minutes.'
const unknownKind =
  'Ce genre de document n’est pas reçu. Envoyez un PDF, une image, un texte, un document Word, Excel, PowerPoint ou OpenDocument, un son ou une vidéo.'

/** `POST /files`: one document, kept sealed until a step attaches it to a dossier. */
export async function receiveDocuments(
  server: FastifyInstance,
  {
    database,
    master,
    secure,
    antivirus,
  }: { database: Database; master: MasterKey; secure: boolean; antivirus: AntivirusPlace | undefined },
): Promise<void> {
  await server.register(multipart, { limits: { files: 1, fields: 0, parts: 1, fileSize: largestDocument } })
  server.post('/files', { bodyLimit: largestDocument + 10_000 }, async (request, reply) => {
    const person = await signedInBy(database.ask, sessionCookie(request, reply, secure).value)
    if (!person) return refused(reply, 401, 'UNAUTHENTICATED', 'Ouvrez une session pour continuer.')
    if (!permits(person, 'RECEIVE')) {
      return refused(reply, 403, 'FORBIDDEN', 'Votre rôle ne donne pas accès à ceci.')
    }
    if (!request.isMultipart()) return refused(reply, 415, 'BAD_REQUEST', 'Envoyez le document par un formulaire.')
    const sent = await documentIn(request)
    if ('status' in sent) return refused(reply, sent.status, 'BAD_REQUEST', sent.message)
    const { content, filename } = sent
    const mediaType = await mediaTypeOf(content)
    if (!mediaType) return refused(reply, 415, 'BAD_REQUEST', unknownKind)
    const examined = antivirus ? await examine(antivirus, content) : 'CLEAN'
    if (examined === 'INFECTED') return refused(reply, 422, 'INFECTED', harmful)
    if (examined === 'UNKNOWN') return refused(reply, 503, 'NOT_EXAMINED', notExamined)

    const document = { name: fileNameFor(filename, mediaType), mediaType, content }
    const id = await keepUpload(database.ask, master, person.id, document)
    const sha256 = createHash('sha256').update(content).digest('hex')
    return reply.code(201).send({ id, size: content.length, sha256, mediaType })
  })
}

/** The one document of a form, or why it is not received. */
async function documentIn(
  request: FastifyRequest,
): Promise<{ content: Buffer; filename: string } | { status: number; message: string }> {
  let file: MultipartFile | undefined
  let content: Buffer = Buffer.alloc(0)
  try {
    for await (const each of request.files()) {
      file = each
      content = await each.toBuffer()
    }
  } catch (error) {
    return failures[(error as { code?: string }).code ?? ''] ?? broken
  }
  if (!file) return { status: 400, message: 'Le document manque.' }
  if (content.length === 0) return { status: 400, message: 'Le document est vide.' }
  return { content, filename: file.filename ?? '' }
}

const broken = { status: 400, message: 'L’envoi est incomplet ou mal formé. Envoyez le document de nouveau.' }
const alone = { status: 400, message: 'Envoyez un seul document à la fois, et rien d’autre avec lui.' }
const failures: Record<string, { status: number; message: string }> = {
  FST_REQ_FILE_TOO_LARGE: { status: 413, message: tooLarge },
  FST_ERR_CTP_BODY_TOO_LARGE: { status: 413, message: tooLarge },
  FST_FILES_LIMIT: alone,
  FST_FIELDS_LIMIT: alone,
  FST_PARTS_LIMIT: alone,
}
