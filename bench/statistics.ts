/**
 * The figures at ten thousand dossiers, a hundred thousand and a million: first whether the answers are the same, then
 * the ratios, all in one run. `pnpm build`, then `node bench/statistics.ts [dossiers…]`; to compare with PostGraphile,
 * `pnpm --dir bench/postgraphile install` before. Everything happens in databases thrown away at the end.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { signedInBy } from '../apps/api/dist/access/session.js'
import { openDatabase } from '../apps/api/dist/database/dataSource.js'
import { startEmbedded } from '../apps/api/dist/database/embedded.js'
import { statement } from '../apps/api/dist/database/statement.js'
import { demonstrationPassword } from '../apps/api/dist/demonstration/accounts.js'
import { seedDemonstration } from '../apps/api/dist/demonstration/seed.js'
import { makeServer } from '../apps/api/dist/server.js'
import { statisticsOf } from '../apps/api/dist/statistics/Statistics.js'
import { openMasterKey } from '../apps/api/dist/vault/epochs.js'
import { factCode } from '../packages/domain/dist/index.js'
import { copyFacts } from './statistics/copies.ts'
import {
  type BenchQuestion,
  dashboard,
  handSql,
  peerQuery,
  questions,
  statisticsQuery,
} from './statistics/questions.ts'
import { makeTables } from './statistics/tables.ts'
import { upkeep } from './statistics/upkeep.ts'

const sizes = process.argv.slice(2).map(Number)
const number = new Intl.NumberFormat('fr-CA', { maximumFractionDigits: 2 })
const say = (...cells: (string | number)[]) =>
  console.log(
    cells
      .map((cell, at) =>
        at === 0 ? String(cell).padEnd(46) : (typeof cell === 'number' ? number.format(cell) : cell).padStart(13),
      )
      .join(''),
  )
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
const heldMegabytes = () => {
  collect()
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / 1e6
}
const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const timed = async <T>(work: () => Promise<T>): Promise<[number, T]> => {
  const from = performance.now()
  const answer = await work()
  return [performance.now() - from, answer]
}

const peerAt = new URL('./postgraphile/serve.js', import.meta.url)
const hasPeer = existsSync(new URL('./postgraphile/node_modules', import.meta.url))

/** The fixed set's time at each size, for the growth. */
const fixed = new Map<number, { dashboard: number; key: number }>()

async function bench(wanted: number) {
  const directory = mkdtempSync(join(tmpdir(), 'bienfonde-bench-'))
  const cluster = await startEmbedded({ directory, throwaway: true })
  const database = await openDatabase({ host: cluster.host }, { statementTimeout: 0 })
  const master = await openMasterKey(database, randomBytes(32))
  try {
    await seedDemonstration({ database, master }, { count: 120 })
    const facts = await copyFacts(database, wanted)
    await makeTables(database, wanted)
    console.log(`\n== ${number.format(wanted)} dossiers, ${number.format(facts)} faits, toutes versions comprises`)
    await measure(wanted, { database, master }, cluster.host)
    await upkeep({ database, master }, say)
  } finally {
    await database.close()
    await cluster.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}

type Door = Parameters<typeof makeServer>[0]

async function measure(wanted: number, { database, master }: Door, host: string) {
  const before = heldMegabytes()
  const [startMs] = await timed(() => statisticsOf(database).warm())
  say('copie prête (s), mémoire au-dessus de la base (Mo)', startMs / 1000, heldMegabytes() - before)

  const server = await makeServer({ database, master, requestsPerMinute: 10_000_000, anyDocument: true })
  const byKey = statement('bench_by_key', 'select row from bench_dossier where dossier_id = $1')
  server.get<{ Params: { id: string } }>('/bench/key/:id', async (request, reply) => {
    if (!(await signedInBy(database.ask, request.cookies.bienfonde))) return reply.code(401).send()
    const [found] = await database.ask<{ row: object }>(byKey, [request.params.id])
    return found?.row
  })
  const statements = questions.map((question, at) => statement(`bench_sql_${at}`, handSql(question)))
  server.get<{ Params: { at: string } }>('/bench/sql/:at', async (request, reply) => {
    if (!(await signedInBy(database.ask, request.cookies.bienfonde))) return reply.code(401).send()
    const asked = statements[Number(request.params.at)]
    return asked ? { rows: await database.ask(asked) } : reply.code(404).send()
  })
  const url = await server.listen({ port: 0, host: '127.0.0.1' })
  const peer = hasPeer
    ? await (await import(peerAt.href)).servePostGraphile(`postgres://postgres@/postgres?host=${host}`, 'peer')
    : undefined
  try {
    await compare(wanted, url, await signIn(url), peer?.url, database)
  } finally {
    await peer?.stop()
    server.server.closeAllConnections()
    await server.close()
  }
}

async function signIn(url: string): Promise<string> {
  const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }'
  const input = { email: 'responsable@exemple.test', password: demonstrationPassword }
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query, variables: { input } }),
  })
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

