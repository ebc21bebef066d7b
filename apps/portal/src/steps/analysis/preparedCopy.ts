import type { SealedRef } from '@bienfonde/domain'

/** A cleaned copy that waits, sealed, for whoever asked for it. */
export interface PreparedCopy {
  readonly id: string
  /** The original it was made of. */
  readonly attachment: SealedRef
  readonly mediaType: string
  readonly size: number
  readonly sha256: string
  readonly originalSha256: string
}

/** Has a cleaned copy made of the original that an opening covers; the sentence that says why not, otherwise. */
export async function preparedCopy(opening: string, attachment: SealedRef): Promise<PreparedCopy | string> {
  try {
    const response = await fetch('/files/copy', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ opening }),
      credentials: 'same-origin',
    })
    const answer: Omit<PreparedCopy, 'attachment'> & { errors?: { message: string }[] } = await response.json()
    return response.ok ? { ...answer, attachment } : (answer.errors?.[0]?.message ?? 'La copie n’a pu être préparée.')
  } catch {
    return 'Le serveur ne répond pas. Vérifiez votre connexion, puis préparez la copie de nouveau.'
  }
}
