import { type Statement, statement } from '../database/statement.ts'
import { marks } from '../readModels/caseloadWords.ts'
import {
  type CaseloadAsked,
  type CaseloadConditions,
  caseloadConditions,
  planName,
  whereOf,
} from './caseloadConditions.ts'
import { type CaseloadSort, caseloadSorts } from './caseloadSorts.ts'

export interface CaseloadQuestion extends CaseloadAsked {
  sort: CaseloadSort
  first: number
  /** Where the page before ended: exact hit, sort value, dossier. */
  after: string[] | undefined
  /** How many dossiers stand before the page, when no cursor leads to it. */
  skip: number
}

const columns = `c.dossier_id as id, c.file_number as "fileNumber", c.version, c.phase, c.received_on as "receivedOn",
  c.registered_on as "registeredOn", c.intake_channel as "intakeChannel", c.language, c.anonymous,
  c.officer_id as officer, s.name as "officerName", c.sectors, c.subjects, c.outcomes, c.matters, c.excerpt,
  c.acknowledgement_due_on as "acknowledgementDueOn", c.acknowledged_on as "acknowledgedOn",
  c.reply_due_on as "replyDueOn", c.suspended, c.closed_on as "closedOn", c.informed, c.escalated,
  c.changed_at as "changedAt"`

const headlineOptions = `StartSel=${marks.start}, StopSel=${marks.stop}, MaxFragments=2, MinWords=8, MaxWords=25, FragmentDelimiter=" … "`

/** An exact file number comes first, in the same direction as the rest so that one comparison serves the page. */
export function caseloadOrder(sort: CaseloadSort, { number }: CaseloadConditions) {
  const { column, way } = caseloadSorts[sort]
  const exact = number ? `(c.file_number ${way === 'asc' ? '<>' : '='} ${number})::int` : '0'
  const by = (first: string) =>
    [...(number ? [first] : []), `c.${column}`, 'c.dossier_id'].map(each => `${each} ${way}`).join(', ')
  return { exact, by }
}

/** One statement for one page: its dossiers, what was found in each, and, of a search, how many were found. */
export function caseloadStatement(question: CaseloadQuestion): { statement: Statement; values: unknown[] } {
  const { sort, first, after, skip } = question
  const asked = caseloadConditions(question)
  const { conditions, shape, values, given, query, number, dueState } = asked
  const { column, type, way } = caseloadSorts[sort]
  const { exact, by } = caseloadOrder(sort, asked)

  const place: string[] = []
  if (after) {
    const [flag, value, id] = after
    shape.push('x')
    const cursor = number
      ? [`(${exact}, c.${column}, c.dossier_id)`, `(${given(flag)}::int, ${given(value)}::${type}, ${given(id)}::uuid)`]
      : [`(c.${column}, c.dossier_id)`, `(${given(value)}::${type}, ${given(id)}::uuid)`]
    place.push(cursor.join(way === 'asc' ? ' > ' : ' < '))
  }
  if (skip > 0) shape.push('k')
  const offset = skip > 0 ? `offset ${given(skip)}` : ''
  const headline = query ? `ts_headline('fr_unaccent', w.body, ${query}, '${headlineOptions}')` : 'null'

  // Words are looked for before the order is: following the order until enough rows hold a rare word would read them all.
  const found = query
    ? `with found as materialized (
         select c.dossier_id, ${[...new Set(['file_number', column])].map(name => `c.${name}`).join(', ')} from caseload c ${whereOf(conditions)}
       )`
    : ''
  // The rows before the page are passed over in an index; only those of the page are read.
  const text = `${found}
  select ${query ? '(select count(*)::int from found)' : 'null::int'} as total, coalesce(json_agg(page), '[]') as found
  from (
    select ${columns}, ${dueState()} as "dueState", ${headline} as headline, p.exact
    from (select c.dossier_id, ${exact} as exact from ${query ? 'found' : 'caseload'} c
          ${whereOf(query ? place : [...conditions, ...place])}
          order by ${by(exact)} limit ${given(first + 1)} ${offset}) p
    join caseload c on c.dossier_id = p.dossier_id
    left join staff s on s.id::text = c.officer_id
    ${query ? 'left join caseload_words w on w.dossier_id = c.dossier_id' : ''}
    order by ${by('p.exact')}
  ) page`
  return { statement: statement(planName(`caseload_${sort}_${shape.join('')}`), text), values }
}

/** How many dossiers a filter retains. */
export function caseloadCount(asked: CaseloadAsked): { statement: Statement; values: unknown[] } {
  const { conditions, shape, values } = caseloadConditions(asked)
  const text = `select count(*)::int as total from caseload c ${whereOf(conditions)}`
  return { statement: statement(planName(`caseload_count_${shape.join('')}`), text), values }
}
