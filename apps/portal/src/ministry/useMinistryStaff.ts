import { labelOf, roles } from '@bienfonde/domain'
import { computed } from 'vue'
import { useQuery } from '../apollo/useQuery.ts'
import { graphql } from '../graphql/gql.ts'
import { useSectors } from './useSectors.ts'

const MinistryStaffQuery = graphql(`
  query MinistryStaff {
    ministryStaff {
      id
      name
      role
      sector
    }
  }
`)

/** The people of the ministry whom a complaint may be about, as the options of a field. */
export function useMinistryStaff() {
  const { data, error } = useQuery(MinistryStaffQuery, () => ({}), { fetchPolicy: 'cache-first' })
  const { nameOf } = useSectors()
  const staff = computed(() => data.value?.ministryStaff ?? [])
  return {
    staff,
    error,
    options: computed(() =>
      staff.value.map(({ id, name, role, sector }) => ({
        code: id,
        label: `${name} (${sector ? nameOf(sector) : labelOf(roles, role)})`,
      })),
    ),
  }
}
