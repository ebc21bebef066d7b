import { computed } from 'vue'
import { useQuery } from '../../apollo/useQuery.ts'
import { graphql } from '../../graphql/gql.ts'
import type { PersonalTokensQuery as Answer } from '../../graphql/graphql.ts'

const PersonalTokensQuery = graphql(`
  query PersonalTokens {
    personalTokens {
      id
      label
      createdAt
      expiresAt
      lastUsedAt
      revokedAt
      valid
    }
  }
`)

export type PersonalTokenRow = Answer['personalTokens'][number]

/** The tokens of whoever is signed in, those that are valid first. */
export function usePersonalTokens() {
  const { data, error, loading, refetch } = useQuery(PersonalTokensQuery)
  return { tokens: computed(() => data.value?.personalTokens ?? []), error, loading, refetch }
}
