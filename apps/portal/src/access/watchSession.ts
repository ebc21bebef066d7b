import type { Router } from 'vue-router'
import { apollo, onSessionOver } from '../apollo/client.ts'
import { session } from './session.ts'

/** A session that ends brings back to the entrance, and from there to where the person was. */
export function watchSession(router: Router): void {
  onSessionOver(async () => {
    session.close()
    await apollo.clearStore()
    const { fullPath, name } = router.currentRoute.value
    if (name === 'signIn') return
    await router.replace({ name: 'signIn', query: { retour: fullPath, motif: 'expiration' } })
  })
}
