import { watch } from 'vue'

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** Fills a draft with what the dossier already knows, and follows it until the person writes their own. */
export function propose<Draft extends object, Key extends keyof Draft>(draft: Draft, known: () => Pick<Draft, Key>) {
  watch(
    known,
    (next, before) => {
      for (const key of Object.keys(next) as Key[]) {
        if (!before || same(draft[key], before[key])) draft[key] = next[key]
      }
    },
    { immediate: true },
  )
}
