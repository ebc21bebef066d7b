import { computed } from 'vue'
import { useQuery } from '../apollo/useQuery.ts'
import { graphql } from '../graphql/gql.ts'

const SectorsQuery = graphql(`
  query Sectors {
    sectors {
      code
      name
      services
      active
    }
  }
`)

/** The sectors of the ministry, and their names for codes met in a dossier. */
export function useSectors() {
  const { data, error } = useQuery(SectorsQuery, () => ({}), { fetchPolicy: 'cache-first' })
  const sectors = computed(() => data.value?.sectors ?? [])
  return {
    sectors,
    error,
    /** The sectors that can be chosen, as the options of a field. */
    options: computed(() =>
      sectors.value.filter(({ active }) => active).map(({ code, name }) => ({ code, label: name })),
    ),
    nameOf: (code: string) => sectors.value.find(sector => sector.code === code)?.name ?? code,
    servicesOf: (code: string) => sectors.value.find(sector => sector.code === code)?.services ?? [],
  }
}