/** Each answer as one table that can be compared: keys, then how many, median, ninth decile and mean. */
type Told = Map<string, (number | null)[]>
const rounded = (value: unknown) => (value === null ? null : Number(Number(value).toFixed(6)))
const codes: Record<string, (value: unknown) => string | null> = {
  outcome: value => factCode('outcome', Number(value)),
  channel: value => factCode('channel', Number(value)),
  language: value => factCode('language', Number(value)),
  anonymous: value => (value === null ? null : String(value) === 'true' || value === 't' ? 'YES' : 'NO'),
  closed_year: value => `${value}-${Number(value) + 1}`,
}
const keyOf = (columns: string[], values: unknown[]) =>
  JSON.stringify(columns.map((column, at) => codes[column]?.(values[at]) ?? values[at] ?? null))

function door(url: string, cookie: string, peerUrl: string | undefined) {
  const post = async (address: string, query: string, variables: object) => {
    const headers = { cookie, 'content-type': 'application/json' }
    const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })
    const answer = (await response.json()) as { data?: Record<string, unknown>; errors?: unknown }
    if (!answer.data || answer.errors) throw new Error(JSON.stringify(answer.errors))
    return answer.data
  }
  const get = async (path: string) => (await (await fetch(`${url}${path}`, { headers: { cookie } })).json()) as object
  return {
    key: (id: string) => get(`/bench/key/${id}`),
    dashboard: () => post(`${url}/statistics`, dashboard.query, dashboard.variables),
    ours: (variables: object) => post(`${url}/statistics`, statisticsQuery, variables),
    sql: (at: number) => get(`/bench/sql/${at}`),
    peer: (question: BenchQuestion) => post(peerUrl ?? '', peerQuery(question), { filter: question.filter }),
  }
}

interface Ours {
  groups: { key: { value: string | null }[]; figures: { closed: number; closing: Record<string, number | null> } }[]
}
const toldByUs = (data: Record<string, unknown>): Told =>
  new Map(
    (data.caseloadStatistics as Ours).groups
      .filter(({ figures }) => figures.closed > 0)
      .map(({ key, figures: { closed, closing } }) => [
        JSON.stringify(key.map(({ value }) => value)),
        [closed, ...[closing.median, closing.p90, closing.mean].map(rounded)],
      ]),
  )
const toldBySql = ({ columns }: BenchQuestion, answer: object): Told =>
  new Map(
    (answer as { rows: Record<string, unknown>[] }).rows.map(row => [
      keyOf(
        columns,
        columns.map(column => row[column]),
      ),
      [Number(row.closed), rounded(row.median), rounded(row.p90), rounded(row.mean)],
    ]),
  )
interface Peer {
  groupedAggregates: {
    keys: (string | null)[]
    sum: { one: string }
    median: { closingDays: number }
    ninthDecile: { closingDays: number }
    average: { closingDays: string }
  }[]
}
const toldByPeer = ({ columns }: BenchQuestion, data: Record<string, unknown>): Told =>
  new Map(
    (data.allMatters as Peer).groupedAggregates.map(({ keys, sum, median: middle, ninthDecile, average }) => [
      keyOf(columns, keys),
      [Number(sum.one), ...[middle.closingDays, ninthDecile.closingDays, average.closingDays].map(rounded)],
    ]),
  )
