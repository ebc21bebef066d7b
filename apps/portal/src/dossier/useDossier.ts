import { actingRoles, type Event, labelOf, type Recorded, replay, type Settings, systemActor } from '@bienfonde/domain'
import { computed, shallowRef, watch } from 'vue'
import { session } from '../access/session.ts'
import { useQuery } from '../apollo/useQuery.ts'
import { graphql } from '../graphql/gql.ts'
import type { DossierQuery as Answer } from '../graphql/graphql.ts'
import { useLive } from '../live/useLive.ts'
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

const unnamed = (by: string) =>
  by === systemActor.id ? labelOf(actingRoles, systemActor.role) : 'Une personne retirée du registre'

/** Reads a dossier and replays its journal with the rules of the process; what others add is read as it comes. */
export function useDossier(id: () => string) {
  const { data, loading, error, refetch } = useQuery(DossierQuery, () => ({ id: id() }), {
    fetchPolicy: 'network-only',
    shared: false,
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

  // One reading at a time, and one more for what was heard while it went on.
  let stale = false
  let reading = false
  async function readAgain() {
    stale = true
    if (reading) return
    reading = true
    while (stale) {
      stale = false
      await refetch()
    }
    reading = false
  }
  useLive(change => {
    if (change ? change.dossier === id() && change.version > (found.value?.version ?? 0) : true) void readAgain()
  })

  const news = shallowRef<readonly Recorded[]>([])
  let held: Pick<Found, 'id' | 'version'> | undefined
  watch(found, now => {
    if (!now) return
    const before = held?.id === now.id ? held.version : undefined
    held = now
    if (before === undefined) news.value = []
    const added = now.journal.filter(({ seq, by }) => before && seq > before && by !== session.person.value?.id)
    if (added.length > 0) news.value = [...news.value, ...added.map(recorded)]
  })

  return {
    dossier: computed(() => found.value && made(found.value)),
    /** Who wrote the lines of the journal, under the names that the register knows. */
    writers: computed(() => new Map(found.value?.journal.map(({ by, byName }) => [by, byName ?? unnamed(by)]))),
    today: computed(() => found.value?.today),
    vault: computed(() => found.value?.vault),
    /** What others have added since the dossier was opened, until it is read. */
    news,
    loading,
    error,
    /** True when the server answered that there is no such dossier for this person. */
    absent: computed(() => data.value !== undefined && data.value.dossier === null),
    refresh,
  }
}
