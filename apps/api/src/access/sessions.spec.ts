import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { password, signInMutation } from '../testing/application.ts'
import { liveReader } from '../testing/liveReader.ts'
import { call, ministry } from '../testing/ministry.ts'

const me = '{ me { role } }'
const addNote = `mutation ($dossier: DossierRef!, $input: AddNoteInput!) {
  addNote(dossier: $dossier, input: $input) { __typename ... on StepRefused { code } } }`

describe('une session', () => {
  let app: Awaited<ReturnType<typeof ministry>>
  let dossier: string
  beforeAll(async () => {
    app = await ministry()
    const first = app.dossier()
    await first.take('agente@exemple.test', 'registerComplaint', call)
    dossier = first.id
  })
  afterAll(() => app.stop())

  let account: string
  let id: string
  beforeEach(async () => {
    account = `passante-${randomUUID()}@exemple.test`
    id = await app.staff(account, 'OFFICER')
  })

  const enters = (visitor: ReturnType<typeof app.visitor>) =>
    visitor.ask<{ signIn: { __typename: string } }>(signInMutation, { input: { email: account, password } })
  const sessions = async () =>
    (await app.database.pool.query('select count(*)::int as n from session where staff_id = $1', [id])).rows[0].n

  /** What every door answers to a cookie, in one word each: 'ouverte', or what is missing. */
  async function doors(cookie: string) {
    const visitor = app.visitor()
    visitor.cookie = cookie
    const post = async (path: string, body: object) => {
      const headers = { 'content-type': 'application/json', cookie }
      return (await fetch(`${app.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).status
    }
    const form = new FormData()
    form.append('document', new Blob(['%PDF-1.7\n']), 'document.pdf')
    const note = { dossier: { id: dossier, expectedVersion: 999, idempotencyKey: randomUUID() }, input: { text: 'x' } }
    const live = await liveReader(app.url, cookie)
    live.close()
    const step = await visitor.ask<{ addNote: { code?: string } }>(addNote, note)
    return {
      question: (await visitor.ask('{ caseload { total } }')).errors?.[0]?.extensions.code ?? 'ouverte',
      étape: step.errors?.[0]?.extensions.code ?? step.data.addNote.code,
      export: await post('/files/caseload.csv', { sort: 'FILE_NUMBER_ASC', columns: ['FILE_NUMBER'] }),
      original: await post('/files/original', { opening: randomUUID() }),
      document: (await fetch(`${app.url}/files`, { method: 'POST', body: form, headers: { cookie } })).status,
      changements: live.response.status,
    }
  }
  const opened = {
    question: 'ouverte',
    étape: 'VERSION_STALE',
    export: 200,
    original: 404,
    document: 201,
    changements: 200,
  }
  const closed = {
    question: 'UNAUTHENTICATED',
    étape: 'UNAUTHENTICATED',
    export: 401,
    original: 401,
    document: 401,
    changements: 401,
  }

  it('ne prend jamais un identifiant que quelqu’un d’autre a choisi', async () => {
    const visitor = app.visitor()
    const chosen = `bienfonde=${'A'.repeat(43)}`
    visitor.cookie = chosen
    expect((await enters(visitor)).data.signIn.__typename).toBe('SignInAccepted')
    expect(visitor.cookie).not.toBe(chosen)
    const thief = app.visitor()
    thief.cookie = chosen
    expect((await thief.ask(me)).data).toEqual({ me: null })
  })

  it('reprise dans le navigateur d’une autre personne, met fin à la sienne', async () => {
    const visitor = await app.signedIn('agent@exemple.test')
    const former = visitor.cookie
    await enters(visitor)
    expect(await doors(former)).toEqual(closed)
    expect((await visitor.ask(me)).data).toEqual({ me: { role: 'OFFICER' } })
  })

  it('fermée dans un navigateur, ne ferme pas celle d’un autre', async () => {
    const [one, two] = [app.visitor(), app.visitor()]
    await enters(one)
    await enters(two)
    expect(await sessions()).toBe(2)
    const former = one.cookie
    await one.ask('mutation { signOut }')
    expect(await doors(former)).toEqual(closed)
    expect(await doors(two.cookie)).toEqual(opened)
  })

  it('vit tant qu’elle sert, jamais plus longtemps que son terme', async () => {
    const visitor = app.visitor()
    await enters(visitor)
    const passes = (text: string) => app.database.pool.query(`update session set ${text} where staff_id = $1`, [id])
    for (let n = 0; n < 3; n++) {
      await passes(`last_seen_at = now() - interval '29 minutes'`)
      expect((await visitor.ask(me)).data).toEqual({ me: { role: 'OFFICER' } })
    }
    const { rows } = await app.database.pool.query(
      `select expires_at < now() + interval '12 hours' as bound, last_seen_at > now() - interval '1 minute' as seen
       from session where staff_id = $1`,
      [id],
    )
    expect(rows).toEqual([{ bound: true, seen: true }])
    await passes(`last_seen_at = now(), expires_at = now() - interval '1 second'`)
    expect(await doors(visitor.cookie)).toEqual(closed)
  })

  it('restée sans requête, ne s’ouvre plus à aucune porte', async () => {
    const visitor = app.visitor()
    await enters(visitor)
    await app.database.pool.query(
      `update session set last_seen_at = now() - interval '31 minutes' where staff_id = $1`,
      [id],
    )
    expect(await doors(visitor.cookie)).toEqual(closed)
  })

  it('d’un compte désactivé, est refusée à toutes les portes dès la requête suivante', async () => {
    const visitor = app.visitor()
    await enters(visitor)
    expect(await doors(visitor.cookie)).toEqual(opened)
    await app.database.pool.query('update staff set active = false where id = $1', [id])
    expect(await doors(visitor.cookie)).toEqual(closed)
  })

  it('d’une personne à qui un droit est retiré, ne l’a plus dès la requête suivante', async () => {
    const visitor = app.visitor()
    await enters(visitor)
    expect(await doors(visitor.cookie)).toEqual(opened)
    await app.database.pool.query(`update staff set role = 'OMBUDSMAN' where id = $1`, [id])
    expect(await doors(visitor.cookie)).toMatchObject({ question: 'FORBIDDEN', étape: 'NOT_PERMITTED', export: 403 })
  })

  it('contrefaite, tronquée ou empruntée à la base n’ouvre rien', async () => {
    const visitor = app.visitor()
    await enters(visitor)
    const { rows } = await app.database.pool.query(
      `select encode(id_hash, 'base64') as b, encode(id_hash, 'hex') as h from session where staff_id = $1`,
      [id],
    )
    const whole = visitor.cookie.split('=')[1] ?? ''
    for (const forged of [rows[0].b, rows[0].h, whole.slice(0, -1), `${whole}A`, whole.toLowerCase(), '', '%00'])
      expect([forged, await doors(`bienfonde=${encodeURIComponent(forged)}`)]).toEqual([forged, closed])
    // Behind https the cookie has another name: one that a neighbouring site could have set is not read.
    expect(await doors(`__Host-bienfonde=${whole}`)).toEqual(closed)
  })
})
