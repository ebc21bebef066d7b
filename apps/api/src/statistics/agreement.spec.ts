import {
  addDays,
  businessDaysBetween,
  contributionsOf,
  type Delay,
  type Dimension,
  defaultSettings,
  delays,
  delaysOf,
  type Fact,
  type FactVersion,
  type Flow,
  factsKnownOn,
  factVersions,
  flows,
  grainKey,
  type HistoricalComplaint,
  historicalFact,
  holdingsOf,
  type LocalDate,
  outcomes,
  type Recorded,
  replay,
  type Stock,
  stocks,
  type TimeGrain,
  timeGrains,
  type Unit,
} from '@bienfonde/domain'
import { play, publishedProcess } from '@bienfonde/domain/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addHistoricalComplaints } from '../historicalRegister/historicalComplaints.ts'
import { statisticsFacts } from '../readModels/statisticsFacts.ts'
import { freshDatabase } from '../testing/freshDatabase.ts'
import { delaysSql, flowsSql, sqlDimensions, stocksSql } from '../testing/statisticsSql.ts'
import type { Figures } from './figures.ts'
import type { FactFilter, Question } from './Question.ts'
import { statisticsOf } from './Statistics.ts'

/** A generator that always tells the same story. */
function chance(seed: number) {
  let state = seed
  const next = () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return state
  }
  return {
    tape: () => Array.from({ length: 14 + (next() % 20) }, () => next() ^ (next() << 3)).map(Math.abs),
    below: (limit: number) => Math.floor((next() / 2 ** 31) * limit),
  }
}
const draw = chance(20_261_124)
const one = <T>(among: readonly T[]): T => among[draw.below(among.length)] as T

interface Played {
  id: string
  lines: Recorded[]
  versions: FactVersion[]
}

