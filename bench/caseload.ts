/**
 * The list of dossiers at a hundred thousand: each question beside a primary-key lookup behind the same door, in the same
 * run. `pnpm build`, then `node bench/caseload.ts [dossiers]`; everything happens in a database thrown away at the end.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { signedInBy } from '../apps/api/dist/access/session.js'
import { openDatabase } from '../apps/api/dist/database/dataSource.js'
import { startEmbedded } from '../apps/api/dist/database/embedded.js'
import { statement } from '../apps/api/dist/database/statement.js'
import { demonstrationPassword } from '../apps/api/dist/demonstration/accounts.js'
import { seedDemonstration } from '../apps/api/dist/demonstration/seed.js'
import { caseloadCount, caseloadStatement } from '../apps/api/dist/queries/caseloadStatement.js'
import { makeServer } from '../apps/api/dist/server.js'
import { openMasterKey } from '../apps/api/dist/vault/epochs.js'
import { chromium as installed } from '../packages/ui/browser/chromium.ts'

const wanted = Number(process.argv[2] ?? 100_000)
const played = 120
const rounds = 40
const portal = fileURLToPath(new URL('../apps/portal/dist', import.meta.url))
const number = new Intl.NumberFormat('fr-CA', { maximumFractionDigits: 1 })
const say = (...cells: (string | number)[]) =>
  console.log(
    cells
      .map((cell, at) =>
        at === 0 ? String(cell).padEnd(46) : (typeof cell === 'number' ? number.format(cell) : cell).padStart(12),
      )
      .join(''),
  )
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
const held = () => {
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const directory = mkdtempSync(join(tmpdir(), 'bienfonde-bench-'))
const cluster = await startEmbedded({ directory, throwaway: true })
const database = await openDatabase({ host: cluster.host }, { statementTimeout: 0 })
const master = await openMasterKey(database, randomBytes(32))

/** Copies the played dossiers: their rows moved in time and from hand to hand, their journals as they are, chains unverified. */
async function copies() {
  const ask = (text: string) => database.pool.query(text)
  const { rows } = await ask('select count(*)::int as here from caseload')
  const each = Math.ceil(wanted / rows[0].here)
  await ask(`create temp table copied on commit preserve rows as
    select dossier_id as source, gen_random_uuid() as dossier_id, n, row_number() over () as serial
    from caseload, generate_series(2, ${each}) n`)
  await ask(`insert into caseload
    select m.dossier_id, to_char(1900 + m.n % 100, 'FM0000') || '-' || lpad(m.serial::text, 6, '0'), phase,
      received_on - days, registered_on - days, intake_channel, language, anonymous,
      case when m.serial % 50 = 0 then null
        else (select id::text from staff where role = 'OFFICER' order by id offset m.serial % 2 limit 1) end,
      sectors, subjects, outcomes, matters, acknowledgement_due_on - days, acknowledged_on - days, reply_due_on - days,
      suspended, closed_on - days, informed, escalated, version, changed_at - make_interval(days => days, secs => m.n),
      excerpt
    from copied m join caseload c on c.dossier_id = m.source, lateral (select (m.n * 37 % 900)::int as days) shift`)
  await ask(`insert into dossier
    select m.dossier_id, to_char(1900 + m.n % 100, 'FM0000') || '-' || lpad(m.serial::text, 6, '0'), version, head_hash, created_at
    from copied m join dossier d on d.id = m.source`)
  await ask(`insert into journal (dossier_id, seq, type, event, actor_id, actor_role, at, confirmation, hash, previous_hash)
    select m.dossier_id, seq, type, event, actor_id, actor_role, at, confirmation, hash, previous_hash
    from copied m join journal j on j.dossier_id = m.source`)
  await ask(`insert into caseload_words
    select m.dossier_id, body || ' Lot ' || m.n || '.', words || to_tsvector('simple', 'lot' || m.serial)
    from copied m join caseload_words w on w.dossier_id = m.source`)
  // Most dossiers of a ministry are closed: what is open is what is left of three years.
  await ask(`update caseload set phase = 'CLOSED', closed_on = reply_due_on, informed = true, suspended = false
    where closed_on is null and abs(hashtext(dossier_id::text)) % 10 > 0 and dossier_id in (select dossier_id from copied)`)
  await ask('vacuum (analyze) caseload')
  await ask('vacuum (analyze) caseload_words')
  await ask('vacuum (analyze) journal')
}

