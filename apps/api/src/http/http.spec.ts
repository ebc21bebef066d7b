import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { application, signInMutation } from '../testing/application.ts'
import { limits } from './limits.ts'

describe('la porte', () => {
  let app: Awaited<ReturnType<typeof application>>
  const portal = mkdtempSync(join(tmpdir(), 'bienfonde-portail-'))
  let logged = ''
  const log = pino(
    new Writable({
      write(chunk, _, done) {
        logged += chunk
        done()
      },
    }),
  )
  beforeAll(async () => {
    mkdirSync(join(portal, 'assets'))
    writeFileSync(join(portal, 'index.html'), '<!doctype html><title>Portail</title>')
    writeFileSync(join(portal, 'assets/entree-1a2b.js'), 'export {}')
    app = await application({ portal, log })
  })
  afterAll(async () => {
    await app.stop()
    rmSync(portal, { recursive: true })
  })

  const ask = (query: string, variables = {}, headers = {}) => app.visitor().ask(query, variables, headers)
  const post = (body: string, headers = {}) =>
    fetch(`${app.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body })
  const code = (answer: Awaited<ReturnType<typeof ask>>) => answer.errors?.[0]?.extensions.code

  it.each([
    ['une requête illisible', '{ me', {}, 'GRAPHQL_PARSE_FAILED'],
    ['un champ inconnu', '{ secret }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['une variable absente', signInMutation, {}, 'BAD_USER_INPUT'],
    ['trop de mots', `{ ${'me { id } '.repeat(limits.tokens)} }`, {}, 'GRAPHQL_PARSE_FAILED'],
    [
      'trop d’alias',
      `{ ${Array.from({ length: limits.aliases + 1 }, (_, n) => `a${n}: me { id }`).join(' ')} }`,
      {},
      'TOO_COMPLEX',
    ],
    ['trop de questions', `{ ${'me { id } '.repeat(limits.rootFields + 1)} }`, {}, 'TOO_COMPLEX'],
    [
      'une profondeur excessive',
      `{ me ${'{ id '.repeat(limits.depth + 1)}${'}'.repeat(limits.depth + 1)} }`,
      {},
      'TOO_COMPLEX',
    ],
    ['une opération absente', 'query A { me { id } } query B { me { id } }', {}, 'OPERATION_RESOLUTION_FAILURE'],
    ['l’introspection', '{ __schema { types { name } } }', {}, 'GRAPHQL_VALIDATION_FAILED'],
  ])('refuse %s avec un code et une phrase en français', async (_, query, variables, expected) => {
    const answer = await ask(query, variables)
    expect(answer.errors?.map(({ extensions }) => extensions.code)).toContain(expected)
    expect(answer.errors?.[0]?.message).toMatch(/^(La|L’opération|L’introspection|Certains|Une) ?/)
    expect(answer.status).toBeLessThan(500)
  })

  it.each([
    [{ input: { email: 'a@b.test' } }, 'password', 'Ce renseignement est obligatoire.'],
    [{ input: { email: { nom: 'Tremblay' }, password: 'x' } }, 'email', 'Cette valeur n’est pas acceptée.'],
    [{ input: { email: 'a@b.test', password: 'x', nom: 'Tremblay' } }, 'nom', 'Ce renseignement n’est pas attendu.'],
    [{ input: 'Tremblay" at "autre"; ' }, 'input', 'Cette valeur n’est pas acceptée.'],
    [{}, 'input', 'Ce renseignement est obligatoire.'],
    [{ input: { email: 'a@b.test', password: 'Tremblay\u0000' } }, 'password', 'Cette valeur n’est pas acceptée.'],
    [{ input: { email: 'a@b.test', password: 'Tremblay\ud800' } }, 'password', 'Cette valeur n’est pas acceptée.'],
  ])('nomme le champ fautif de %j sans répéter ce qui est écrit', async (variables, field, message) => {
    const answer = await ask(signInMutation, variables)
    expect(code(answer)).toBe('BAD_USER_INPUT')
    expect(answer.errors?.[0]?.extensions.fields).toContainEqual({ field, message })
    expect(answer.text).not.toContain('Tremblay')
  })

  it('ne laisse sortir ni saisie, ni SQL, ni pile d’une erreur imprévue, et n’en journalise pas la saisie', async () => {
    await app.database.pool.query('alter table sign_in_attempt rename to absent')
    const answer = await ask(signInMutation, { input: { email: 'tremblay@exemple.test', password: 'motdepasse' } })
    await app.database.pool.query('alter table absent rename to sign_in_attempt')
    expect(code(answer)).toBe('INTERNAL_SERVER_ERROR')
    expect(answer.errors?.[0]?.message).toMatch(/^Une erreur inattendue est survenue/)
    const reference = String(answer.errors?.[0]?.extensions.reference)
    expect(answer.text).not.toMatch(/sign_in_attempt|tremblay|motdepasse|at .*\.ts/i)
    expect(logged).toContain(reference)
    expect(logged).not.toMatch(/tremblay|motdepasse/)
  })

  it('répond 200 à une requête mal écrite quand le client ne connaît que application/json, 400 sinon', async () => {
    expect((await ask('{ me', {}, { accept: 'application/json' })).status).toBe(200)
    expect((await ask('{ me', {}, { accept: 'application/graphql-response+json' })).status).toBe(400)
  })

  it('n’accepte que du JSON, par POST, venu du portail et de taille raisonnable', async () => {
    expect((await fetch(`${app.url}/graphql?query={me{id}}`)).status).toBe(405)
    expect((await post('query={me{id}}', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415)
    expect((await post('{}', { origin: 'https://ailleurs.test' })).status).toBe(403)
    expect((await post(JSON.stringify({ query: '{ me { id } }' }), { origin: app.url })).status).toBe(200)
    expect((await post(`{"query":"${'x'.repeat(limits.bodyBytes)}"}`)).status).toBe(413)
    const broken = await post('{"query": Tremblay')
    expect(broken.status).toBe(400)
    expect(await broken.text()).not.toContain('Tremblay')
    expect((await post('[{"query":"{ me { id } }"}]')).status).toBe(400)
  })

  it('ne prête au navigateur que ce que le portail demande', async () => {
    const { headers } = await fetch(app.url)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/^default-src 'none';script-src 'self'/)
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
    for (const directive of [
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types vue',
    ])
      expect(policy.split(';')).toContain(directive)
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
  })

  it('sert le portail, ses pages et ses fichiers', async () => {
    const page = await fetch(`${app.url}/plaintes/2026-000001`)
    expect(await page.text()).toContain('Portail')
    expect(page.headers.get('cache-control')).toBe('no-cache')
    const asset = await fetch(`${app.url}/assets/entree-1a2b.js`)
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect((await fetch(`${app.url}/assets/absent.js`)).status).toBe(404)
  })

  it('dit si elle est en état de servir', async () => {
    const answer = await fetch(`${app.url}/healthz`)
    expect([answer.status, await answer.json()]).toEqual([200, { database: 'ok' }])
  })

  it('ralentit qui demande sans arrêt', async () => {
    const busy = await application({ requestsPerMinute: 3 })
    const statuses = []
    for (let n = 0; n < 4; n++) statuses.push((await busy.visitor().ask('{ me { id } }')).status)
    expect(statuses).toEqual([200, 200, 200, 429])
    await busy.stop()
  })
})
