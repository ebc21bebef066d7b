import type { Complaint, PackageLimits } from '@bienfonde/domain'
import type { PackageHoldings } from '../vault/packageHoldings.ts'
import { type Part, sha256 } from './archive.ts'

/** A document of the dossier, and in which parts it is given; or why it is not. */
export interface DocumentGiven {
  description: string
  mediaType: string
  bytes: number
  sha256: string | null
  parts: Part[]
  because: string | null
}

/**
 * The documents of a dossier within the limits of the form: one too heavy for a file is cut into numbered parts, one
 * that the whole has no room for goes by another way, and each that is not given says why.
 */
export function documentsGiven(
  { attachments }: Pick<Complaint, 'attachments'>,
  held: PackageHoldings | undefined,
  limits: PackageLimits,
): DocumentGiven[] {
  let room = limits.inAll * 1000
  return attachments.map(({ attachment, description, mediaType, bytes }, at) => {
    const content = held?.documents.get(attachment)
    const known = { description, mediaType, bytes, sha256: content ? sha256(content) : null }
    if (!held)
      return { ...known, parts: [], because: 'Cet envoi ne porte pas l’identité : aucun original n’y est joint.' }
    if (!content) return { ...known, parts: [], because: 'Le coffre ne garde plus ce document.' }
    if (content.length > room)
      return {
        ...known,
        parts: [],
        because: 'L’envoi n’a plus de place : ce document est à remettre par un autre moyen.',
      }
    room -= content.length
    return { ...known, parts: cut(content, at + 1, description, limits.perFile * 1000), because: null }
  })
}

function cut(content: Buffer, rank: number, description: string, most: number): Part[] {
  const name = `documents/${String(rank).padStart(2, '0')}`
  const count = Math.max(1, Math.ceil(content.length / most))
  if (count === 1) return [{ name: `${name}.bin`, about: description, content }]
  return Array.from({ length: count }, (_, at) => ({
    name: `${name}.${String(at + 1).padStart(3, '0')}`,
    about: `${description} – partie ${at + 1} de ${count}`,
    content: content.subarray(at * most, (at + 1) * most),
  }))
}
