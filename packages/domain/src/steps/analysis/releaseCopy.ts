import type { ConsultationId, CopyReleased, SealedRef } from '../../events.ts'
import { accept, isBlank, refuse, type Step } from '../../step.ts'
import { consultationRefusal, unlessConsultationOpen } from './openConsultation.ts'

export interface ReleaseCopy {
  consultation: ConsultationId
  /** The original that the copy was made of. */
  attachment: SealedRef
  /** The cleaned copy, sealed in the vault. */
  copy: SealedRef
  /** What the document is, as the sector will read it, without anything that identifies the person. */
  description: string
  mediaType: string
  bytes: number
  /** SHA-256 of the copy, in hexadecimal. */
  sha256: string
  /** SHA-256 of the original, in hexadecimal. */
  originalSha256: string
  /** True when whoever gives the copy has looked at it. */
  looked: boolean
}

export const releaseCopy: Step<ReleaseCopy, CopyReleased> = {
  title: 'Remettre une copie à un secteur',
  room: 'analysis',
  act: 'PREPARE',
  barred(complaint, actor) {
    if (complaint.erasedOn) return 'ERASED'
    if (complaint.attachments.length === 0) return 'NO_DOCUMENT'
    return unlessConsultationOpen(complaint, actor)
  },
  writes: ({ description }) => [{ field: 'description', text: description }],

  decide(complaint, { looked, ...copied }, { actor }) {
    const { consultation, attachment, copy, description, bytes } = copied
    const refusal = consultationRefusal(complaint, consultation, actor)
    if (refusal) return refuse(refusal, 'consultation')
    if (!complaint.attachments.some(joined => joined.attachment === attachment))
      return refuse('ATTACHMENT_MISSING', 'attachment')
    if (isBlank(copy) || bytes === 0) return refuse('COPY_MISSING', 'copy')
    if (complaint.copies.some(given => given.consultation === consultation && given.attachment === attachment))
      return refuse('COPY_ALREADY_RELEASED', 'attachment')
    if (isBlank(description)) return refuse('TEXT_MISSING', 'description')
    if (!looked) return refuse('COPY_NOT_LOOKED_AT', 'looked')
    return accept({ type: 'COPY_RELEASED', ...copied })
  },
}
