import { useToasts } from '@bienfonde/ui'
import { ref } from 'vue'

/** Which figures a file holds: an edition's, or a year's as it is known now; exact, or to be published. */
export interface ReportAsked {
  readonly edition?: string
  readonly fiscalYear?: number
  readonly audience: 'INTERNAL' | 'PUBLIC'
}

/** Takes the annual report as a file. */
export function useReportFile() {
  const { succeed, fail } = useToasts()
  const pending = ref<'CSV' | 'XLSX'>()

  async function take(asked: ReportAsked, form: 'CSV' | 'XLSX') {
    if (pending.value) return
    pending.value = form
    try {
      const response = await fetch('/files/annual-report', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...asked, form }),
      })
      if (!response.ok) return fail(await refusalOf(response))
      const name = /filename="([\w.-]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1]
      save(await response.blob(), name ?? `rapport-annuel.${form.toLowerCase()}`)
      succeed('Le fichier est prêt.')
    } catch {
      fail('Le fichier n’est pas arrivé au complet. Réessayez.')
    } finally {
      pending.value = undefined
    }
  }
  return { pending, take }
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
