import { useToasts } from '@bienfonde/ui'
import { onScopeDispose, ref } from 'vue'
import { type CaseloadAddress, questionOf } from './address.ts'
import { dossiersCounted } from './dossiersCounted.ts'

const lineEnd = 10

/** The whole list as a file: how far it has come, and how to give it up. */
export function useCaseloadFile() {
  const { succeed, fail } = useToasts()
  const lines = ref<number>()
  let givenUp: AbortController | undefined
  onScopeDispose(() => givenUp?.abort())

  async function take(address: CaseloadAddress) {
    if (givenUp) return
    const abandon = new AbortController()
    givenUp = abandon
    lines.value = 0
    try {
      const response = await fetch('/files/caseload.csv', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...questionOf(address), columns: address.columns }),
        signal: abandon.signal,
      })
      if (!response.ok || !response.body) return fail(await refusalOf(response))
      const pieces: Uint8Array<ArrayBuffer>[] = []
      let ends = 0
      for (const reader = response.body.getReader(); ; ) {
        const { done, value } = await reader.read()
        if (done) break
        pieces.push(value)
        for (const byte of value) if (byte === lineEnd) ends += 1
        lines.value = Math.max(0, ends - 1)
      }
      const name = /filename="([\w.-]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1]
      save(new Blob(pieces, { type: 'text/csv' }), name ?? 'dossiers.csv')
      succeed(`Le fichier est prêt : ${dossiersCounted(lines.value).toLowerCase()}.`)
    } catch {
      if (!abandon.signal.aborted) fail('Le fichier n’est pas arrivé au complet. Réessayez.')
    } finally {
      lines.value = undefined
      givenUp = undefined
    }
  }
  return { lines, take, giveUp: () => givenUp?.abort() }
}

async function refusalOf(response: Response): Promise<string> {
  const answer = (await response.json().catch(() => undefined)) as { errors?: { message: string }[] } | undefined
  return answer?.errors?.[0]?.message ?? 'Le fichier n’a pu être préparé. Réessayez.'
}

function save(content: Blob, name: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
