import {
  type Entry,
  type IntakeChannel,
  intakeChannels,
  isLocalDate,
  type Outcome,
  outcomes,
  type Phase,
  phases,
  type TodayList,
  todayLists,
} from '@bienfonde/domain'
import type { TableSort } from '@bienfonde/ui'
import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import type { CaseloadFilter, CaseloadSort, DueStateCode } from '../graphql/graphql.ts'

/** What the list of dossiers is asked, as the address bar says it: an address can be kept, sent and gone back to. */
export interface CaseloadAddress {
  phase: Phase | null
  sector: string | null
  officer: string | null
  channel: IntakeChannel | null
  due: DueStateCode | null
  outcome: Outcome | null
  /** A list of the reader's own day. */
  today: TodayList | null
  from: string
  to: string
  search: string
  sort: TableSort
  /** Where the page begins; none for the first one. */
  after: string | null
  page: number
}

export const dueStates = [
  { code: 'LATE', label: 'En retard', tone: 'danger' },
  { code: 'DUE_SOON', label: 'Bientôt due', tone: 'warning' },
  { code: 'ON_TIME', label: 'Dans le délai', tone: 'neutral' },
  { code: 'SUSPENDED', label: 'Délai suspendu', tone: 'info' },
  { code: 'CLOSED', label: 'Fermé', tone: 'neutral' },
] as const satisfies readonly (Entry<DueStateCode> & { tone: string })[]

const sortable = {
  fileNumber: 'FILE_NUMBER',
  receivedOn: 'RECEIVED',
  replyDueOn: 'REPLY_DUE',
  changedAt: 'CHANGED',
} as const
type SortKey = keyof typeof sortable
export const firstSort: TableSort = { key: 'replyDueOn', direction: 'ascending' }

const one = (value: LocationQuery[string] | undefined): string => {
  const first = Array.isArray(value) ? value[0] : value
  return first?.trim() ?? ''
}
const coded = <Code extends string>(table: readonly Entry<Code>[], value: string): Code | null =>
  table.find(({ code }) => code === value)?.code ?? null
const dated = (value: string) => (isLocalDate(value) ? value : '')

/** Reads the address bar; what it does not understand is left out. */
export function readAddress(query: LocationQuery): CaseloadAddress {
  const [key = '', way] = one(query.tri).split('-')
  const after = one(query.apres) || null
  return {
    phase: coded(phases, one(query.phase)),
    sector: one(query.secteur) || null,
    officer: one(query.responsable) || null,
    channel: coded(intakeChannels, one(query.mode)),
    due: coded(dueStates, one(query.delai)),
    outcome: coded(outcomes, one(query.resultat)),
    today: coded(todayLists, one(query.aujourdhui)),
    from: dated(one(query.du)),
    to: dated(one(query.au)),
    search: one(query.q).slice(0, 200),
    sort: key in sortable ? { key, direction: way === 'desc' ? 'descending' : 'ascending' } : firstSort,
    after,
    page: after ? Math.max(2, Math.trunc(Number(one(query.page))) || 2) : 1,
  }
}

/** Writes the address bar; what is as usual is left out. */
export function writeAddress(address: CaseloadAddress): LocationQueryRaw {
  const { phase, sector, officer, channel, due, outcome, today, from, to, search, sort, after, page } = address
  const usual = sort.key === firstSort.key && sort.direction === firstSort.direction
  const said = {
    q: search.trim(),
    phase,
    secteur: sector,
    responsable: officer,
    mode: channel,
    delai: due,
    resultat: outcome,
    aujourdhui: today,
    du: from,
    au: to,
    tri: usual ? '' : `${sort.key}-${sort.direction === 'descending' ? 'desc' : 'asc'}`,
    apres: after,
    page: after ? String(page) : '',
  }
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value))
}

/** Any other question begins at the first page. */
export const asked = (address: CaseloadAddress, change: Partial<CaseloadAddress>): CaseloadAddress => ({
  ...address,
  after: null,
  page: 1,
  ...change,
})

export const noFilter = {
  phase: null,
  sector: null,
  officer: null,
  channel: null,
  due: null,
  outcome: null,
  today: null,
  from: '',
  to: '',
} satisfies Partial<CaseloadAddress>

/** How many filters are set, the searched words apart. */
export const filtersSet = (address: CaseloadAddress): number =>
  (Object.keys(noFilter) as (keyof typeof noFilter)[]).filter(key => address[key]).length

/** The question as the contract takes it. */
export function questionOf(address: CaseloadAddress): {
  filter: CaseloadFilter
  sort: CaseloadSort
  after: string | null
} {
  const { phase, sector, officer, channel, due, outcome, today, from, to, search, sort, after } = address
  return {
    filter: {
      phases: phase && [phase],
      sectors: sector ? [sector] : null,
      officer,
      channels: channel && [channel],
      dueStates: due && [due],
      outcomes: outcome && [outcome],
      today,
      receivedFrom: from || null,
      receivedTo: to || null,
      search: search || null,
    },
    sort: `${sortable[sort.key as SortKey]}_${sort.direction === 'descending' ? 'DESC' : 'ASC'}`,
    after,
  }
}
