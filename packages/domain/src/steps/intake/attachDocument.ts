import type { DocumentAttached, SealedRef } from '../../events.ts'
import { accept, isBlank, refuse, type Step } from '../../step.ts'

export interface AttachDocument {
  /** The original, sealed in the vault with its name. */
  attachment: SealedRef
  /** What the document is, without anything that identifies the person. */
  description: string
  mediaType: string
  bytes: number
  /** SHA-256 of the original, in hexadecimal. */
  sha256: string
}

export const attachDocument: Step<AttachDocument, DocumentAttached> = {
  title: 'Joindre un document',
  room: 'intake',
  act: 'RECEIVE',
  barred: ({ erasedOn }) => (erasedOn ? 'ERASED' : undefined),
  writes: ({ description }) => [{ field: 'description', text: description }],

  decide(_, { attachment, description, mediaType, bytes, sha256 }) {
    if (isBlank(attachment) || bytes === 0) return refuse('ATTACHMENT_MISSING', 'attachment')
    if (isBlank(description)) return refuse('TEXT_MISSING', 'description')
    return accept({ type: 'DOCUMENT_ATTACHED', attachment, description, mediaType, bytes, sha256 })
  },
}
