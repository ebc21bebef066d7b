import { type Actor, type DueState, dueStates, type LocalDate, returnedFrom } from '@bienfonde/domain'
import type { CaseloadFilter } from './CaseloadFilter.ts'
import { dossiersOf, theirValues } from './theirItems.ts'
import { wordsSought } from './wordsSought.ts'

/** What the list is asked, by whom, and on which day. */
export interface CaseloadAsked {
  filter: CaseloadFilter
  /** Who « me » is, and whose day it is. */
  asker: Actor
  today: LocalDate
  /** The last day on which a reply due is due soon. */
  soon: LocalDate
}

/** A filter in SQL over the rows `c`: its conditions, and what the page needs of the search and of the day. */
export interface CaseloadConditions {
  conditions: string[]
  /** Two filters of one shape make the same statement. */
  shape: string[]
  /** The values of the statement; `given` adds one and names its place. */
  values: unknown[]
  given(value: unknown): string
  /** The words sought as a query of the full text, and the exact file number. */
  query: string | undefined
  number: string | undefined
  /** Where the reply of a row stands. */
  dueState(): string
}

export function caseloadConditions({ filter, asker, today, soon }: CaseloadAsked): CaseloadConditions {
  const values: unknown[] = []
  const given = (value: unknown) => `$${values.push(value)}`
  const conditions: string[] = []
  const shape: string[] = []
  const keep = (letter: string, condition: string) => {
    shape.push(letter)
    conditions.push(condition)
  }

  // A value that a statement does not use would be refused: each is given when it is first needed.
  const once = (value: unknown, type: string) => {
    let place: string | undefined
    return () => {
      place ??= `${given(value)}::${type}`
      return place
    }
  }
  const days = { today: once(today, 'date'), soon: once(soon, 'date') }
  const due = dueConditions(days.today, days.soon)

  const { phases, sectors, subjects, outcomes, officer, channels, receivedFrom, receivedTo } = filter
  // One phase alone is read from its index in the order of the due dates.
  if (phases?.length === 1) keep('P', `c.phase = ${given(phases[0])}`)
  else if (phases) keep('p', `c.phase = any (${given(phases)}::text[])`)
  if (sectors) keep('s', `c.sectors && ${given(sectors)}::text[]`)
  if (subjects) keep('j', `c.subjects && ${given(subjects)}::text[]`)
  if (outcomes) keep('o', `c.outcomes && ${given(outcomes)}::text[]`)
  if (officer === 'none') keep('n', 'c.officer_id is null')
  else if (officer) keep('f', `c.officer_id = ${given(officer === 'me' ? asker.id : officer)}`)
  if (filter.today) {
    const [id, decides, sector] = theirValues(asker)
    const theirs = { person: given(id), decides: given(decides), sector: given(sector) }
    const returned = once(returnedFrom(today), 'date')
    keep(`t${filter.today}`, `c.dossier_id in (${dossiersOf(filter.today, { ...theirs, ...days, returned })})`)
  }
  if (channels) keep('c', `c.intake_channel = any (${given(channels)}::text[])`)
  if (filter.dueStates) {
    const asked = dueStateCodes.filter(state => filter.dueStates?.includes(state))
    keep(`d${asked.join('')}`, `(${asked.map(state => `(${due[state]()})`).join(' or ') || 'false'})`)
  }
  if (receivedFrom) keep('a', `c.received_on >= ${given(receivedFrom)}::date`)
  if (receivedTo) keep('b', `c.received_on <= ${given(receivedTo)}::date`)

  const { query, number } = wordsSought(filter.search, given, shape)
  if (query) {
    const byNumber = number ? ` union all select dossier_id from caseload where file_number = ${number}` : ''
    conditions.push(`c.dossier_id in (select dossier_id from caseload_words where words @@ ${query}${byNumber})`)
  }

  const dueState = () => `case ${dueStateCodes.map(state => `when ${due[state]()} then '${state}'`).join(' ')} end`
  return { conditions, shape, values, given, query, number, dueState }
}

const dueStateCodes = dueStates.map(({ code }) => code)

const dueConditions = (today: () => string, soon: () => string): Record<DueState, () => string> => ({
  CLOSED: () => 'c.closed_on is not null',
  SUSPENDED: () => 'c.closed_on is null and c.suspended',
  LATE: () => `c.closed_on is null and not c.suspended and c.reply_due_on < ${today()}`,
  DUE_SOON: () => `c.closed_on is null and not c.suspended and c.reply_due_on between ${today()} and ${soon()}`,
  ON_TIME: () => `c.closed_on is null and not c.suspended and c.reply_due_on > ${soon()}`,
})

/** What a statement says after its table. */
export const whereOf = (conditions: readonly string[]) =>
  conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''

/** Distinct shapes of the question are many; the first ones met keep a plan, the others are planned each time. */
const planned = new Set<string>()
export function planName(name: string): string {
  if (planned.size < 200) planned.add(name)
  return planned.has(name) ? name : ''
}