interface Page {
  goto(address: string): Promise<unknown>
  waitForTimeout(milliseconds: number): Promise<void>
  locator(selector: string): { nth(row: number): { waitFor(): Promise<void> } }
  waitForRequest(wanted: (request: { postData(): string | null }) => boolean): Promise<{ postData(): string | null }>
  evaluate<Given, Got>(run: (given: Given) => Got, given: Given): Promise<Awaited<Got>>
}

interface Question {
  name: string
  variables: Record<string, unknown>
}

async function measure() {
  const server = await makeServer({
    database,
    master,
    anyDocument: true,
    portal: existsSync(portal) ? portal : undefined,
    requestsPerMinute: 10_000_000,
  })
  const byKey = statement('bench_by_key', 'select row_to_json(c) as row from caseload c where dossier_id = $1')
  server.get<{ Params: { id: string } }>('/bench/:id', async (request, reply) => {
    const person = await signedInBy(database.ask, request.cookies.bienfonde)
    if (!person) return reply.code(401).send()
    const [found] = await database.ask<{ row: object }>(byKey, [request.params.id])
    return found?.row
  })
  const url = await server.listen({ port: 0, host: '127.0.0.1' })
  try {
    const cookie = await signIn(url)
    const asking = door(url, cookie)
    await ratios(asking)
    await plans()
    await csv(url, cookie)
    await browser(url, cookie)
  } finally {
    server.server.closeAllConnections()
    await server.close()
  }
}

const list = `query Caseload($filter: CaseloadFilter, $sort: CaseloadSort!, $first: Int!, $after: String, $skip: Int!, $counted: Boolean!) {
  caseload(filter: $filter, sort: $sort, first: $first, after: $after, skip: $skip) {
    total @include(if: $counted) next
    rows { id fileNumber phase receivedOn replyDueOn dueState anonymous officerName subjects outcomes sectors closedOn
      intakeChannel language matters acknowledgementDueOn acknowledgedOn informed escalated changedAt excerpt
      passage { text hit } }
  }
}`
const usual = { filter: {}, sort: 'REPLY_DUE_ASC', first: 50, skip: 0, after: null, counted: true }

interface Page50 {
  data?: { caseload: { total: number; next: string | null; rows: { id: string; subjects: string[] }[] } }
  errors?: unknown
}

function door(url: string, cookie: string) {
  const headers = { cookie, 'content-type': 'application/json' }
  return {
    list: async (variables: object): Promise<Page50> => {
      const body = JSON.stringify({ query: list, variables: { ...usual, ...variables } })
      const answer = (await (await fetch(`${url}/graphql`, { method: 'POST', headers, body })).json()) as Page50
      if (!answer.data) throw new Error(JSON.stringify(answer.errors))
      return answer
    },
    views: async () => {
      const body = JSON.stringify({ query: '{ caseloadViews { id } }' })
      await (await fetch(`${url}/graphql`, { method: 'POST', headers, body })).json()
    },
    byKey: async (id: string) => void (await (await fetch(`${url}/bench/${id}`, { headers })).json()),
  }
}

async function signIn(url: string): Promise<string> {
  const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }'
  const input = { email: 'responsable@exemple.test', password: demonstrationPassword }
  const body = JSON.stringify({ query, variables: { input } })
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body })
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

