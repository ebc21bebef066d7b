import { onBeforeUnmount, onMounted, shallowRef } from 'vue'
import { onBeforeRouteLeave, onBeforeRouteUpdate } from 'vue-router'

/** Asks before a page leaves forms in which something is written and not sent. */
export function useDraftGuard() {
  const held = new Set<() => boolean>()
  const unsent = () => [...held].some(holds => holds())
  const leaving = shallowRef<(leaves: boolean) => void>()

  const ask = () =>
    unsent()
      ? new Promise<boolean>(answer => {
          leaving.value = answer
        })
      : true
  onBeforeRouteLeave(ask)
  onBeforeRouteUpdate((to, from) => (to.path === from.path ? true : ask()))

  const warn = (event: BeforeUnloadEvent) => unsent() && event.preventDefault()
  onMounted(() => addEventListener('beforeunload', warn))
  onBeforeUnmount(() => removeEventListener('beforeunload', warn))

  return {
    leaving,
    holds(next: () => boolean) {
      held.add(next)
      return () => void held.delete(next)
    },
    answer(leaves: boolean) {
      leaving.value?.(leaves)
      leaving.value = undefined
      if (leaves) held.clear()
    },
  }
}
