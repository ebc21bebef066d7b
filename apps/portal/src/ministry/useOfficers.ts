import { computed } from 'vue'
import { useQuery } from '../apollo/useQuery.ts'
import { graphql } from '../graphql/gql.ts'

const OfficersQuery = graphql(`
  query KnownOfficers {
    officers {
      id
      name
    }
  }
`)

/** The people to whom a dossier can be assigned, as the options of a field. */
export function useOfficers(enabled: () => boolean = () => true) {
  const { data, error } = useQuery(OfficersQuery, () => ({}), { enabled, fetchPolicy: 'cache-first' })
  const officers = computed(() => data.value?.officers ?? [])
  return {
    officers,
    error,
    options: computed(() => officers.value.map(({ id, name }) => ({ code: id, label: name }))),
  }
}
