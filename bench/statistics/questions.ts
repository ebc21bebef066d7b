/** What is asked three ways: of the statistics endpoint, in SQL written by hand, and of PostGraphile. */
export interface BenchQuestion {
  name: string
  /** As the statistics endpoint is asked. */
  variables: { period: { from: string; to: string }; groupBy: string[]; filter: Record<string, unknown> }
  /** The columns of the table of matters that stand for the dimensions, and how PostGraphile calls them. */
  columns: string[]
  keys: string[]
  /** A condition on the table, and how PostGraphile is told. */
  where: string
  filter: Record<string, unknown>
}

const everything = { from: '1995-04-01', to: '2027-03-31' }
const oneYear = { from: '2015-04-01', to: '2016-03-31' }

const of = (
  name: string,
  period: { from: string; to: string },
  groups: [dimension: string, column: string][],
  {
    filter = {},
    where = 'true',
    peer = {},
  }: { filter?: Record<string, unknown>; where?: string; peer?: Record<string, unknown> } = {},
): BenchQuestion => ({
  name,
  variables: { period, groupBy: groups.map(([dimension]) => dimension), filter },
  columns: groups.map(([, column]) => column),
  keys: groups.map(([, column]) => column.toUpperCase()),
  where: `closed_on between '${period.from}' and '${period.to}' and ${where}`,
  filter: { closedOn: { greaterThanOrEqualTo: period.from, lessThanOrEqualTo: period.to }, ...peer },
})

const outcome: [string, string] = ['OUTCOME', 'outcome']
const sector: [string, string] = ['SECTOR', 'sector']

export const questions: BenchQuestion[] = [
  of('un exercice, par secteur et résultat', oneYear, [sector, outcome]),
  of('toutes les années, par résultat', everything, [outcome]),
  of('toutes les années, par secteur et résultat', everything, [sector, outcome]),
  of('toutes, par exercice, secteur et résultat', everything, [['FISCAL_YEAR', 'closed_year'], sector, outcome]),
  of('toutes, par mode, langue et anonymat', everything, [
    ['CHANNEL', 'channel'],
    ['LANGUAGE', 'language'],
    ['ANONYMITY', 'anonymous'],
  ]),
  of('toutes, par mois et secteur, un mode', everything, [['MONTH', 'closed_month'], sector], {
    filter: { channels: ['WEB', 'EMAIL'] },
    where: 'channel in (3, 5)',
    peer: { channel: { in: [3, 5] } },
  }),
  of(
    'toutes, par sujet et personne, fondées',
    everything,
    [
      ['SUBJECT', 'subject'],
      ['OFFICER', 'officer'],
    ],
    {
      filter: { outcomes: ['FOUNDED'] },
      where: 'outcome = 1',
      peer: { outcome: { equalTo: 1 } },
    },
  ),
]

/** How each is asked; what comes back is the same table: keys, how many, median, ninth decile and mean. */
export const statisticsQuery = `query ($period: PeriodInput!, $groupBy: [DimensionCode!]!, $filter: StatisticsFilter, $asOf: LocalDate) {
  caseloadStatistics(period: $period, unit: MATTERS, groupBy: $groupBy, filter: $filter, asOf: $asOf) {
    groups { key { value } figures { closed closing { median p90 mean } } }
  }
}`

export const handSql = ({ columns, where }: BenchQuestion): string =>
  `select ${columns.join(', ')}, count(*)::int as closed,
     percentile_cont(0.5) within group (order by closing_days) as median,
     percentile_disc(0.9) within group (order by closing_days) as p90, avg(closing_days)::float as mean
   from peer.matter where ${where} group by ${columns.join(', ')}`

export const peerQuery = ({ keys }: BenchQuestion): string => `query ($filter: MatterFilter!) {
  allMatters(filter: $filter) {
    groupedAggregates(groupBy: [${keys.join(', ')}]) {
      keys sum { one } median { closingDays } ninthDecile { closingDays } average { closingDays }
    }
  }
}`

/** The fixed set of a manager's page: the year and the one before, its months, its flow, its backlog. */
export const dashboard = {
  query: `query Dashboard($year: PeriodInput!, $before: PeriodInput!) {
    year: caseloadStatistics(period: $year, groupBy: [SECTOR, OUTCOME]) { total { ...all } groups { key { value label } figures { closed } } }
    before: caseloadStatistics(period: $before) { total { ...all } }
    criteria: caseloadStatistics(period: $year, unit: MATTERS, groupBy: [CRITERION]) { groups { key { label } figures { founded } } }
    caseloadFlow(period: $year) { openAtStart received reopened closed openAtEnd dispositions { outcome count } }
    timeSeries(period: $year, grain: MONTH) { key figures { received closed open overdue } }
    backlogAge { open overdue classes { age count } age { median p90 } }
  }
  fragment all on CaseloadFigures { received reopened acknowledged closed founded unfounded inadmissible open overdue
    acknowledgement { median p90 mean } reply { median p90 mean } replyNet { median p90 mean } closing { median p90 mean }
    acknowledgedInTime { count share } repliedInTime { count share }
    recommendationsFormulated recommendationsAccepted recommendationsCarriedOut recommendationsOverdue
    consentsAsked consentsGranted consentsRefused escalations }`,
  variables: { year: { from: '2026-04-01', to: '2027-03-31' }, before: { from: '2025-04-01', to: '2026-03-31' } },
}
