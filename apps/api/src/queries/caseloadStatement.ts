import type { LocalDate } from '@bienfonde/domain'
import { type Statement, statement } from '../database/statement.ts'
import { marks } from '../readModels/caseloadWords.ts'
import { codesOf } from '../schema/codes.ts'
import type { CaseloadFilter } from './CaseloadFilter.ts'
import type { DueState } from './dueState.ts'

const sortTable = [
  { code: 'REPLY_DUE_ASC', label: 'Échéance de la réponse, la plus proche d’abord' },
  { code: 'REPLY_DUE_DESC', label: 'Échéance de la réponse, la plus lointaine d’abord' },
  { code: 'RECEIVED_ASC', label: 'Réception, la plus ancienne d’abord' },
  { code: 'RECEIVED_DESC', label: 'Réception, la plus récente d’abord' },
  { code: 'FILE_NUMBER_ASC', label: 'Numéro de dossier, croissant' },
  { code: 'FILE_NUMBER_DESC', label: 'Numéro de dossier, décroissant' },
  { code: 'CHANGED_ASC', label: 'Dernier changement, le plus ancien d’abord' },
  { code: 'CHANGED_DESC', label: 'Dernier changement, le plus récent d’abord' },
] as const

export type CaseloadSort = (typeof sortTable)[number]['code']

export const CaseloadSortCode = codesOf('CaseloadSort', 'Les ordres de la liste des dossiers.', sortTable)

const replyDue = { column: 'reply_due_on', key: 'replyDueOn', kind: 'day', type: 'date' } as const
const received = { column: 'received_on', key: 'receivedOn', kind: 'day', type: 'date' } as const
const fileNumber = { column: 'file_number', key: 'fileNumber', kind: 'fileNumber', type: 'text' } as const
const changed = { column: 'changed_at', key: 'changedAt', kind: 'instant', type: 'timestamptz' } as const

/** The column behind each order, and what its value looks like in a cursor. */
export const caseloadSorts = {
  REPLY_DUE_ASC: { ...replyDue, way: 'asc' },
  REPLY_DUE_DESC: { ...replyDue, way: 'desc' },
  RECEIVED_ASC: { ...received, way: 'asc' },
  RECEIVED_DESC: { ...received, way: 'desc' },
  FILE_NUMBER_ASC: { ...fileNumber, way: 'asc' },
  FILE_NUMBER_DESC: { ...fileNumber, way: 'desc' },
  CHANGED_ASC: { ...changed, way: 'asc' },
  CHANGED_DESC: { ...changed, way: 'desc' },
} as const satisfies Record<CaseloadSort, object>

export interface CaseloadQuestion {
  filter: CaseloadFilter
  sort: CaseloadSort
  first: number
  /** Where the page before ended: exact hit, sort value, dossier. */
  after: string[] | undefined
  today: LocalDate
  soon: LocalDate
}

const columns = `c.dossier_id as id, c.file_number as "fileNumber", c.version, c.phase, c.received_on as "receivedOn",
  c.registered_on as "registeredOn", c.intake_channel as "intakeChannel", c.language, c.anonymous,
  c.officer_id as officer, s.name as "officerName", c.sectors, c.subjects, c.outcomes, c.matters, c.excerpt,
  c.acknowledgement_due_on as "acknowledgementDueOn", c.acknowledged_on as "acknowledgedOn",
  c.reply_due_on as "replyDueOn", c.suspended, c.closed_on as "closedOn", c.informed, c.escalated,
  c.changed_at as "changedAt"`

const headlineOptions = `StartSel=${marks.start}, StopSel=${marks.stop}, MaxFragments=2, MinWords=8, MaxWords=25, FragmentDelimiter=" … "`

/** Distinct shapes of the question are many; the first ones met keep a plan, the others are planned each time. */
const planned = new Set<string>()
function named(shape: string): string {
  if (planned.size < 100) planned.add(shape)
  return planned.has(shape) ? shape : ''
}

