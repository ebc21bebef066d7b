import { generate } from 'otplib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { application, password } from '../../testing/application.ts'
import { accountAt, resetSecondFactor } from '../operatorAccounts.ts'
import { allowedFailures } from '../throttle.ts'
import { hasSecondFactor } from './secondFactor.ts'

const signIn = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename ... on SignInRefused { code message } } }`
const outcome = `{
  __typename
  ... on SecondFactorOffer { secret address }
  ... on SecondFactorKept { recoveryCodes me { role } }
  ... on SecondFactorRefused { code message }
}`
const offering = `mutation { offerSecondFactor ${outcome} }`
const confirming = `mutation ($code: String!) { confirmSecondFactor(code: $code) ${outcome} }`
const renewing = `mutation ($code: String!) { renewRecoveryCodes(code: $code) ${outcome} }`
const removing = `mutation ($code: String!) { removeSecondFactor(code: $code) ${outcome} }`
const state = '{ me { role } secondFactor { enrolled required recoveryCodes } }'
const me = '{ me { role } }'

interface Answered {
  __typename: string
  secret: string
  recoveryCodes: string[]
  code: string
}

describe('le second facteur', () => {
  let app: Awaited<ReturnType<typeof application>>
  let moment = Date.parse('2026-05-04T15:00:00Z')
  const later = (seconds: number) => {
    moment += seconds * 1_000
  }
  beforeAll(async () => {
    app = await application({ now: () => new Date(moment), requestsPerMinute: 1_000_000 })
  })
  afterAll(() => app.stop())

  const codeOf = (secret: string) => generate({ secret, epoch: Math.floor(moment / 1_000) })
  type Browser = ReturnType<(typeof app)['visitor']>
  async function does(browser: Browser, mutation: string, code?: string): Promise<Answered> {
    const { data } = await browser.ask<Record<string, Answered>>(mutation, code === undefined ? {} : { code })
    return Object.values(data)[0] as Answered
  }
  async function enters(email: string, code?: string, browser = app.visitor(), given = password) {
    const input = { email, password: given, ...(code !== undefined && { code }) }
    const { data } = await browser.ask<{ signIn: { __typename: string; code?: string } }>(signIn, { input })
    return data.signIn.code ?? data.signIn.__typename
  }
  /** A person whose second factor is in place, the browser they added it in, and what they wrote down. */
  async function enrolled(email: string, role = 'RESPONSIBLE_OFFICER') {
    const id = await app.staff(email, role)
    const browser = await app.signedIn(email)
    const { secret } = await does(browser, offering)
    const { recoveryCodes } = await does(browser, confirming, await codeOf(secret))
    later(60)
    return { id, browser, secret, recoveryCodes }
  }

  it('n’est en place qu’après un premier code, donne dix codes de secours, et ferme les autres sessions', async () => {
    await app.staff('une@exemple.test', 'RESPONSIBLE_OFFICER')
    const [browser, other] = [await app.signedIn('une@exemple.test'), await app.signedIn('une@exemple.test')]
    expect((await browser.ask(state)).data).toMatchObject({
      secondFactor: { enrolled: false, required: false, recoveryCodes: 0 },
    })
    const offer = await does(browser, offering)
    expect(offer).toMatchObject({ secret: expect.stringMatching(/^[A-Z2-7]{32}$/) })
    expect(offer).toMatchObject({ address: expect.stringMatching(/^otpauth:\/\/totp\/.*une%40exemple\.test/) })
    expect(await enters('une@exemple.test')).toBe('SignInAccepted')
    expect(await does(browser, confirming, '000000')).toMatchObject({ code: 'SECOND_FACTOR_WRONG' })
    expect(await does(browser, confirming, 'abc')).toMatchObject({ code: 'SECOND_FACTOR_WRONG' })
    const kept = await does(browser, confirming, await codeOf(offer.secret))
    expect(kept.recoveryCodes).toHaveLength(10)
    expect(new Set(kept.recoveryCodes).size).toBe(10)
    expect((await browser.ask(state)).data).toMatchObject({
      secondFactor: { enrolled: true, required: false, recoveryCodes: 10 },
    })
    expect((await other.ask(me)).data).toEqual({ me: null })
    expect(await does(browser, offering)).toMatchObject({ code: 'SECOND_FACTOR_THERE' })
    const { rows } = await app.database.pool.query(
      `select type, event::text as said from administration_journal order by seq desc limit 1`,
    )
    expect(rows[0].type).toBe('SECOND_FACTOR_ADDED')
    expect(rows[0].said).not.toContain(offer.secret)
  })

  it('est demandé à l’entrée ; un code ne sert qu’une fois, même présenté plusieurs fois ensemble', async () => {
    const { secret } = await enrolled('deux@exemple.test')
    expect(await enters('deux@exemple.test')).toBe('SECOND_FACTOR_REQUIRED')
    expect(await enters('deux@exemple.test', ' ')).toBe('SECOND_FACTOR_REQUIRED')
    expect(await enters('deux@exemple.test', '123456')).toBe('SECOND_FACTOR_WRONG')
    const code = await codeOf(secret)
    const together = await Promise.all([1, 2, 3].map(() => enters('deux@exemple.test', code)))
    expect(together.filter(answer => answer === 'SignInAccepted')).toHaveLength(1)
    later(15)
    expect(await enters('deux@exemple.test', code)).toBe('SECOND_FACTOR_WRONG')
    const earlier = await codeOf(secret)
    later(30)
    expect(await enters('deux@exemple.test', await codeOf(secret))).toBe('SignInAccepted')
    expect(await enters('deux@exemple.test', earlier)).toBe('SECOND_FACTOR_WRONG')
    later(300)
    const old = await codeOf(secret)
    later(120)
    expect(await enters('deux@exemple.test', old)).toBe('SECOND_FACTOR_WRONG')
  })

  it('se remplace une fois par un code de secours, et le journal le dit', async () => {
    const { recoveryCodes, id } = await enrolled('trois@exemple.test')
    const [first = '', second = ''] = recoveryCodes
    expect(await enters('trois@exemple.test', first.toUpperCase().replaceAll('-', ' '))).toBe('SignInAccepted')
    expect(await enters('trois@exemple.test', first)).toBe('SECOND_FACTOR_WRONG')
    expect(await enters('trois@exemple.test', second)).toBe('SignInAccepted')
    const { rows } = await app.database.pool.query(
      `select type from administration_journal where event ->> 'subject' = $1 order by seq`,
      [`STAFF:${id}`],
    )
    expect(rows.map(({ type }) => type)).toEqual(['SECOND_FACTOR_ADDED', 'RECOVERY_CODE_USED', 'RECOVERY_CODE_USED'])
  })

  it('ne se lit dans la base ni en secret, ni en codes de secours', async () => {
    const { secret, recoveryCodes } = await enrolled('quatre@exemple.test')
    const { rows } = await app.database.pool.query(
      `select (select string_agg(t::text, ' ') from second_factor t) as factors,
         (select string_agg(t::text, ' ') from recovery_code t) as codes`,
    )
    const kept = JSON.stringify(rows)
    for (const told of [secret, ...recoveryCodes]) {
      expect(kept).not.toContain(told)
      expect(kept).not.toContain(Buffer.from(told).toString('hex'))
    }
  })

  it('freine les essais, que le mot de passe soit bon ou non', async () => {
    const { secret } = await enrolled('cinq@exemple.test')
    for (let n = 0; n < allowedFailures.account; n++) {
      expect(await enters('cinq@exemple.test', '111111')).toBe('SECOND_FACTOR_WRONG')
      expect(await enters('cinq@exemple.test')).toBe(
        n < allowedFailures.account - 1 ? 'SECOND_FACTOR_REQUIRED' : 'TOO_MANY_ATTEMPTS',
      )
    }
    expect(await enters('cinq@exemple.test', await codeOf(secret))).toBe('TOO_MANY_ATTEMPTS')
    await app.database.pool.query('delete from sign_in_attempt')
    expect(await enters('cinq@exemple.test', await codeOf(secret))).toBe('SignInAccepted')
  })

  it('protège aussi le changement de mot de passe', async () => {
    const { secret } = await enrolled('six@exemple.test')
    const choosing = `mutation ($input: ChoosePasswordInput!) { choosePassword(input: $input) { __typename ... on SignInRefused { code } } }`
    const chooses = async (code?: string) => {
      const input = { email: 'six@exemple.test', current: password, chosen: 'Un tout autre mot', code }
      const { data } = await app.visitor().ask<{ choosePassword: { __typename: string; code?: string } }>(choosing, {
        input,
      })
      return data.choosePassword.code ?? data.choosePassword.__typename
    }
    expect(await chooses()).toBe('SECOND_FACTOR_REQUIRED')
    expect(await chooses('000000')).toBe('SECOND_FACTOR_WRONG')
    expect(await chooses(await codeOf(secret))).toBe('SignInAccepted')
  })

  it('se retire et se renouvelle par un code, et l’exploitation le retire à qui l’a perdu', async () => {
    const { browser, secret, recoveryCodes, id } = await enrolled('sept@exemple.test')
    expect(await does(browser, renewing, '000000')).toMatchObject({ code: 'SECOND_FACTOR_WRONG' })
    const renewed = await does(browser, renewing, await codeOf(secret))
    expect(renewed.recoveryCodes).toHaveLength(10)
    expect(await enters('sept@exemple.test', recoveryCodes[0])).toBe('SECOND_FACTOR_WRONG')
    later(60)
    expect(await does(browser, removing, await codeOf(secret))).toMatchObject({ __typename: 'SecondFactorRemoved' })
    expect(await enters('sept@exemple.test')).toBe('SignInAccepted')
    expect(await does(browser, removing, '000000')).toMatchObject({ code: 'SECOND_FACTOR_WRONG' })
    expect(await hasSecondFactor(app.database.ask, id)).toBe(false)

    const lost = await enrolled('huit@exemple.test', 'ADMINISTRATOR')
    const account = await accountAt(app.database, 'huit@exemple.test')
    expect(account && (await resetSecondFactor(app.database, account))).toBe(true)
    expect((await lost.browser.ask(me)).data).toEqual({ me: null })
    expect(await enters('huit@exemple.test')).toBe('SignInAccepted')
    expect(account && (await resetSecondFactor(app.database, account))).toBe(false)
  })

  it('ne s’ajoute qu’avec une session, et un mot de passe donné depuis peu', async () => {
    const { errors } = await app.visitor().ask(offering)
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
    await app.staff('neuf@exemple.test', 'RESPONSIBLE_OFFICER')
    const browser = await app.signedIn('neuf@exemple.test')
    await app.database.pool.query(`update session set authenticated_at = now() - interval '16 minutes'`)
    expect(await does(browser, offering)).toMatchObject({ code: 'SIGN_IN_TOO_OLD' })
    expect(await does(browser, confirming, '000000')).toMatchObject({ code: 'SIGN_IN_TOO_OLD' })
    await app.database.pool.query('update session set authenticated_at = now(), organisation = true')
    expect(await does(browser, offering)).toMatchObject({ code: 'SECOND_FACTOR_ELSEWHERE' })
  })

  describe('exigé', () => {
    let strict: Awaited<ReturnType<typeof application>>
    beforeAll(async () => {
      strict = await application({ secondFactor: true, now: () => new Date(moment) })
      await strict.staff('chef@exemple.test', 'RESPONSIBLE_OFFICER')
      await strict.staff('agente@exemple.test', 'OFFICER')
    })
    afterAll(() => strict.stop())

    it('ne laisse rien faire d’autre que l’ajouter à qui décide, et n’est pas exigé des autres rôles', async () => {
      const agente = await strict.signedIn('agente@exemple.test')
      expect((await agente.ask(me)).data).toEqual({ me: { role: 'OFFICER' } })
      const chef = strict.visitor()
      expect(await enters('chef@exemple.test', undefined, chef)).toBe('SECOND_FACTOR_TO_ENROL')
      expect(chef.cookie).not.toBe('')
      expect((await chef.ask(me)).data).toEqual({ me: null })
      expect((await chef.ask('{ today { __typename } }')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
      const body = new FormData()
      body.append('document', new Blob(['x']), 'a.txt')
      for (const path of ['/files', '/files/original', '/files/caseload.csv', '/live']) {
        const response = await fetch(`${strict.url}${path}`, { method: 'POST', headers: { cookie: chef.cookie } })
        expect([path, response.status]).not.toEqual([path, 200])
      }
      const upload = await fetch(`${strict.url}/files`, { method: 'POST', body, headers: { cookie: chef.cookie } })
      expect(upload.status).toBe(401)

      const { secret } = await does(chef, offering)
      expect(await does(chef, confirming, await codeOf(secret))).toMatchObject({ __typename: 'SecondFactorKept' })
      expect((await chef.ask(me)).data).toEqual({ me: { role: 'RESPONSIBLE_OFFICER' } })
      later(60)
      expect(await does(chef, removing, await codeOf(secret))).toMatchObject({ code: 'SECOND_FACTOR_KEPT' })
    })
  })
})
