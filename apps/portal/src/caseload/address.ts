import {
  type CaseloadColumn,
  caseloadColumns,
  type DueState,
  type Entry,
  type IntakeChannel,
  intakeChannels,
  isLocalDate,
  dueStates as knownDueStates,
  type Outcome,
  openPhases,
  outcomes,
  type Phase,
  phases,
  type TodayList,
  todayLists,
  usualColumns,
} from '@bienfonde/domain'
import type { TableSort, Tone } from '@bienfonde/ui'
import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import type { CaseloadFilter, CaseloadSort } from '../graphql/graphql.ts'

/** What the list of dossiers is asked, as the address bar says it: an address can be kept, sent and gone back to. */
export interface CaseloadAddress {
  phase: PhaseChoice | null
  sector: string | null
  officer: string | null
  channel: IntakeChannel | null
  due: DueState | null
  outcome: Outcome | null
  /** A list of the day of whoever asks. */
  today: TodayList | null
  from: string
  to: string
  search: string
  sort: TableSort
  columns: readonly CaseloadColumn[]
  /** The view that was recalled, or that all the dossiers were asked for. */
  view: string | null
  /** The row where the reader stands, from 1. */
  line: number
}

/** Every phase, and all of them but the last. */
export const phaseChoices = [{ code: 'OPEN', label: 'En cours' }, ...phases] as const
type PhaseChoice = Phase | 'OPEN'

const dueTones: Record<DueState, Tone> = {
  LATE: 'danger',
  DUE_SOON: 'warning',
  ON_TIME: 'neutral',
  SUSPENDED: 'info',
  CLOSED: 'neutral',
}
export const dueStates = knownDueStates.map(state => ({ ...state, tone: dueTones[state.code] }))

/** The view of everything, which is a choice too: nothing else is opened in its place. */
export const everything = 'tous'

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

const columnsIn = (value: string): readonly CaseloadColumn[] => {
  const asked = value.split(',').flatMap(code => coded(caseloadColumns, code) ?? [])
  return asked.length > 0 ? [...new Set<CaseloadColumn>(['FILE_NUMBER', ...asked])] : usualColumns
}

/** Reads the address bar; what it does not understand is left out. */
export function readAddress(query: LocationQuery): CaseloadAddress {
  const [key = '', way] = one(query.tri).split('-')
  return {
    phase: coded(phaseChoices, one(query.phase)),
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
    columns: columnsIn(one(query.colonnes)),
    view: one(query.vue) || null,
    line: Math.max(1, Math.trunc(Number(one(query.ligne))) || 1),
  }
}

/** Writes the address bar; what is as usual is left out. */
export function writeAddress(address: CaseloadAddress): LocationQueryRaw {
  const { phase, sector, officer, channel, due, outcome, today, from, to, search, sort, columns, view, line } = address
  const usual = sort.key === firstSort.key && sort.direction === firstSort.direction
  const said = {
    vue: view,
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
    colonnes: columns.join() === usualColumns.join() ? '' : columns.join(),
    ligne: line > 1 ? String(line) : '',
  }
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value))
}

/** Any other question begins at the first row. */
export const asked = (address: CaseloadAddress, change: Partial<CaseloadAddress>): CaseloadAddress => ({
  ...address,
  line: 1,
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

export interface CaseloadQuestion {
  filter: CaseloadFilter
  sort: CaseloadSort
}

/** The question as the contract takes it. */
export function questionOf(address: CaseloadAddress): CaseloadQuestion {
  const { phase, sector, officer, channel, due, outcome, today, from, to, search, sort } = address
  return {
    filter: {
      phases: phase === 'OPEN' ? [...openPhases] : phase && [phase],
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
  }
}

/** The address that asks a kept question; what the address bar cannot say is left out. */
export function addressOf(view: {
  filter: CaseloadFilter
  sort?: CaseloadSort
  columns?: readonly CaseloadColumn[]
}): CaseloadAddress {
  const { filter, sort, columns = usualColumns } = view
  const open = filter.phases?.length === openPhases.length && openPhases.every(phase => filter.phases?.includes(phase))
  const [, key = '', way] = /^(.+)_(ASC|DESC)$/.exec(sort ?? '') ?? []
  const column = (Object.keys(sortable) as SortKey[]).find(name => sortable[name] === key)
  return {
    ...readAddress({}),
    phase: open ? 'OPEN' : (filter.phases?.[0] ?? null),
    sector: filter.sectors?.[0] ?? null,
    officer: filter.officer ? String(filter.officer) : null,
    channel: filter.channels?.[0] ?? null,
    due: filter.dueStates?.[0] ?? null,
    outcome: filter.outcomes?.[0] ?? null,
    today: filter.today ?? null,
    from: filter.receivedFrom ?? '',
    to: filter.receivedTo ?? '',
    search: filter.search ?? '',
    sort: column ? { key: column, direction: way === 'DESC' ? 'descending' : 'ascending' } : firstSort,
    columns,
  }
}

/** Two addresses that ask the same, wherever the reader stands in the list. */
export const asksTheSame = (one: CaseloadAddress, other: CaseloadAddress): boolean =>
  [one, other]
    .map(address => JSON.stringify(writeAddress({ ...address, view: null, line: 1 })))
    .every((said, _, [first]) => said === first)
