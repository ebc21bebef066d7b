import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSession } from '../access/session.ts'
import { type Answer, application } from '../testing/application.ts'

const sectors = 'query Sectors { sectors { code name } }'
const digest = 'sha256:0123'

describe('les requêtes du portail', () => {
  const portal = mkdtempSync(join(tmpdir(), 'bienfonde-portail-'))
  writeFileSync(join(portal, 'index.html'), '<!doctype html><title>Portail</title>')
  writeFileSync(join(portal, 'operations.json'), JSON.stringify({ [digest]: sectors }))
  let closed: Awaited<ReturnType<typeof application>>
  let open: Awaited<ReturnType<typeof application>>
  beforeAll(async () => {
    closed = await application({ portal, anyDocument: false })
    open = await application({ portal })
    for (const app of [closed, open]) {
      await app.database.pool.query(`insert into sector (code, name) values ('ROADS', 'Voirie')`)
      await app.staff('agente@exemple.test', 'OFFICER')
    }
  })
  afterAll(async () => {
    await closed.stop()
    await open.stop()
    rmSync(portal, { recursive: true })
  })

  async function send(app: typeof closed, body: unknown): Promise<Answer & { code: unknown }> {
    const { cookie } = await sessionOf(app)
    const headers = { 'content-type': 'application/json', cookie }
    const response = await fetch(`${app.url}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) })
    const text = await response.text()
    const answer = { status: response.status, text, ...JSON.parse(text) }
    return { ...answer, code: answer.errors?.[0]?.extensions.code }
  }

  // The list of this trial has no document to sign in by.
  async function sessionOf(app: typeof closed) {
    if (app === open) return app.signedIn('agente@exemple.test')
    const { rows } = await app.database.pool.query('select id from staff')
    return { cookie: `bienfonde=${await openSession(app.database.ask, rows[0].id, undefined)}` }
  }

  it('sont nommées par leur empreinte, et répondent avec le genre de chaque objet', async () => {
    for (const app of [closed, open]) {
      const { data } = await send(app, { variables: {}, extensions: { document: digest } })
      expect(data).toEqual({ sectors: [{ code: 'ROADS', name: 'Voirie', __typename: 'SectorEntry' }] })
    }
  })

  it.each([
    ['le texte même d’une requête du portail', { query: sectors }],
    ['un autre texte', { query: '{ me { id } }' }],
    ['un texte sous une empreinte inconnue', { query: '{ me { id } }', extensions: { document: 'sha256:autre' } }],
    ['une empreinte qui est un nom d’objet', { extensions: { document: '__proto__' } }],
    ['une empreinte qui n’est pas un mot', { extensions: { document: { id: 1 } } }],
    ['plusieurs requêtes à la fois', [{ extensions: { document: digest } }]],
    ['rien', {}],
    ['ni objet ni liste', 7],
    ['une empreinte à l’ancienne manière', { extensions: { persistedQuery: { version: 1, sha256Hash: digest } } }],
  ])('seules sont exécutées : %s est refusé', async (_, body) => {
    const answer = await send(closed, body)
    expect(answer).toMatchObject({ status: 400, code: 'DOCUMENT_NOT_TRUSTED' })
    expect(answer.errors?.[0]?.message).toMatch(/^Cette requête n’est pas de celles du portail/)
  })

  it('l’emportent sur le texte envoyé avec elles', async () => {
    const { data } = await send(closed, { query: '{ me { id } }', extensions: { document: digest } })
    expect(Object.keys(data)).toEqual(['sectors'])
  })

  it('ne sont plus les seules quand un réglage l’ouvre pour les essais', async () => {
    expect((await send(open, { query: '{ me { name } }' })).data).toEqual({
      me: { name: 'Personne agente@exemple.test' },
    })
    expect((await send(open, { extensions: { document: 'sha256:autre' } })).code).toBe('DOCUMENT_NOT_TRUSTED')
  })

  it('sans la liste que le portail apporte, rien n’est exécuté', async () => {
    const bare = await application({ anyDocument: false })
    const response = await fetch(`${bare.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ extensions: { document: digest } }),
    })
    expect(response.status).toBe(400)
    await bare.stop()
  })
})
