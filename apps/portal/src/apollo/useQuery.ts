import type { ApolloClient, OperationVariables, TypedDocumentNode } from '@apollo/client'
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { apollo } from './client.ts'

interface Options {
  /** Asks only while this is true. */
  enabled?: () => boolean
  fetchPolicy?: ApolloClient.WatchQueryOptions['fetchPolicy']
  /** False when each reading must be its own: an answer already on its way may be older than the question. */
  shared?: boolean
  /** Another address than that of the dossiers, whose answers the cache must then leave alone. */
  uri?: string
}

/** Asks a question, and asks again when its variables change; the last answer stays while the next one comes. */
export function useQuery<Answer, Variables extends OperationVariables>(
  query: TypedDocumentNode<Answer, Variables>,
  variables: () => Variables = () => ({}) as Variables,
  { enabled = () => true, fetchPolicy = 'cache-and-network', shared = true, uri }: Options = {},
) {
  const data = shallowRef<Answer>()
  const error = shallowRef<unknown>()
  const waiting = ref(false)

  const asked = apollo.watchQuery({
    query,
    variables: variables(),
    fetchPolicy: 'standby',
    errorPolicy: 'none',
    context: { queryDeduplication: shared, ...(uri && { uri }) },
  })
  const subscription = asked.subscribe(({ data: answer, dataState, error: failure, loading }) => {
    waiting.value = loading
    error.value = failure
    if (dataState === 'complete') data.value = answer as Answer
  })
  onScopeDispose(() => subscription.unsubscribe())

  watch(
    [enabled, variables],
    ([open, next]) => {
      waiting.value = open
      // A failure also arrives through the subscription, which shows it.
      const options = { variables: next, fetchPolicy: open ? fetchPolicy : ('standby' as const) }
      asked.reobserve(options).catch(() => undefined)
    },
    { immediate: true, deep: true },
  )

  return {
    data,
    error,
    /** True while the first answer is awaited. */
    loading: computed(() => waiting.value && data.value === undefined),
    /** True while any answer is awaited. */
    waiting,
    refetch: () =>
      asked.refetch().then(
        ({ data: answer }) => answer as Answer | undefined,
        () => undefined,
      ),
  }
}
