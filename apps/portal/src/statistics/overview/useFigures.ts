import type { OperationVariables, TypedDocumentNode } from '@apollo/client'
import { computed } from 'vue'
import { useQuery } from '../../apollo/useQuery.ts'

/** Asks the statistics endpoint, and keeps the very question that was asked. */
export function useFigures<Answer, Variables extends OperationVariables>(
  document: TypedDocumentNode<Answer, Variables>,
  variables: () => Variables,
) {
  const answer = useQuery(document, variables, { fetchPolicy: 'no-cache', uri: '/statistics' })
  return { ...answer, question: computed((): PictureQuestion => ({ document, variables: variables() })) }
}

/** A question, as it can be copied. */
export interface PictureQuestion {
  readonly document: TypedDocumentNode<unknown, never> | TypedDocumentNode
  readonly variables: OperationVariables
}
