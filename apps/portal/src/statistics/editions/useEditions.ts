import { computed } from 'vue'
import { useQuery } from '../../apollo/useQuery.ts'
import { graphql } from '../../graphql/gql.ts'
import type { FrozenEditionsQuery as Answer } from '../../graphql/graphql.ts'

const FrozenEditionsQuery = graphql(`
  query FrozenEditions {
    editions {
      id
      fiscalYear
      label
      number
      knownOn
      frozenAt
      note
    }
  }
`)

export type EditionRow = Answer['editions'][number]

/** The frozen editions of the annual report, the latest first. */
export function useEditions() {
  const { data, error, loading, refetch } = useQuery(FrozenEditionsQuery)
  return { editions: computed(() => data.value?.editions ?? []), error, loading, refetch }
}
