import { create as attachmentNamed } from 'content-disposition'
import type { FastifyReply } from 'fastify'
import type { Document } from './upload.ts'

/** Gives a document as a download: what a stranger wrote never runs under the portal's address, and stays in no cache. */
export const giveDocument = (reply: FastifyReply, { name, mediaType, content }: Document): FastifyReply =>
  reply
    .header('content-type', mediaType)
    .header('content-disposition', attachmentNamed(name))
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'no-store')
    .send(content)
