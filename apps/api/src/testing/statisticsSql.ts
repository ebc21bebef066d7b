/** A question as it is asked of the facts in plain SQL, to be compared with the answers of the columnar copy. */
export interface SqlQuestion {
  dossiers: boolean
  from: string
  to: string
  /** Expressions over a known fact and the counted `day`, and how each is named. */
  groupBy: readonly { name: string; sql: string }[]
  /** A condition over a known fact. */
  where?: string
  /** The evening on which the facts are read; the present without it. */
  asOf?: string | undefined
  delays?: boolean
}

/** The dimensions as expressions; those with several values come from a join on the bits of a number. */
export const sqlDimensions = {
  FISCAL_YEAR: "extract(year from day - interval '3 months')::int",
  MONTH: "to_char(day, 'YYYY-MM')",
  SECTOR: 'sector',
  SERVICE: 'service',
  SUBJECT: 'subject',
  OFFICER: 'officer_id',
  CHANNEL: 'channel',
  LANGUAGE: 'language',
  ANONYMITY: 'anonymous',
  OUTCOME: 'outcome',
  ORIGIN: "case when historical then 'REGISTER' else 'JOURNAL' end",
} as const

const later = (asOf: string | undefined, known: string, value: string, otherwise = 'null') =>
  asOf ? `case when ${known} <= '${asOf}' then ${value} else ${otherwise} end as ${value}` : value

/** The facts as they are, or as they were known on an evening. */
const knownFacts = ({ asOf, where = 'true' }: SqlQuestion) => `
  select * from (
    select dossier_no, position, version, historical, kind, stay, opened_on, entered_on, reopened, sector, service, subject, channel,
      language, anonymous, due_on,
      ${later(asOf, 'answered_known_on', 'answered_on')}, answered_in_time, answer,
      ${later(asOf, 'admitted_on', 'admitted_on')},
      ${later(asOf, 'officer_known_on', 'officer_id')},
      ${later(asOf, 'ended_known_on', 'done_on')}, done_in_time, done_by_date,
      ${later(asOf, 'ended_known_on', 'ended_on')},
      ${later(asOf, 'ended_known_on', 'outcome', '0')}, disposition, cause, improvement, suspensions, undated
    from statistics_fact
    where ${asOf ? `known_from <= '${asOf}' and (known_to is null or known_to > '${asOf}') and entered_known_on <= '${asOf}'` : 'known_to is null'}
  ) fact where ${where}`

const results = [
  'FOUNDED',
  'UNFOUNDED',
  'INADMISSIBLE_ALONE',
  'REFERRED',
  'TRANSFERRED',
  'WITHOUT_FURTHER_ACTION',
  'WITHDRAWN',
  'RESOLVED_INFORMALLY',
]

/** What is counted, on which day, and whether it is: as a published query would write it. */
const flowRows = (dossiers: boolean) => {
  const result = dossiers ? 'disposition' : 'outcome'
  const since = dossiers ? 'opened_on' : 'entered_on'
  const back = dossiers ? 'stay > 1' : 'reopened'
  return `(values
    ('RECEIVED', ${since}, kind = 1 and not (${back})),
    ('REOPENED', ${since}, kind = 1 and ${back}),
    ('ACKNOWLEDGED', answered_on, kind = 1),
    ('ACKNOWLEDGED_IN_TIME', answered_on, kind = 1 and answered_in_time),
    ('ACKNOWLEDGED_UNJUDGED', answered_on, kind = 1 and answered_in_time is null),
    ('ADMISSIBLE', admitted_on, kind = 1),
    ('REPLIED', done_on, kind = 1),
    ('REPLIED_IN_TIME', done_on, kind = 1 and done_in_time),
    ('REPLIED_BY_DATE', done_on, kind = 1 and done_by_date),
    ('REPLIED_UNJUDGED', done_on, kind = 1 and done_in_time is null),
    ('CLOSED', ended_on, kind = 1),
    ${results.map((flow, at) => `('${flow}', ended_on, kind = 1 and ${result} = ${at + 1})`).join(',\n    ')},
    ('UNFOUNDED_WITH_LEAD', ended_on, kind = 1 and ${result} = 2 and improvement),
    ('CONSENT_REFUSED', ended_on, kind = 1 and ${result} = 6 and cause = 1),
    ('ANONYMITY', ended_on, kind = 1 and ${result} = 6 and cause = 2),
    ('RECOMMENDATIONS_FORMULATED', entered_on, kind = 2),
    ('RECOMMENDATIONS_ACCEPTED', answered_on, kind = 2 and answer in (1, 2)),
    ('RECOMMENDATIONS_REFUSED', answered_on, kind = 2 and answer = 3),
    ('RECOMMENDATIONS_CARRIED_OUT', done_on, kind = 2),
    ('CONSENTS_ASKED', entered_on, kind = 3),
    ('CONSENTS_GRANTED', answered_on, kind = 3 and answer = 4),
    ('CONSENTS_REFUSED', answered_on, kind = 3 and answer = 3),
    ('ESCALATIONS', entered_on, kind = 4)
  ) as flow (code, day, counts)`
}

