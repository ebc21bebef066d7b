import { onScopeDispose } from 'vue'
import { type Listener, stream } from './stream.ts'

/**
 * Calls when a dossier has changed that this person may hear of, and, with nothing, when such a change may have been
 * missed: what is on screen is then as it was, and to be read again.
 */
export function useLive(onChange: Listener): void {
  onScopeDispose(stream.listen(onChange))
}
