import type { OperationVariables, TypedDocumentNode } from '@apollo/client'
import { ref, shallowRef } from 'vue'
import { apollo } from './client.ts'

/** Sends an act that is not a step; gives its answer, or undefined with `error` set. */
export function useMutation<Answer, Variables extends OperationVariables>(
  mutation: TypedDocumentNode<Answer, Variables>,
) {
  const pending = ref(false)
  const error = shallowRef<unknown>()

  async function send(variables: Variables): Promise<Answer | undefined> {
    pending.value = true
    error.value = undefined
    try {
      const { data } = await apollo.mutate({ mutation, variables: variables as never, fetchPolicy: 'no-cache' })
      return data as Answer | undefined
    } catch (failure) {
      error.value = failure
      return undefined
    } finally {
      pending.value = false
    }
  }
  return { send, pending, error }
}