/** One stay of a dossier counts once in dossiers; everything else counts each time. */
const once = (dossiers: boolean) =>
  dossiers
    ? `case when kind = 1 then dossier_no || ' ' || stay else dossier_no || ' ' || kind || ' ' || position end`
    : ''

const keys = (groupBy: SqlQuestion['groupBy']) => groupBy.map(({ name, sql }) => `${sql} as ${name}`)
const places = (groupBy: SqlQuestion['groupBy'], more: number) =>
  Array.from({ length: groupBy.length + more }, (_, at) => at + 1).join(', ')

/** Every flow by group: code, keys, count. */
export function flowsSql(question: SqlQuestion): string {
  const { dossiers, from, to, groupBy } = question
  const count = dossiers ? `count(distinct ${once(true)})` : 'count(*)'
  return `with fact as (${knownFacts(question)})
    select ${['code', ...keys(groupBy)].join(', ')}, ${count}::int as count
    from fact, lateral ${flowRows(dossiers)}
    where counts and day between '${from}' and '${to}'
    group by ${places(groupBy, 1)}`
}

/** What is open and late at the end of the period, by group without time: keys, open, overdue. */
export function stocksSql(question: SqlQuestion): string {
  const { dossiers, to, groupBy } = question
  const since = dossiers ? 'opened_on' : 'entered_on'
  const held = dossiers ? `distinct ${once(true)}` : '*'
  return `with fact as (${knownFacts(question)} and kind = 1)
    select ${[...keys(groupBy), ''].join(', ')}
      count(${held}) filter (where ${since} <= '${to}') - count(${held}) filter (where ended_on <= '${to}') as open,
      count(${held}) filter (where ${since} <= '${to}' and due_on < '${to}' and (ended_on is null or ended_on > '${to}'))
        as overdue
    from fact ${groupBy.length > 0 ? `group by ${places(groupBy, 0)}` : ''}`
}

/**
 * The delays by group: code, keys, then how many, median, ninth decile, mean. Business days come from a table of days,
 * \`worked_day (day, through)\`, where \`through\` is how many were worked up to and including each.
 */
export function delaysSql(question: SqlQuestion): string {
  const { dossiers, from, to, groupBy } = question
  const through = (day: string) => `(select through from worked_day where worked_day.day = ${day})`
  const kept = ['code', 'days', ...keys(groupBy)].join(', ')
  return `with fact as (${knownFacts(question)} and kind = 1), measured as (
      select ${dossiers ? `distinct dossier_no, stay, ` : ''}${kept}
      from fact, lateral (values
        ('ACKNOWLEDGEMENT', answered_on), ('REPLY', done_on), ('CLOSING', case when not undated then ended_on end)
      ) as delay (code, day), lateral (select greatest(${through('delay.day')} - ${through('opened_on')}, 0) as days) counted
      where day between '${from}' and '${to}'
    )
    select ${['code', ...groupBy.map(({ name }) => name)].join(', ')}, count(*)::int as counted,
      percentile_cont(0.5) within group (order by days) as median,
      percentile_disc(0.9) within group (order by days) as p90, avg(days)::float as mean
    from measured group by ${places(groupBy, 1)}`
}
