import { ref, shallowRef } from 'vue'

/** The largest document received, in bytes. */
export const largestDocument = 10_000_000

/** A document that the server keeps sealed until a step attaches it. */
export interface Upload {
  readonly id: string
  readonly size: number
  readonly sha256: string
}

interface Answer extends Partial<Upload> {
  errors?: { message: string }[]
}

/** Sends a document to be kept sealed for less than a day; the step then attaches it by its identifier. */
export function useUpload() {
  const upload = shallowRef<Upload>()
  const failure = ref<string>()
  const pending = ref(false)
  let last = 0

  async function send(file: File | null | undefined) {
    const turn = ++last
    upload.value = undefined
    failure.value = file && file.size > largestDocument ? 'Ce document est trop volumineux.' : undefined
    pending.value = Boolean(file) && !failure.value
    if (!file || failure.value) return
    const result = await sent(file)
    // Another document may have been chosen meanwhile.
    if (turn !== last) return
    pending.value = false
    if (typeof result === 'string') failure.value = result
    else upload.value = result
  }
  return { upload, failure, pending, send }
}

/** What the server keeps, or the sentence that says why it does not. */
async function sent(file: File): Promise<Upload | string> {
  const body = new FormData()
  body.append('file', file)
  try {
    const response = await fetch('/files', { method: 'POST', body, credentials: 'same-origin' })
    const { id, size, sha256, errors }: Answer = await response.json()
    if (response.ok && id && size !== undefined && sha256) return { id, size, sha256 }
    return errors?.[0]?.message ?? 'Le document n’a pas été reçu.'
  } catch {
    return 'Le serveur ne répond pas. Vérifiez votre connexion, puis choisissez de nouveau le document.'
  }
}
