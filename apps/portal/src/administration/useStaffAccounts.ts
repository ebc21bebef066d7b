import { computed } from 'vue'
import { useQuery } from '../apollo/useQuery.ts'
import { graphql } from '../graphql/gql.ts'
import type { StaffAccountsQuery as Answer } from '../graphql/graphql.ts'

const StaffAccountsQuery = graphql(`
  query StaffAccounts {
    staffAccounts {
      id
      name
      email
      role
      sector
      active
      temporaryUntil
      line
    }
  }
`)

export type StaffAccountRow = Answer['staffAccounts'][number]

/** Every account of the register, as the administration sees it. */
export function useStaffAccounts() {
  const { data, error, loading, refetch } = useQuery(StaffAccountsQuery, () => ({}))
  const accounts = computed(() =>
    (data.value?.staffAccounts ?? []).map(account => ({ ...account, sector: account.sector ?? null })),
  )
  return { accounts, error, loading, refetch }
}
