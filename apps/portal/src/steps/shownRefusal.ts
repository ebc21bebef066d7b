import { type PassageKind, passageKindLabels, type Refusal, refusals, type Written } from '@bienfonde/domain'

/** A refusal as a form shows it: its sentence, its field, and the passages in words. */
export interface ShownRefusal {
  readonly code: string
  readonly message: string
  readonly field: string | undefined
  readonly passages: readonly { readonly text: string; readonly kind: string }[]
}

/** A refusal as the server sends it: passages are positions, never text. */
export interface SentRefusal {
  readonly code: string
  readonly message: string
  readonly field?: string | null
  readonly passages: readonly { readonly start: number; readonly end: number; readonly kind: string }[]
}

const kindLabel = (kind: string) => passageKindLabels[kind as PassageKind] ?? kind

/** What the rule refuses on this side, before anything is sent. */
export const foreseen = ({ code, field, passages = [] }: Refusal): ShownRefusal => ({
  code,
  message: refusals[code],
  field,
  passages: passages.map(({ passage, kind }) => ({ text: passage, kind: kindLabel(kind) })),
})

/** What the server refused, the passages read back from the texts that were sent. */
export function received({ code, message, field, passages }: SentRefusal, written: readonly Written[]): ShownRefusal {
  const text = written.find(each => each.field === field)?.text ?? ''
  const quoted = passages.map(({ start, end, kind }) => ({ text: text.slice(start, end), kind: kindLabel(kind) }))
  return { code, message, field: field ?? undefined, passages: quoted.filter(passage => passage.text) }
}
