import { nextTick, onMounted, onScopeDispose, reactive, ref, shallowRef, watch } from 'vue'
import { apollo, isUnauthenticated } from '../../apollo/client.ts'
import { fieldsRefused, sentenceOf } from '../../apollo/sentenceOf.ts'
import { graphql } from '../../graphql/gql.ts'

const KeepRegistrationDraftMutation = graphql(`
  mutation KeepRegistrationDraft($input: KeepRegistrationDraftInput!) {
    keepRegistrationDraft(input: $input) {
      id
      keptAt
      expiresAt
    }
  }
`)

/** Milliseconds after the last word, after the first one while words go on, and after a server that did not answer. */
const waits = { pause: 2_000, longest: 10_000, again: 20_000 }

/** The most that a browser sends, in bytes, on behalf of a page that is going away. */
const lastWords = 60_000

/** How what is being written is kept, outside of the browser. */
export interface KeptDraft {
  /** When it was last kept; nothing until there is something to keep. */
  readonly keptAt: string | undefined
  readonly expiresAt: string | undefined
  /** Why the last words are not kept: they are on the page alone. */
  readonly failure: string | undefined
  readonly signedOut: boolean
  /** Keeps at once what is not kept yet; true when nothing is left that is not. */
  readonly keep: () => Promise<boolean>
}

/** Keeps what is being written under an identifier, a moment after words pause and when the page goes out of sight. */
export function useKeptDraft(
  { id, author }: { id: string; author: string },
  written: () => string,
  over: () => boolean,
): KeptDraft {
  const kept = shallowRef<{ keptAt: string; expiresAt: string }>()
  const failure = ref<string>()
  const signedOut = ref(false)

  // Fields fill in what goes without saying when they appear: only what comes after is the person’s own.
  let safe: string | undefined
  onMounted(async () => {
    await nextTick()
    safe = written()
  })
  const unkept = () => safe !== undefined && !over() && written() !== safe

  let timer: ReturnType<typeof setTimeout> | undefined
  let begun: number | undefined
  const wait = (milliseconds: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void keep(), milliseconds)
  }
  function soon() {
    begun ??= Date.now()
    wait(Math.max(0, Math.min(waits.pause, begun + waits.longest - Date.now())))
  }

  let sending: Promise<void> | undefined
  async function keep(): Promise<boolean> {
    clearTimeout(timer)
    begun = undefined
    await sending
    if (unkept()) await send()
    return !unkept()
  }

  function send(leaving = false): Promise<void> {
    const sent = sendNow(written(), leaving).finally(() => {
      if (sending === sent) sending = undefined
    })
    sending = sent
    return sent
  }

  async function sendNow(content: string, leaving: boolean): Promise<void> {
    const keepalive = leaving && new Blob([JSON.stringify(content)]).size < lastWords
    try {
      const { data } = await apollo.mutate({
        mutation: KeepRegistrationDraftMutation,
        variables: { input: { id, author, content } },
        // What is written holds an identity: nothing of it stays in the cache.
        fetchPolicy: 'no-cache',
        context: { fetchOptions: { keepalive } },
      })
      safe = content
      kept.value = data?.keepRegistrationDraft
      failure.value = undefined
      signedOut.value = false
    } catch (error) {
      if (over()) return
      const [problem] = fieldsRefused(error)
      failure.value = problem?.message ?? sentenceOf(error)
      signedOut.value = isUnauthenticated(error)
      // What the server refuses to keep as it is would be refused again.
      if (!problem && !leaving) wait(waits.again)
    }
  }

  watch(written, () => unkept() && soon())

  // Going out of sight comes just before going away: the same words leave once.
  let leftWith: string | undefined
  function leave() {
    if (!unkept() || (sending && leftWith === written())) return
    leftWith = written()
    void send(true)
  }
  const hidden = () => document.visibilityState === 'hidden' && leave()
  onMounted(() => {
    addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', hidden)
  })
  onScopeDispose(() => {
    removeEventListener('pagehide', leave)
    document.removeEventListener('visibilitychange', hidden)
    clearTimeout(timer)
    leave()
  })

  return reactive({
    get keptAt() {
      return kept.value?.keptAt
    },
    get expiresAt() {
      return kept.value?.expiresAt
    },
    failure,
    signedOut,
    keep,
  })
}