/** Every question in turn, round after round, so that the machine's mood is shared; the median of each. */
async function ratios(asking: ReturnType<typeof door>) {
  const first = await asking.list({})
  const { total = 0, rows = [] } = first.data?.caseload ?? {}
  const ids = rows.map(({ id }) => id)
  const [common = ''] =
    rows
      .flatMap(({ subjects }) => subjects)
      .join(' ')
      .match(/\p{L}{6,}/u) ?? []
  const deep = await asking.list({ skip: total - 500 })
  const after = deep.data?.caseload.next
  const questions: Question[] = [
    { name: 'première page, total compris', variables: {} },
    { name: 'première page, avant le total', variables: { counted: false } },
    { name: 'page suivante', variables: { after: first.data?.caseload.next, counted: false } },
    { name: 'page profonde, par repère', variables: { after, counted: false } },
    { name: 'page profonde, par rang', variables: { skip: total - 500, counted: false } },
    { name: 'tri par dernier changement', variables: { sort: 'CHANGED_DESC' } },
    { name: 'filtre : en analyse', variables: { filter: { phases: ['UNDER_ANALYSIS'] } } },
    { name: 'filtre : fermés', variables: { filter: { phases: ['CLOSED'] } } },
    { name: 'filtre : en retard', variables: { filter: { dueStates: ['LATE'] } } },
    {
      name: 'filtre : mes dossiers en cours',
      variables: { filter: { officer: 'me', phases: ['TO_EXAMINE', 'UNDER_ANALYSIS'] } },
    },
    {
      name: 'filtre : sans responsable, en cours',
      variables: { filter: { officer: 'none', phases: ['TO_EXAMINE', 'UNDER_ANALYSIS'] } },
    },
    {
      name: 'filtre : fondées, reçues en un trimestre',
      variables: { filter: { outcomes: ['FOUNDED'], receivedFrom: '2025-04-01', receivedTo: '2025-06-30' } },
    },
    { name: 'recherche : un mot rare', variables: { filter: { search: 'lot777' } } },
    { name: 'recherche : un numéro', variables: { filter: { search: '1902-000001' } } },
    { name: `recherche : un mot courant (${common})`, variables: { filter: { search: common } } },
  ]
  const times = new Map<string, number[]>(
    ['clé primaire', 'vues gardées', ...questions.map(({ name }) => name)].map(name => [name, []]),
  )
  const timed = async (name: string, work: () => Promise<unknown>) => {
    const from = performance.now()
    await work()
    times.get(name)?.push(performance.now() - from)
  }
  const totals = new Map<string, number>()
  for (const { name, variables } of questions) {
    totals.set(name, (await asking.list({ ...variables, counted: true })).data?.caseload.total ?? 0)
  }
  for (let round = 0; round < rounds; round++) {
    await timed('clé primaire', () => asking.byKey(ids[round % ids.length] ?? ''))
    await timed('vues gardées', asking.views)
    for (const { name, variables } of questions) await timed(name, () => asking.list(variables))
  }
  const floor = median(times.get('clé primaire') ?? [])
  console.log(`\n${number.format(total)} dossiers ; médiane de ${rounds} tours, une demande à la fois`)
  say('', 'retenus', 'ms', '× clé')
  for (const [name, values] of times) say(name, totals.get(name) ?? '', median(values), median(values) / floor)
}

/** Which of the usual questions read the whole table. */
async function plans() {
  const days = { today: '2026-11-23', soon: '2026-11-30' }
  const asker = { id: '00000000-0000-4000-8000-000000000000', role: 'OFFICER', sector: null } as const
  const filters = {
    tout: {},
    'en analyse': { phases: ['UNDER_ANALYSIS' as const] },
    'en retard': { dueStates: ['LATE' as const] },
    'sans responsable': { officer: 'none' },
    'un mot rare': { search: 'lot777' },
    'fondées d’un secteur': { outcomes: ['FOUNDED' as const], sectors: ['HABITATION'] },
  }
  console.log('\nCe que lit chaque question (page de 50, puis total)')
  for (const [name, filter] of Object.entries(filters)) {
    const asked = { filter, asker, ...days }
    const page = caseloadStatement({ ...asked, sort: 'REPLY_DUE_ASC', first: 50, after: undefined, skip: 0 })
    for (const { statement, values } of [page, caseloadCount(asked)]) {
      const { rows } = await database.pool.query(`explain (analyze, format json) ${statement.text}`, values)
      const found: string[] = []
      walk(rows[0]['QUERY PLAN'][0].Plan, found)
      say(
        name,
        `${number.format(rows[0]['QUERY PLAN'][0]['Execution Time'])} ms`,
        `  ${[...new Set(found)].join(', ')}`,
      )
    }
  }
}