const played = (n: number): Played => {
  const lines: Recorded[] = []
  play(draw.tape(), publishedProcess, transition => lines.push(...transition.lines))
  return { id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`, lines, versions: factVersions(lines) }
}

const isTime = (dimension: Dimension): dimension is TimeGrain => timeGrains.some(({ code }) => code === dimension)

/** The values of a dimension that a fact has; none is one too. */
function valuesOf(dimension: Dimension, fact: Fact): (string | null)[] {
  const several = (values: readonly string[]) => (values.length > 0 ? [...values] : [null])
  switch (dimension) {
    case 'SECTOR':
      return [fact.sector]
    case 'SERVICE':
      return [fact.service]
    case 'SUBJECT':
      return [fact.subject]
    case 'CHANNEL':
      return [fact.channel]
    case 'OUTCOME':
      return [fact.outcome]
    case 'OFFICER':
      return [fact.officer]
    case 'LANGUAGE':
      return [fact.language]
    case 'ANONYMITY':
      return [fact.anonymous === null ? null : fact.anonymous ? 'YES' : 'NO']
    case 'ORIGIN':
      return [fact.historical ? 'REGISTER' : 'JOURNAL']
    case 'CRITERION':
      return several(fact.criteria)
    case 'GROUND':
      return several(fact.grounds)
    case 'BODY':
      return several(fact.bodies)
    default:
      return [null]
  }
}

/** What a register might say, in any combination that it may. */
function toldByRegister(): HistoricalComplaint {
  const receivedOn = addDays('2026-11-02', draw.below(300))
  const after = (from: LocalDate | null) => (from !== null && draw.below(3) > 0 ? addDays(from, draw.below(60)) : null)
  const outcome = one([null, ...outcomes.map(({ code }) => code)])
  const closed = outcome !== null || draw.below(4) === 0
  const repliedOn = closed ? after(receivedOn) : null
  return {
    ...{ receivedOn, acknowledgedOn: after(receivedOn), repliedOn, closedOn: closed ? after(repliedOn) : null, closed },
    intakeChannel: one([null, 'PHONE', 'WEB']),
    language: one([null, 'FR', 'EN']),
    anonymous: one([null, true, false]),
    sector: one([null, 'HABITATION']),
    ...{ service: null, subject: one([null, 'Accueil', 'Délai']), outcome },
    inadmissibilityGrounds: outcome === 'INADMISSIBLE' ? ['COURT_PROCEEDINGS', 'SENDER_UNREACHABLE'] : [],
    bodies: outcome === 'REFERRED' ? ['TRIBUNAL_LOGEMENT', 'SOCIETE_HABITATION'] : [],
    withoutFurtherActionCause: outcome === 'CLOSED_WITHOUT_FURTHER_ACTION' ? one([null, 'ANONYMITY']) : null,
    criteria: outcome === 'FOUNDED' ? one([[], ['REPRESENTATIVE_ERROR', 'BELOW_SERVICE_STANDARD']]) : [],
  }
}

interface Counted {
  flows: Partial<Record<Flow, number>>
  stocks: Partial<Record<Stock, number>>
  days: Partial<Record<Delay, number[]>>
}

/** The question answered by nothing but what the domain says each fact contributes. */
function plainly(dossiers: readonly Played[], question: Question, today: LocalDate): Map<string, Counted> {
  const { unit, from, groupBy, filter, asOf } = question
  const seenOn = asOf !== null && asOf < today ? asOf : today
  const [to = seenOn] = [question.to, seenOn].sort()
  const cells = new Map<string, Counted>()
  const cell = (key: string) => {
    const known = cells.get(key) ?? { flows: {}, stocks: {}, days: {} }
    cells.set(key, known)
    return known
  }
  const passes = (fact: Fact) =>
    Object.entries(filter).every(([dimension, values]) =>
      valuesOf(dimension as Dimension, fact).some(value => values?.includes(value)),
    )
  const keysOf = (fact: Fact, on: LocalDate) =>
    groupBy.reduce<(string | null)[][]>(
      (keys, dimension) =>
        keys.flatMap(key =>
          (isTime(dimension) ? [grainKey(dimension, on)] : valuesOf(dimension, fact)).map(value => [...key, value]),
        ),
      [[]],
    )
  for (const { id, versions } of dossiers) {
    const facts = factsKnownOn(versions, asOf ?? '9999-12-31').filter(passes)
    const seen = new Set<string>()
    const count = (fact: Fact, on: LocalDate, what: string, add: (cell: Counted) => void) => {
      for (const key of keysOf(fact, on).map(values => JSON.stringify(values))) {
        const mark = `${id} ${fact.stay} ${key} ${what}`
        if (unit === 'DOSSIERS' && fact.kind === 'MATTER' && seen.has(mark)) continue
        seen.add(mark)
        add(cell(key))
      }
    }
    for (const fact of facts) {
      for (const { flow, on } of contributionsOf(fact, unit)) {
        if (on < from || on > to) continue
        count(fact, on, flow, ({ flows }) => {
          flows[flow] = (flows[flow] ?? 0) + 1
        })
      }
      for (const { delay, on, days } of delaysOf(fact, defaultSettings.calendar)) {
        if (on < from || on > to) continue
        count(fact, on, delay, cell => {
          cell.days[delay] = [...(cell.days[delay] ?? []), days]
        })
      }
      if (groupBy.some(isTime)) continue
      for (const { stock, from: since, until } of holdingsOf(fact, unit)) {
        const held = (since <= to ? 1 : 0) - (until !== null && until <= to ? 1 : 0)
        if (held !== 0)
          count(fact, to, stock, ({ stocks }) => {
            stocks[stock] = (stocks[stock] ?? 0) + held
          })
      }
    }
  }
  return cells
}

const sorted = (days: readonly number[]) => days.toSorted((one, other) => one - other)
const plainDelay = (days: readonly number[] | undefined) => {
  const inOrder = sorted(days ?? [])
  const { length } = inOrder
  if (length === 0) return { counted: 0, median: null, p90: null, mean: null }
  const middle = [inOrder[Math.floor((length - 1) / 2)] ?? 0, inOrder[Math.ceil((length - 1) / 2)] ?? 0]
  return {
    counted: length,
    median: ((middle[0] ?? 0) + (middle[1] ?? 0)) / 2,
    p90: inOrder[Math.ceil(length * 0.9) - 1] ?? null,
    mean: inOrder.reduce((sum, value) => sum + value, 0) / length,
  }
}

const stockOf = (figures: Figures, stock: Stock): number =>
  ({
    OPEN: figures.open,
    OVERDUE: figures.overdue,
    RECOMMENDATIONS_OPEN: figures.recommendationsOpen,
    RECOMMENDATIONS_OVERDUE: figures.recommendationsOverdue,
  })[stock]

describe('les chiffres', () => {
  const today = '2028-06-30'
  let fresh: Awaited<ReturnType<typeof freshDatabase>>
  let dossiers: Played[]
  /** What was taken up from an earlier register, beside what is handled here. */
  let takenUp: Played[]

  const write = async (some: readonly Played[]) => {
    await fresh.database.transaction(ask =>
      statisticsFacts.write(
        ask,
        some.map(({ id, lines }) => ({ id, fileNumber: id, lines, complaint: replay(lines) })),
      ),
    )
  }
  const query = async <Row>(text: string) => (await fresh.database.pool.query(text)).rows as Row[]

  beforeAll(async () => {
    fresh = await freshDatabase()
    dossiers = Array.from({ length: 160 }, (_, n) => played(n + 1))
    for (const { id } of dossiers)
      await fresh.database.pool.query(
        `insert into dossier (id, file_number, version, head_hash, created_at) values ($1::uuid, $1::text, 1, repeat('0', 64), now())`,
        [id],
      )
    await write(dossiers)
    const [from] = await query<{ id: number }>(
      `insert into historical_import (register, file_fingerprint, mapping_fingerprint, partial, started_at)
       values ('essai', '', '', false, now()) returning id`,
    )
    const told = Array.from({ length: 120 }, (_, n) => {
      const id = `00000000-0000-4000-9000-${String(n).padStart(12, '0')}`
      return { id, line: n, complaint: toldByRegister() }
    })
    takenUp = []
    for (const takenUpOn of ['2027-05-20', '2028-01-10']) {
      const some = told.splice(0, 60)
      await fresh.database.transaction(ask => addHistoricalComplaints(ask, from?.id ?? 0, some, takenUpOn))
      for (const { id, complaint } of some) {
        const version = { knownFrom: takenUpOn, knownTo: null, facts: [historicalFact(complaint, takenUpOn)] }
        takenUp.push({ id, lines: [], versions: [version] })
      }
    }
    const first = '2026-01-01'
    await query('create table worked_day (day date primary key, through int not null)')
    const rows = await query<{ day: string }>(
      `select to_char(day, 'YYYY-MM-DD') as day from generate_series(date '${first}', date '2029-12-31', '1 day') as day`,
    )
    const worked = rows.map(({ day }) => ({ day, through: businessDaysBetween(first, day) }))
    await fresh.database.pool.query(
      'insert into worked_day select * from jsonb_to_recordset($1::jsonb) as row (day date, through int)',
      [JSON.stringify(worked)],
    )
  })
  afterAll(() => fresh.drop())

  const plain: Dimension[] = [
    'SECTOR',
    'SERVICE',
    'SUBJECT',
    'CHANNEL',
    'OUTCOME',
    'OFFICER',
    'LANGUAGE',
    'ANONYMITY',
    'ORIGIN',
  ]
  const several: Dimension[] = ['CRITERION', 'GROUND', 'BODY']
  const filters: FactFilter[] = [
    {},
    {},
    { SECTOR: ['HABITATION'] },
    { OUTCOME: ['FOUNDED', null] },
    { CRITERION: ['BELOW_SERVICE_STANDARD', 'REPRESENTATIVE_ERROR'] },
    { ANONYMITY: ['NO'], CHANNEL: ['PHONE', 'WEB'] },
    { GROUND: [null], LANGUAGE: ['FR'] },
    { OFFICER: [null] },
    { ORIGIN: ['REGISTER'] },
    { ORIGIN: ['JOURNAL'], OUTCOME: ['FOUNDED'] },
    { SUBJECT: ['un sujet jamais vu'] },
  ]
  const asked = (): Question => {
    const [from = '', to = ''] = [
      one(['2027-01-01', '2027-04-01', '2027-05-13']),
      one(['2027-04-30', '2027-07-01', '2028-03-31', '2029-03-31']),
    ]
    const among = [...plain, ...several, ...timeGrains.map(({ code }) => code)]
    const groupBy = [...new Set(Array.from({ length: draw.below(4) }, () => one(among)))]
    return {
      ...{ unit: one<Unit>(['DOSSIERS', 'MATTERS']), from: from < to ? from : '2027-01-01', to, groupBy },
      ...{ filter: one(filters), delays: true, asOf: one([null, null, '2027-04-20', '2027-06-01', '2027-09-09']) },
    }
  }

  function compare(figures: Figures[], question: Question, by: readonly Played[]) {
    const expected = plainly([...by, ...takenUp], question, today)
    const found = new Map(figures.map(each => [JSON.stringify(each.key.map(({ value }) => value)), each]))
    for (const [key, cell] of expected) {
      const each = found.get(key)
      const silent = Object.keys(cell.flows).length === 0 && Object.values(cell.stocks).every(count => count === 0)
      if (!each && silent) continue
      expect(each, `${key} ${JSON.stringify(question)}`).toBeDefined()
      if (!each) continue
      for (const flow of flows)
        expect(each.flows(flow), `${flow} ${key} ${JSON.stringify(question)}`).toBe(cell.flows[flow] ?? 0)
      for (const delay of delays)
        expect(each.delay(delay), `${delay} ${key} ${JSON.stringify(question)}`).toEqual(plainDelay(cell.days[delay]))
      if (question.groupBy.some(isTime)) continue
      for (const stock of ['OPEN', 'OVERDUE', 'RECOMMENDATIONS_OPEN', 'RECOMMENDATIONS_OVERDUE'] as const)
        expect(stockOf(each, stock), `${stock} ${key} ${JSON.stringify(question)}`).toBe(cell.stocks[stock] ?? 0)
    }
    for (const [key, each] of found) {
      if (expected.has(key)) continue
      for (const flow of flows) expect(each.flows(flow), `${flow} ${key} ${JSON.stringify(question)}`).toBe(0)
    }
  }

  it('sont ceux que disent les faits un à un, quels que soient les dimensions, le filtre et le jour', async () => {
    const moment = await statisticsOf(fresh.database).now(today)
    for (let round = 0; round < 200; round++) {
      const question = asked()
      compare(moment.figures(question), question, dossiers)
    }
  })

  it('sont les mêmes quand on n’en lit qu’une partie', async () => {
    const moment = await statisticsOf(fresh.database).now(today)
    for (let round = 0; round < 120; round++) {
      const question = asked()
      const some = <T>(among: readonly T[]) => among.filter(() => draw.below(4) === 0)
      const wanted = { flows: some(flows), stocks: some(stocks), delays: some(delays) }
      const keyOf = ({ key }: Figures) => JSON.stringify(key.map(({ value }) => value))
      const all = new Map(moment.figures(question).map(each => [keyOf(each), each]))
      for (const part of moment.figures({ ...question, wanted })) {
        const whole = all.get(keyOf(part))
        for (const flow of wanted.flows) expect(part.flows(flow)).toBe(whole?.flows(flow))
        for (const delay of wanted.delays) expect(part.delay(delay)).toEqual(whole?.delay(delay))
        for (const stock of wanted.stocks) if (whole) expect(stockOf(part, stock)).toBe(stockOf(whole, stock))
      }
      const counted = (figures: Figures[]) =>
        figures.reduce((sum, each) => sum + wanted.flows.reduce((all, flow) => all + each.flows(flow), 0), 0)
      expect(counted(moment.figures({ ...question, wanted }))).toBe(counted([...all.values()]))
    }
  })

  it('suivent ce qui est écrit depuis, sans être refaits', async () => {
    const questions = Array.from({ length: 16 }, asked)
    const statistics = statisticsOf(fresh.database)
    const before = await statistics.now(today)
    for (const question of questions) before.figures(question)
    for (let round = 0; round < 6; round++) {
      // Some dossiers are told only in part, then whole again.
      const some = dossiers.filter((_, at) => at % 6 === round)
      const partly = some.map(({ id, lines }) => {
        const told = lines.filter(({ on }) => on <= (lines[Math.floor(lines.length / 2)]?.on ?? ''))
        return { id, lines: told, versions: factVersions(told) }
      })
      for (const [written, state] of [
        [partly, dossiers.map(dossier => partly.find(({ id }) => id === dossier.id) ?? dossier)],
        [some, dossiers],
      ] as const) {
        await write(written)
        const after = await statistics.now(today)
        for (const question of questions) compare(after.figures(question), question, state)
      }
    }
  })

  it('sont ceux d’un SQL écrit à la main', async () => {
    const moment = await statisticsOf(fresh.database).now(today)
    const dimensions = Object.keys(sqlDimensions) as (keyof typeof sqlDimensions)[]
    const inSql = dimensions.filter(
      dimension =>
        dimension !== 'CHANNEL' && dimension !== 'LANGUAGE' && dimension !== 'ANONYMITY' && dimension !== 'OUTCOME',
    )
    for (let round = 0; round < 60; round++) {
      const drawn = asked()
      const groupBy = [...new Set(Array.from({ length: draw.below(4) }, () => one(inSql)))]
      const question = { ...drawn, groupBy, filter: {} }
      const [to = ''] = [question.to, question.asOf ?? today].sort()
      const sql = {
        dossiers: question.unit === 'DOSSIERS',
        ...{ from: question.from, to, asOf: question.asOf ?? undefined },
        groupBy: groupBy.map((dimension, at) => ({ name: `key${at}`, sql: sqlDimensions[dimension] })),
      }
      const keyOf = (row: Record<string, unknown>) =>
        JSON.stringify(
          groupBy.map((dimension, at) =>
            dimension === 'FISCAL_YEAR' ? `${row[`key${at}`]}-${Number(row[`key${at}`]) + 1}` : row[`key${at}`],
          ),
        )
      const found = new Map(
        moment.figures(question).map(each => [JSON.stringify(each.key.map(({ value }) => value)), each]),
      )
      const counted = await query<Record<string, unknown> & { code: Flow; count: number }>(flowsSql(sql))
      const total = (figures: Iterable<Figures>) =>
        [...figures].reduce((sum, each) => sum + flows.reduce((all, flow) => all + each.flows(flow), 0), 0)
      for (const row of counted)
        expect(found.get(keyOf(row))?.flows(row.code), `${row.code} ${keyOf(row)} ${JSON.stringify(question)}`).toBe(
          row.count,
        )
      expect(total(found.values())).toBe(counted.reduce((sum, { count }) => sum + count, 0))
      for (const row of await query<
        Record<string, unknown> & { code: Delay; counted: number; median: number; p90: number; mean: number }
      >(delaysSql(sql))) {
        const { counted: n, median, p90, mean } = row
        const delay = found.get(keyOf(row))?.delay(row.code)
        expect(delay).toEqual({ counted: n, median, p90, mean: expect.closeTo(mean, 9) })
      }
      if (groupBy.some(isTime)) continue
      for (const row of await query<Record<string, unknown> & { open: string; overdue: string }>(stocksSql(sql))) {
        const each = found.get(keyOf(row))
        expect([each?.open ?? 0, each?.overdue ?? 0], `${keyOf(row)} ${JSON.stringify(question)}`).toEqual([
          Number(row.open),
          Number(row.overdue),
        ])
      }
    }
  })
})
