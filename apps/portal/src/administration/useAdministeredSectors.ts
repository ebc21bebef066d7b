import { computed } from 'vue'
import { useQuery } from '../apollo/useQuery.ts'
import { graphql } from '../graphql/gql.ts'
import type { AdministeredSectorsQuery as Answer } from '../graphql/graphql.ts'

const AdministeredSectorsQuery = graphql(`
  query AdministeredSectors {
    administeredSectors {
      orderLine
      rows {
        code
        name
        services
        active
        consultations
        dossiers
        respondents
        line
      }
    }
  }
`)

export type SectorRow = Answer['administeredSectors']['rows'][number]

/** The sectors in their order, with what goes on in each. */
export function useAdministeredSectors() {
  const { data, error, loading, refetch } = useQuery(AdministeredSectorsQuery, () => ({}), {
    fetchPolicy: 'network-only',
  })
  return {
    sectors: computed(() => data.value?.administeredSectors.rows ?? []),
    orderLine: computed(() => data.value?.administeredSectors.orderLine ?? 0),
    error,
    loading,
    refetch,
  }
}