interface Plan {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  Plans?: Plan[]
}
function walk(plan: Plan, found: string[]) {
  if (plan['Index Name']) found.push(plan['Index Name'])
  else if (plan['Relation Name'] && plan['Node Type'] === 'Seq Scan') found.push(`TOUT ${plan['Relation Name']}`)
  for (const inner of plan.Plans ?? []) walk(inner, found)
}

/** The whole list as a file, beside the same rows read from the database and nothing else. */
async function csv(url: string, cookie: string) {
  const body = JSON.stringify({
    filter: {},
    sort: 'RECEIVED_DESC',
    columns: ['FILE_NUMBER', 'SUBJECTS', 'PHASE', 'RECEIVED_ON', 'REPLY_DUE_ON', 'OFFICER', 'EXCERPT'],
  })
  const bare = async () => {
    const from = performance.now()
    const rows = await database.snapshot(async ask => {
      await ask(
        statement(
          '',
          'declare bare no scroll cursor for select row_to_json(c) as row from caseload c order by received_on desc, dossier_id desc',
        ),
      )
      for (let rows = 0; ; ) {
        const found = await ask(statement('', 'fetch forward 500 from bare'))
        rows += found.length
        if (found.length < 500) return rows
      }
    })
    return rows / (performance.now() - from)
  }
  const file = async (weighed: boolean) => {
    const before = weighed ? held() : 0
    const from = performance.now()
    let lines = -1
    let bytes = 0
    let peak = Number.NEGATIVE_INFINITY
    let pieces = 0
    const response = await fetch(`${url}/files/caseload.csv`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body,
    })
    if (!response.body) throw new Error(String(response.status))
    for await (const piece of response.body) {
      bytes += piece.length
      for (const byte of piece) if (byte === 10) lines++
      if (weighed && ++pieces % 50 === 0) peak = Math.max(peak, held() - before)
    }
    return { rate: lines / (performance.now() - from), lines, bytes, peak }
  }
  await bare()
  const limit = median([await bare(), await bare(), await bare()])
  const files = [await file(false), await file(false), await file(false)]
  const weighed = await file(true)
  const rate = median(files.map(each => each.rate))
  const [last] = files.slice(-1)
  console.log('\nFichier CSV de tous les dossiers')
  say('lignes, Mo', last?.lines ?? 0, (last?.bytes ?? 0) / 1e6)
  say('lignes par seconde', rate * 1000)
  say('les mêmes lignes, lues de la base seulement', limit * 1000, `× ${number.format(limit / rate)}`)
  say('mémoire retenue de plus, au plus haut (Mo)', weighed.peak / 1e6)
}

