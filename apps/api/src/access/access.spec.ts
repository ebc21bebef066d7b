import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { application, password, signInMutation } from '../testing/application.ts'
import { allowedFailures } from './throttle.ts'

describe('l’accès', () => {
  let app: Awaited<ReturnType<typeof application>>
  beforeAll(async () => {
    app = await application()
    await app.staff('agente@exemple.test', 'OFFICER')
  })
  afterAll(() => app.stop())

  const me = '{ me { name role sector } }'
  const enter = (email: string, given = password, visitor = app.visitor()) =>
    visitor.ask<{ signIn: { __typename: string; code?: string } }>(signInMutation, {
      input: { email, password: given },
    })

  it('ouvre une session avec l’adresse, quelle que soit sa casse, et le mot de passe', async () => {
    const visitor = app.visitor()
    expect((await visitor.ask(me)).data).toEqual({ me: null })
    const answer = await enter('AGENTE@exemple.test', password, visitor)
    expect(answer.data.signIn).toEqual({
      __typename: 'SignInAccepted',
      me: { name: 'Personne agente@exemple.test', role: 'OFFICER', sector: null },
    })
    expect(answer.setCookie).toMatch(/^bienfonde=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
    expect((await visitor.ask(me)).data).toEqual({ me: expect.objectContaining({ role: 'OFFICER' }) })
  })

  it('ne garde en base que l’empreinte de l’identifiant de session', async () => {
    const visitor = await app.signedIn('agente@exemple.test')
    const id = visitor.cookie.split('=')[1]
    const { rows } = await app.database.pool.query('select encode(id_hash, $1) as kept from session', ['escape'])
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.some(({ kept }) => kept.includes(id))).toBe(false)
  })

  it('répond de la même façon à une adresse inconnue, à un mauvais mot de passe et à un compte fermé', async () => {
    const closed = await app.staff('fermee@exemple.test', 'OFFICER')
    await app.database.pool.query('update staff set active = false where id = $1', [closed])
    const answers = await Promise.all([
      enter('personne@exemple.test'),
      enter('agente@exemple.test', 'mauvais'),
      enter('fermee@exemple.test'),
    ])
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect(answers[0]?.data.signIn).toEqual({
      __typename: 'SignInRefused',
      code: 'CREDENTIALS_INVALID',
      message: 'L’adresse de courriel ou le mot de passe est inexact.',
    })
    expect(answers.every(({ setCookie }) => setCookie === undefined)).toBe(true)
  })

  it('change l’identifiant de session à chaque entrée, et l’ancien ne vaut plus rien', async () => {
    const visitor = await app.signedIn('agente@exemple.test')
    const former = visitor.cookie
    await enter('agente@exemple.test', password, visitor)
    expect(visitor.cookie).not.toBe(former)
    const thief = app.visitor()
    thief.cookie = former
    expect((await thief.ask(me)).data).toEqual({ me: null })
  })

  it('ferme la session', async () => {
    const visitor = await app.signedIn('agente@exemple.test')
    const former = visitor.cookie
    expect((await visitor.ask('mutation { signOut }')).data).toEqual({ signOut: true })
    visitor.cookie = former
    expect((await visitor.ask(me)).data).toEqual({ me: null })
  })

  it('voit dès la requête suivante un rôle changé, puis un compte désactivé', async () => {
    const id = await app.staff('mobile@exemple.test', 'OFFICER')
    const visitor = await app.signedIn('mobile@exemple.test')
    await app.database.pool.query(`update staff set role = 'MANAGER' where id = $1`, [id])
    expect((await visitor.ask(me)).data).toEqual({ me: expect.objectContaining({ role: 'MANAGER' }) })
    await app.database.pool.query('update staff set active = false where id = $1', [id])
    expect((await visitor.ask(me)).data).toEqual({ me: null })
  })

  it.each([
    ['trente minutes sans requête', `update session set last_seen_at = now() - interval '31 minutes'`],
    ['douze heures', `update session set expires_at = now() - interval '1 second'`],
  ])('met fin à la session après %s', async (_, passing) => {
    const visitor = await app.signedIn('agente@exemple.test')
    await app.database.pool.query(passing)
    expect((await visitor.ask(me)).data).toEqual({ me: null })
  })

  it('suit les durées que le ministère a fixées', async () => {
    await app.database.pool.query(`insert into setting values ('SESSION_IDLE_MINUTES', '5')`)
    const visitor = await app.signedIn('agente@exemple.test')
    await app.database.pool.query(`update session set last_seen_at = now() - interval '6 minutes'`)
    expect((await visitor.ask(me)).data).toEqual({ me: null })
    await app.database.pool.query('delete from setting')
  })

  it('freine les essais sur un compte, même faits ensemble, et le bon mot de passe attend aussi', async () => {
    await app.staff('visee@exemple.test', 'OFFICER')
    const guesses = await Promise.all(Array.from({ length: 12 }, () => enter('visee@exemple.test', 'essai')))
    const codes = guesses.map(({ data }) => data.signIn.code)
    expect(codes.filter(code => code === 'CREDENTIALS_INVALID').length).toBeLessThanOrEqual(allowedFailures.account)
    for (let more = 0; more < allowedFailures.account; more++) await enter('visee@exemple.test', 'essai')
    expect((await enter('visee@exemple.test')).data.signIn.code).toBe('TOO_MANY_ATTEMPTS')
    await app.database.pool.query(`update sign_in_attempt set at = at - interval '16 minutes'`)
    expect((await enter('visee@exemple.test')).data.signIn.__typename).toBe('SignInAccepted')
  })

  it('freine les essais d’une même adresse du réseau sur des comptes différents', async () => {
    await app.database.pool.query('delete from sign_in_attempt')
    for (let first = 0; first < allowedFailures.address; first += 10) {
      await Promise.all(Array.from({ length: 10 }, (_, n) => enter(`inconnue${first + n}@exemple.test`)))
    }
    expect((await enter('agente@exemple.test')).data.signIn.code).toBe('TOO_MANY_ATTEMPTS')
    await app.database.pool.query('delete from sign_in_attempt')
  })

  it('nomme en français le champ mal rempli, sans répéter ce qu’il contient', async () => {
    const answer = await enter('pas une adresse', 'secret-a-taire')
    expect(answer.errors?.[0]?.extensions).toEqual({
      code: 'BAD_USER_INPUT',
      fields: [{ field: 'email', message: 'Cette adresse de courriel n’est pas valide.' }],
    })
    expect(answer.text).not.toMatch(/pas une adresse|secret-a-taire/)
  })

  it('lie le cookie à l’hôte et au chiffrement derrière https', async () => {
    const secure = await application({ publicUrl: 'https://plaintes.exemple.test' })
    await secure.staff('agente@exemple.test', 'OFFICER')
    const answer = await secure.visitor().ask<Record<string, unknown>>(signInMutation, {
      input: { email: 'agente@exemple.test', password },
    })
    expect(answer.setCookie).toMatch(/^__Host-bienfonde=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
    await secure.stop()
  })
})
