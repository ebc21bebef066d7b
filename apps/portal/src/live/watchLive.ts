import { watch } from 'vue'
import { session } from '../access/session.ts'
import { stream } from './stream.ts'

/** Listens for as long as somebody is signed in and looks at the page: a browser keeps few connections to one server. */
export function watchLive(): void {
  const follow = () => {
    if (session.person.value && document.visibilityState === 'visible') stream.open()
    else stream.close()
  }
  watch(
    () => session.person.value?.id,
    () => {
      stream.forget()
      follow()
    },
    { immediate: true },
  )
  document.addEventListener('visibilitychange', follow)
  addEventListener('online', stream.retry)
  addEventListener('offline', stream.retry)
}