/** From a filter chosen to its first row on screen, beside the bare call that brings the same rows. */
async function browser(url: string, cookie: string) {
  if (!existsSync(portal)) return console.log('\nLe portail n’est pas construit : rien n’est mesuré à l’écran.')
  const require = createRequire(new URL('../apps/portal/package.json', import.meta.url))
  const { chromium } = require('playwright-core')
  const launched = await chromium.launch(await installed())
  try {
    const context = await launched.newContext({ viewport: { width: 1280, height: 800 }, locale: 'fr-CA' })
    const [name = '', value = ''] = cookie.split('=')
    await context.addCookies([{ name, value, url }])
    const page = await context.newPage()
    await page.goto(`${url}/dossiers?vue=tous&phase=CLOSED`)
    await page.locator('tbody a').first().waitFor()
    const seen: number[] = []
    const bare: number[] = []
    const choices = ['UNDER_ANALYSIS', 'CLOSED', 'TO_EXAMINE', 'READY_FOR_NOTICE']
    for (let round = 0; round < 24; round++) {
      const asked = page.waitForRequest(
        (request: { url(): string; postData(): string | null }) =>
          request.url().endsWith('/graphql') && (request.postData() ?? '').includes('"operationName":"Caseload"'),
      )
      seen.push(await page.evaluate(filtered, choices[round % choices.length]))
      bare.push(await page.evaluate(replayed, (await asked).postData() ?? ''))
    }
    await page.goto(`${url}/dossiers?vue=tous`)
    await page.locator('tbody a').first().waitFor()
    const drawn = await page.locator('tbody [role=row]').count()
    const inSight = await page.evaluate(
      () =>
        [...document.querySelectorAll('tbody [role=row]')].filter(row => row.getBoundingClientRect().top < innerHeight)
          .length,
    )
    console.log('\nDans le navigateur, du filtre choisi à sa première ligne')
    say('à l’écran (ms)', median(seen))
    say('le même appel, nu (ms)', median(bare), `× ${number.format(median(seen) / median(bare))}`)
    say('lignes dessinées, et en vue', drawn, inSight)
    await openings(page, url)
  } finally {
    await launched.close()
  }
}

/** From a dossier chosen in the list to its facts and chronology on screen, beside the bare call that brings its journal. */
async function openings(page: Page, url: string) {
  const opened: number[] = []
  const called: number[] = []
  for (let round = 0; round < 24; round++) {
    await page.goto(`${url}/dossiers?vue=tous&phase=CLOSED`)
    await page
      .locator('tbody a')
      .nth(round % 4)
      .waitFor()
    const asked = page.waitForRequest(request => (request.postData() ?? '').includes('"operationName":"Dossier"'))
    opened.push(await page.evaluate(chosen, round % 4))
    called.push(await page.evaluate(replayed, (await asked).postData() ?? ''))
  }
  console.log('\nDans le navigateur, du dossier choisi à sa chronologie')
  say('à l’écran (ms)', median(opened))
  say('le même appel, nu (ms)', median(called), `× ${number.format(median(opened) / median(called))}`)
}

const chosen = (row: number) => {
  const from = performance.now()
  const shown = new Promise<number>(resolve => {
    const look = new MutationObserver(() => {
      if (document.querySelector('[aria-label="Chronologie du dossier"] li')) {
        look.disconnect()
        resolve(performance.now() - from)
      }
    })
    look.observe(document.body, { childList: true, subtree: true })
  })
  const link = document.querySelectorAll<HTMLAnchorElement>('tbody a')[row]
  link?.click()
  return Promise.race([shown, new Promise<number>(resolve => setTimeout(() => resolve(Number.NaN), 5000))])
}

const replayed = async (body: string) => {
  const from = performance.now()
  await (await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body })).json()
  return performance.now() - from
}

const filtered = async (chosen: string) => {
  const select = [...document.querySelectorAll('label')].find(label => label.textContent?.trim() === 'État')
  const field = document.getElementById(select?.htmlFor ?? '') as HTMLSelectElement
  const first = () => document.querySelector('tbody a')?.textContent
  const before = first()
  const from = performance.now()
  const shown = new Promise<number>(resolve => {
    const look = new MutationObserver(() => {
      if (first() && first() !== before) {
        look.disconnect()
        resolve(performance.now() - from)
      }
    })
    look.observe(document.body, { childList: true, subtree: true, characterData: true })
  })
  const option = [...field.options].find(({ value, text }) => value === chosen || text === chosen)
  field.value = option?.value ?? ''
  field.dispatchEvent(new Event('change', { bubbles: true }))
  return Promise.race([shown, new Promise<number>(resolve => setTimeout(() => resolve(Number.NaN), 5000))])
}

try {
  await seedDemonstration({ database, master }, { count: played })
  await copies()
  await measure()
} finally {
  await database.close()
  await cluster.stop()
  rmSync(directory, { recursive: true, force: true })
}