/** One statement for one question: the page, the total, and what was found in each row. */
export function caseloadStatement(question: CaseloadQuestion): { statement: Statement; values: unknown[] } {
  const { filter, sort, first, after, today, soon } = question
  const { column, type, way } = caseloadSorts[sort]
  const values: unknown[] = [today, soon, first + 1]
  const given = (value: unknown) => `$${values.push(value)}`

  const dueConditions: Record<DueState, string> = {
    CLOSED: 'c.closed_on is not null',
    SUSPENDED: 'c.closed_on is null and c.suspended',
    LATE: 'c.closed_on is null and not c.suspended and c.reply_due_on < $1::date',
    DUE_SOON: 'c.closed_on is null and not c.suspended and c.reply_due_on between $1::date and $2::date',
    ON_TIME: 'c.closed_on is null and not c.suspended and c.reply_due_on > $2::date',
  }
  const dueState = `case ${Object.entries(dueConditions)
    .map(([state, condition]) => `when ${condition} then '${state}'`)
    .join(' ')} end`

  const conditions: string[] = []
  const shape: string[] = []
  const keep = (letter: string, condition: string) => {
    shape.push(letter)
    conditions.push(condition)
  }
  const { phases, sectors, subjects, outcomes, officer, channels, dueStates, receivedFrom, receivedTo } = filter
  if (phases) keep('p', `c.phase = any (${given(phases)}::text[])`)
  if (sectors) keep('s', `c.sectors && ${given(sectors)}::text[]`)
  if (subjects) keep('j', `c.subjects && ${given(subjects)}::text[]`)
  if (outcomes) keep('o', `c.outcomes && ${given(outcomes)}::text[]`)
  if (officer === 'none') keep('n', 'c.officer_id is null')
  else if (officer) keep('f', `c.officer_id = ${given(officer)}`)
  if (channels) keep('c', `c.intake_channel = any (${given(channels)}::text[])`)
  if (dueStates) {
    const asked = Object.entries(dueConditions).filter(([state]) => dueStates.includes(state as DueState))
    const condition = asked.map(([, each]) => `(${each})`).join(' or ') || 'false'
    keep(`d${asked.map(([state]) => state).join('')}`, `(${condition})`)
  }
  if (receivedFrom) keep('a', `c.received_on >= ${given(receivedFrom)}::date`)
  if (receivedTo) keep('b', `c.received_on <= ${given(receivedTo)}::date`)

  const search = filter.search?.normalize('NFC').trim()
  const { query, number } = search ? searchFor(search, given, shape) : { query: undefined, number: undefined }
  if (query) {
    const byNumber = number ? ` union all select dossier_id from caseload where file_number = ${number}` : ''
    conditions.push(`c.dossier_id in (select dossier_id from caseload_words where words @@ ${query}${byNumber})`)
  }

  // An exact file number comes first, in the same direction as the rest so that one comparison serves the page.
  const exact = number ? `(c.file_number ${way === 'asc' ? '<>' : '='} ${number})::int` : '0'
  const filtered = conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''
  if (after) {
    const [flag, value, id] = after
    shape.push('x')
    const place = number
      ? [`(${exact}, c.${column}, c.dossier_id)`, `(${given(flag)}::int, ${given(value)}::${type}, ${given(id)}::uuid)`]
      : [`(c.${column}, c.dossier_id)`, `(${given(value)}::${type}, ${given(id)}::uuid)`]
    conditions.push(place.join(way === 'asc' ? ' > ' : ' < '))
  }
  const orderBy = (first: string) =>
    [...(number ? [first] : []), `c.${column}`, 'c.dossier_id'].map(each => `${each} ${way}`).join(', ')
  const paged = conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''
  const headline = query ? `ts_headline('fr_unaccent', w.body, ${query}, '${headlineOptions}')` : 'null'

  return {
    statement: statement(
      named(`caseload_${sort}_${shape.join('')}`),
      `select (select count(*)::int from caseload c ${filtered}) as total,
         coalesce((select json_agg(page) from (
           select ${columns}, ${dueState} as "dueState", ${headline} as headline, c.exact
           from (select c.*, ${exact} as exact from caseload c ${paged} order by ${orderBy(exact)} limit $3) c
           left join staff s on s.id::text = c.officer_id
           ${query ? 'left join caseload_words w on w.dossier_id = c.dossier_id' : ''}
           order by ${orderBy('c.exact')}
         ) page), '[]') as found`,
    ),
    values,
  }
}

/** The words asked for, the last one as a beginning too while it is being typed; and the file number, if it is one. */
function searchFor(search: string, given: (value: unknown) => string, shape: string[]) {
  const whole = `websearch_to_tsquery('fr_unaccent', ${given(search)})`
  const [, before = '', last = ''] = /^(.*?)([\p{L}\p{N}]+)$/su.exec(search) ?? []
  const beginning = folded(last)
  const begins = /^[a-z0-9]{3,}$/.test(beginning) && !search.includes('"') && !before.endsWith('-')
  const query = begins
    ? `(${whole} || (websearch_to_tsquery('fr_unaccent', ${given(before)}) && to_tsquery('simple', ${given(`${beginning}:*`)})))`
    : whole
  const [, year, serial] = /^(\d{4})-(\d{1,12})$/.exec(search) ?? []
  const number = year && serial ? `${given(`${year}-${serial.padStart(6, '0')}`)}::text` : undefined
  shape.push(`q${begins ? 'w' : ''}${number ? '#' : ''}`)
  return { query, number }
}

/** A word as the rows keep it beside its stem: without accents or capitals. */
const folded = (word: string) =>
  word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('œ', 'oe').replaceAll('æ', 'ae')
