import { computed } from 'vue'
import { useQuery } from '../apollo/useQuery.ts'
import { graphql } from '../graphql/gql.ts'

const LetterTemplatesQuery = graphql(`
  query LetterTemplates {
    letterTemplates {
      code
      label
      line
      versions {
        version
        at
        byName
        shipped
        restores
        inForce
      }
    }
  }
`)

/** The templates of the letters, as administration has them. */
export function useLetterTemplates() {
  const { data, error, loading, refetch } = useQuery(LetterTemplatesQuery, () => ({}), { fetchPolicy: 'no-cache' })
  return { templates: computed(() => data.value?.letterTemplates ?? []), error, loading, refetch }
}
