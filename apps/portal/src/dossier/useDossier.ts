import { type Event, type Recorded, replay, type Settings } from '@bienfonde/domain'
import { computed } from 'vue'
import { session } from '../access/session.ts'
import { useQuery } from '../apollo/useQuery.ts'
import { graphql } from '../graphql/gql.ts'
import type { DossierQuery as Answer } from '../graphql/graphql.ts'
import type { Dossier } from './Dossier.ts'

const DossierQuery = graphql(`
  query Dossier($id: ID!) {
    dossier(id: $id) {
      id
      fileNumber
      version
      today
      settings
      journal {
        seq
        at
        on
        by
        byName
        role
        confirmation
        event
      }
      vault {
        identity
        attachments
        erasedOn
      }
    }
  }
`)

type Found = NonNullable<Answer['dossier']>

const recorded = (line: Found['journal'][number]): Recorded => ({
  ...line,
  confirmation: line.confirmation ?? null,
  event: line.event as Event,
})

/** Reads a dossier and replays its journal with the rules of the process. */
export function useDossier(id: () => string) {
  const { data, loading, error, refetch } = useQuery(DossierQuery, () => ({ id: id() }), {
    fetchPolicy: 'network-only',
  })
  const found = computed(() => (data.value?.dossier?.id === id() ? data.value.dossier : undefined))

  const made = ({ id: own, fileNumber, journal, settings }: Found): Dossier => {
    const lines = journal.map(recorded)
    const complaint = replay(lines)
    return { id: own, fileNumber, lines, complaint, settings: settings as Settings, actor: session.actor, refresh }
  }
  async function refresh(): Promise<Dossier | undefined> {
    const answer = await refetch()
    return answer?.dossier ? made(answer.dossier) : undefined
  }

  return {
    dossier: computed(() => found.value && made(found.value)),
    /** Who wrote the lines of the journal, under the names that the register knows. */
    writers: computed(
      () => new Map(found.value?.journal.map(({ by, byName }) => [by, byName ?? 'Une personne retirée du registre'])),
    ),
    today: computed(() => found.value?.today),
    vault: computed(() => found.value?.vault),
    loading,
    error,
    /** True when the server answered that there is no such dossier for this person. */
    absent: computed(() => data.value !== undefined && data.value.dossier === null),
    refresh,
  }
}
