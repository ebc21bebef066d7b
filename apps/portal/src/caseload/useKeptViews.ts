import { givenViews, permits } from '@bienfonde/domain'
import { computed } from 'vue'
import { session } from '../access/session.ts'
import { useMutation } from '../apollo/useMutation.ts'
import { useQuery } from '../apollo/useQuery.ts'
import { graphql } from '../graphql/gql.ts'
import type { CaseloadViewsQuery as Answer, KeepCaseloadViewInput } from '../graphql/graphql.ts'
import { addressOf, type CaseloadAddress, everything, readAddress } from './address.ts'

const CaseloadViewsQuery = graphql(`
  query CaseloadViews {
    caseloadViews {
      id
      name
      sort
      columns
      isDefault
      filter {
        phases
        sectors
        subjects
        outcomes
        officer
        today
        channels
        dueStates
        receivedFrom
        receivedTo
        search
      }
    }
  }
`)

const KeepCaseloadViewMutation = graphql(`
  mutation KeepCaseloadView($input: KeepCaseloadViewInput!) {
    keepCaseloadView(input: $input) {
      id
    }
  }
`)

const RemoveCaseloadViewMutation = graphql(`
  mutation RemoveCaseloadView($id: ID!) {
    removeCaseloadView(id: $id)
  }
`)

const OrderCaseloadViewsMutation = graphql(`
  mutation OrderCaseloadViews($ids: [ID!]!) {
    orderCaseloadViews(ids: $ids) {
      id
    }
  }
`)

export type KeptView = Answer['caseloadViews'][number]

/** A view that can be recalled, and the address that recalls it. */
export interface OfferedView {
  code: string
  label: string
  address: CaseloadAddress
}

/** The views of the list: those the software gives to a role, and those the person keeps. */
export function useKeptViews() {
  const { data, error, refetch } = useQuery(CaseloadViewsQuery, () => ({}), { fetchPolicy: 'cache-and-network' })
  const kept = computed<readonly KeptView[]>(() => data.value?.caseloadViews ?? [])
  const keeping = useMutation(KeepCaseloadViewMutation)
  const removing = useMutation(RemoveCaseloadViewMutation)
  const ordering = useMutation(OrderCaseloadViewsMutation)

  const offered = computed<OfferedView[]>(() => {
    const person = session.person.value
    const given = givenViews.filter(({ act }) => person && permits(person, act))
    return [
      { code: everything, label: 'Tous les dossiers', address: { ...readAddress({}), view: everything } },
      ...given.map(({ code, label, filter }) => {
        const address = addressOf({
          filter: {
            ...filter,
            phases: filter.phases && [...filter.phases],
            dueStates: filter.dueStates && [...filter.dueStates],
          },
        })
        return { code, label, address: { ...address, view: code } }
      }),
      ...kept.value.map(view => ({ code: view.id, label: view.name, address: { ...addressOf(view), view: view.id } })),
    ]
  })

  return {
    kept,
    offered,
    /** True once the person's own views are known, or cannot be. */
    known: computed(() => data.value !== undefined || error.value !== undefined),
    keepError: keeping.error,
    keeping: keeping.pending,
    async keep(input: KeepCaseloadViewInput): Promise<string | undefined> {
      const answer = await keeping.send({ input })
      if (answer) await refetch()
      return answer?.keepCaseloadView.id
    },
    async remove(id: string): Promise<boolean> {
      const answer = await removing.send({ id })
      if (answer) await refetch()
      return answer !== undefined
    },
    async order(ids: string[]): Promise<void> {
      if (await ordering.send({ ids })) await refetch()
    },
  }
}
