import { computed } from 'vue'
import { useQuery } from '../apollo/useQuery.ts'
import { graphql } from '../graphql/gql.ts'

const SignInWaysQuery = graphql(`
  query SignInWays {
    signInWays {
      organisation
      local
    }
  }
`)

/** The door of the organisation's sign-on, which brings back to an address of the portal. */
export const organisationDoor = (words: Record<string, string>): string => `/sign-in/oidc?${new URLSearchParams(words)}`

/** How one enters this installation; until it is known, nothing, and a server that does not say has local accounts. */
export function useSignInWays() {
  const { data, error } = useQuery(SignInWaysQuery, () => ({}))
  const ways = computed(
    () => data.value?.signInWays ?? (error.value ? { organisation: false, local: true } : undefined),
  )
  return { ways, addressOf: (back: string | undefined) => organisationDoor(back ? { retour: back } : {}) }
}