const inOrder = (told: Told) => JSON.stringify([...told].sort(([one], [other]) => (one < other ? -1 : 1)))

async function compare(
  wanted: number,
  url: string,
  cookie: string,
  peerUrl: string | undefined,
  database: Door['database'],
) {
  const asking = door(url, cookie, peerUrl)
  console.log('\nMêmes réponses, au chiffre près (groupes)')
  for (const [at, question] of questions.entries()) {
    const ours = toldByUs(await asking.ours(question.variables))
    const sql = inOrder(toldBySql(question, await asking.sql(at)))
    const peer = peerUrl ? inOrder(toldByPeer(question, await asking.peer(question))) : undefined
    const same = (other: string | undefined) =>
      other === undefined ? 'absent' : other === inOrder(ours) ? 'oui' : 'NON'
    say(question.name, ours.size, `SQL ${same(sql)}`, `PostGr. ${same(peer)}`)
  }

  const { rows } = await database.pool.query('select dossier_id as id from bench_dossier limit 200')
  const times = new Map<string, number[]>()
  const note = async (name: string, work: () => Promise<unknown>) => {
    const [spent] = await timed(work)
    times.set(name, [...(times.get(name) ?? []), spent])
  }
  for (let round = 0; round < 60; round++) {
    await note('clé', () => asking.key(rows[round % rows.length].id))
    await note('fixe', asking.dashboard)
  }
  // What was asked is kept and follows the caseload: a period that begins on another day was never asked.
  const never = ({ variables }: BenchQuestion, round: number) => {
    const { from, to } = variables.period
    return { ...variables, period: { from: `${from.slice(0, 8)}${String(round + 2).padStart(2, '0')}`, to } }
  }
  const rounds = wanted >= 1_000_000 ? 7 : 15
  for (let round = 0; round < rounds; round++) {
    for (const [at, question] of questions.entries()) {
      await note(`nous ${at}`, () => asking.ours(never(question, round)))
      await note(`encore ${at}`, () => asking.ours(never(question, round)))
      await note(`sql ${at}`, () => asking.sql(at))
      if (peerUrl) await note(`pair ${at}`, () => asking.peer(question))
    }
  }
  const of = (name: string) => median(times.get(name) ?? [])
  console.log('\nQuestions libres : médianes en ms, jamais posées puis reposées')
  say('', 'nous', 'reposée', 'SQL', 'PostGraphile', '× SQL', '× PostGr.')
  for (const [at, { name }] of questions.entries()) {
    const [ours, again, sql, peer] = [of(`nous ${at}`), of(`encore ${at}`), of(`sql ${at}`), of(`pair ${at}`)]
    say(name, ours, again, sql, peer, sql / ours, peer / ours)
  }
  const key = of('clé')
  fixed.set(wanted, { dashboard: of('fixe'), key })
  say('\nensemble fixe (ms), clé primaire (ms), rapport', of('fixe'), key, of('fixe') / key)

  const past = []
  for (const asOf of ['2024-11-01', '2020-01-15', '2026-03-31']) {
    past.push((await timed(() => asking.ours({ ...questions[3]?.variables, asOf })))[0])
  }
  say('ce qui était connu un jour passé, 3 dimensions (ms)', median(past))
}

for (const wanted of sizes.length > 0 ? sizes : [10_000, 100_000, 1_000_000]) await bench(wanted)
const [smallest, largest] = [Math.min(...fixed.keys()), Math.max(...fixed.keys())]
if (smallest < largest) {
  const growth = (fixed.get(largest)?.dashboard ?? 0) / (fixed.get(smallest)?.dashboard ?? 1)
  say(
    `\nensemble fixe, de ${number.format(smallest)} à ${number.format(largest)} dossiers`,
    `× ${number.format(growth)}`,
  )
}
