/**
 * A holiday added while ten thousand dossiers are open: how many dates move, and how long the change takes, its lines in
 * every journal included. `pnpm build`, then `node bench/holiday.ts [dossiers]`; everything happens in a database thrown
 * away at the end.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hashPassword } from '../apps/api/dist/access/password.js'
import { openDatabase } from '../apps/api/dist/database/dataSource.js'
import { startEmbedded } from '../apps/api/dist/database/embedded.js'
import { perform } from '../apps/api/dist/journal/perform.js'
import { verify } from '../apps/api/dist/journal/verify.js'
import { makeServer } from '../apps/api/dist/server.js'
import { depositOf } from '../apps/api/dist/vault/deposit.js'
import { openMasterKey } from '../apps/api/dist/vault/epochs.js'
import { addDays, localDateAt, nextBusinessDay, registerComplaint, weekday } from '../packages/domain/dist/index.js'

const wanted = Number(process.argv[2] ?? 10_000)
const abreast = 8
const password = 'Essai-de-mot-de-passe-1'
const seconds = (from: number) => `${((performance.now() - from) / 1000).toFixed(1)} s`

const directory = mkdtempSync(join(tmpdir(), 'bienfonde-bench-'))
const cluster = await startEmbedded({ directory, throwaway: true })
const database = await openDatabase({ host: cluster.host }, { statementTimeout: 0 })
const master = await openMasterKey(database, randomBytes(32))
const server = await makeServer({ database, master, anyDocument: true, requestsPerMinute: 1_000_000 })
try {
  const url = await server.listen({ port: 0, host: '127.0.0.1' })
  await database.pool.query(`insert into sector (code, name) values ('HOUSING', 'Habitation')`)
  const { rows } = await database.pool.query(
    `insert into staff (email, name, role, password_hash) values
       ('agente@exemple.test', 'Agente', 'OFFICER', $1), ('administration@exemple.test', 'Admin', 'ADMINISTRATOR', $1)
     returning id`,
    [await hashPassword(password)],
  )
  const today = localDateAt(new Date())
  const performer = {
    database: database.withoutWaiting(),
    master,
    actor: { id: rows[0].id as string, role: 'OFFICER' as const, sector: null },
    now: () => new Date(),
  }
  const matter = { subject: 'Délai', sector: 'HOUSING', statement: 'La demande est restée sans réponse.' }

  let begun = performance.now()
  let left = wanted
  const register = async () => {
    while (left-- > 0) {
      const words = depositOf('WORDS', 'J’attends.')
      const identity = depositOf('IDENTITY', JSON.stringify({ email: 'x@exemple.test' }))
      const answer = await perform(
        performer,
        registerComplaint,
        { id: randomUUID(), expectedVersion: 0, idempotencyKey: randomUUID() },
        (fileNumber: string) => ({
          ...{
            fileNumber,
            intakeChannel: 'WEB' as const,
            receivedOn: today,
            anonymous: false,
            language: 'FR' as const,
          },
          ...{ replyChannels: ['EMAIL' as const], identity: identity.ref, words: words.ref },
          matters: [{ ...matter, service: null, concernedStaff: [], referralSubject: null }],
        }),
        { deposits: [words, identity] },
      )
      if ('code' in answer) throw new Error(answer.code)
    }
  }
  await Promise.all(Array.from({ length: abreast }, register))
  console.log(`${wanted} dossiers registered in ${seconds(begun)}`)

  let cookie = ''
  const ask = async (query: string, variables: object) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(cookie && { cookie }) },
      body: JSON.stringify({ query, variables }),
    })
    cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie
    const answer = (await response.json()) as { data?: Record<string, Record<string, unknown>>; errors?: unknown }
    if (!answer.data) throw new Error(JSON.stringify(answer.errors))
    return { data: answer.data }
  }
  await ask('mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }', {
    input: { email: 'administration@exemple.test', password },
  })
  // A working day that every reply date counts.
  let holiday = nextBusinessDay(addDays(today, 7))
  while (weekday(holiday) > 5) holiday = nextBusinessDay(addDays(holiday, 1))
  const days = [{ date: holiday, kind: 'CLOSED', name: 'Jour férié ajouté' }]

  begun = performance.now()
  const preview = await ask('query ($days: [OwnDayInput!]!) { calendarPreview(days: $days) { open moved } }', { days })
  console.log(`foreseen in ${seconds(begun)}: ${JSON.stringify(preview.data.calendarPreview)}`)

  begun = performance.now()
  const change = `mutation ($days: [OwnDayInput!]!) { changeCalendar(seen: 0, days: $days) {
    __typename ... on AdministrationDone { moved } } }`
  const done = await ask(change, { days })
  const spent = performance.now() - begun
  console.log(`recounted in ${(spent / 1000).toFixed(1)} s: ${JSON.stringify(done.data.changeCalendar)}`)
  console.log(`${Math.round((wanted / spent) * 1000)} dossiers a second, in one transaction`)

  begun = performance.now()
  const { lines, breaks } = await verify(database)
  console.log(`the journal verified in ${seconds(begun)}: ${lines} lines, ${breaks.length} breaks`)
} finally {
  await server.close()
  await database.close()
  await cluster.stop()
  rmSync(directory, { recursive: true, force: true })
}
