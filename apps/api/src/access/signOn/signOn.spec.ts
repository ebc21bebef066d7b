import { generateKeyPairSync } from 'node:crypto'
import { signOnRefusals } from '@bienfonde/domain'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { application, password, signInMutation } from '../../testing/application.ts'
import { client, type Member, organisation, type Twist, token, wanderer } from '../../testing/organisation.ts'
import { accountAt, linkToSubject } from '../operatorAccounts.ts'

const agente: Member = {
  sub: 'u-1001',
  name: 'Rosalie Pimparé',
  email: 'rosalie.pimpare@ministere.test',
  groups: ['courriel', 'plaintes-agentes'],
}
const roles = [
  { value: 'plaintes-responsables', role: 'RESPONSIBLE_OFFICER', sector: null },
  { value: 'plaintes-agentes', role: 'OFFICER', sector: null },
  { value: 'plaintes-habitation', role: 'SECTOR_RESPONDENT', sector: 'HOUSING' },
  { value: 'plaintes-fermees', role: 'SECTOR_RESPONDENT', sector: 'FORMER' },
] as const

describe('la connexion de l’organisation', () => {
  let provider: Awaited<ReturnType<typeof organisation>>
  let app: Awaited<ReturnType<typeof application>>
  const settings = () => ({
    issuer: new URL(provider.issuer),
    clientId: client.id,
    clientSecret: client.secret,
    scope: 'openid profile email',
    roleClaim: 'groups',
    nameClaim: 'name',
    emailClaim: 'email',
    roles,
    localAccounts: false,
  })
  beforeAll(async () => {
    provider = await organisation()
    app = await application({ signOn: settings(), requestsPerMinute: 1_000_000 })
    provider.serves(app.url)
    await app.database.pool.query(
      `insert into sector (code, name, active) values ('HOUSING', 'Habitation', true), ('FORMER', 'Ancien', false)`,
    )
  })
  afterEach(() => provider.twists())
  afterAll(async () => {
    await app.stop()
    await provider.stop()
  })

  const me = '{ me { name role sector organisation } signInWays { organisation local } }'
  const asks = async (browser: ReturnType<typeof wanderer>, query = me) => {
    const visitor = app.visitor()
    visitor.cookie = browser.cookies(app.url)
    return (await visitor.ask<{ me: unknown; signInWays: unknown }>(query)).data
  }
  const home = (next: URL) => next.origin === app.url && !next.pathname.startsWith('/sign-in')
  async function enters(member: Member | undefined, browser = wanderer(), words = '') {
    provider.lets(member)
    const { at } = await browser.goes(`${app.url}/sign-in/oidc${words}`, home)
    return { browser, at: at.pathname + at.search }
  }
  const refused = (code: string) => `/connexion?refus=${code}`
  const accounts = async () =>
    (await app.database.pool.query('select name, role, sector from staff order by name')).rows as unknown[]
  const sessions = async () => (await app.database.pool.query('select 1 from session')).rowCount

  it('fait entrer, crée le compte sous le sujet transmis, et revient là où la personne allait', async () => {
    const { browser, at } = await enters(agente, undefined, '?retour=/dossiers%3Fq%3Dbail')
    expect(at).toBe('/dossiers?q=bail')
    expect(await asks(browser)).toEqual({
      me: { name: 'Rosalie Pimparé', role: 'OFFICER', sector: null, organisation: true },
      signInWays: { organisation: true, local: false },
    })
    await enters(agente)
    expect(await accounts()).toEqual([{ name: 'Rosalie Pimparé', role: 'OFFICER', sector: null }])
    const { rows } = await app.database.pool.query('select type, actor_role from administration_journal')
    expect(rows).toEqual([{ type: 'STAFF_ADDED', actor_role: 'SIGN_ON' }])
  })

  it('reprend à chaque entrée le nom, le rôle et le secteur que l’organisation donne', async () => {
    const moved = { ...agente, name: 'Rosalie Pimparé-Roy', groups: ['plaintes-habitation'] }
    const { browser } = await enters(moved)
    expect(await asks(browser)).toMatchObject({
      me: { name: 'Rosalie Pimparé-Roy', role: 'SECTOR_RESPONDENT', sector: 'HOUSING' },
    })
    await enters({ ...agente, groups: ['plaintes-agentes', 'plaintes-responsables'] })
    expect(await accounts()).toEqual([{ name: 'Rosalie Pimparé', role: 'RESPONSIBLE_OFFICER', sector: null }])
    await enters(agente)
  })

  it('met fin, en entrant, à la session que le navigateur avait', async () => {
    const { browser } = await enters(agente)
    const former = browser.cookies(app.url)
    await enters(agente, browser)
    const visitor = app.visitor()
    visitor.cookie = former
    expect((await visitor.ask(me)).data.me).toBeNull()
    expect(await asks(browser)).toMatchObject({ me: { role: 'OFFICER' } })
  })

  it('refuse qui n’a aucun rôle, en français, et ferme les sessions qui lui restaient', async () => {
    const { browser } = await enters(agente)
    expect((await enters({ ...agente, groups: ['courriel'] })).at).toBe(refused('SIGN_ON_WITHOUT_ROLE'))
    expect(await asks(browser)).toMatchObject({ me: null })
    expect(signOnRefusals.SIGN_ON_WITHOUT_ROLE).toMatch(/aucun rôle/)
  })

  it('ne donne à personne le compte d’une autre, même adresse ou pas', async () => {
    expect((await enters({ ...agente, sub: 'u-2002' })).at).toBe(refused('SIGN_ON_EMAIL_TAKEN'))
    await app.staff('locale@ministere.test', 'ADMINISTRATOR')
    const same = { ...agente, sub: 'u-2003', email: 'LOCALE@ministere.test' }
    expect((await enters(same)).at).toBe(refused('SIGN_ON_EMAIL_TAKEN'))
    await app.database.pool.query(`delete from staff where email = 'locale@ministere.test'`)
  })

  it('prend un compte d’avant dès que l’exploitation l’a rattaché au sujet, une seule fois', async () => {
    const former = await app.staff('former@ministere.test', 'MANAGER')
    const account = await accountAt(app.database, 'former@ministere.test')
    const link = (subject: string) =>
      account && linkToSubject(app.database, account, { issuer: `${provider.issuer}/`, subject })
    expect(await link('u-1001')).toEqual([{ code: 'SUBJECT_TAKEN' }])
    expect(await link('u-2004')).toMatchObject({ id: former })
    const { browser } = await enters({ ...agente, sub: 'u-2004', name: 'Ludger', email: 'former@ministere.test' })
    expect(await asks(browser)).toMatchObject({ me: { name: 'Ludger', role: 'OFFICER' } })
    await app.database.pool.query('delete from staff where id = $1', [former])
  })

  it.each<[string, Partial<Member>, string]>([
    ['sans nom', { name: '' }, 'SIGN_ON_INCOMPLETE'],
    ['sans adresse', { email: 'pas une adresse' }, 'SIGN_ON_INCOMPLETE'],
    ['d’un secteur fermé', { groups: ['plaintes-fermees'] }, 'SIGN_ON_SECTOR_CLOSED'],
  ])('refuse une personne %s sans rien écrire', async (_, other, code) => {
    const before = await accounts()
    expect((await enters({ ...agente, sub: 'u-3003', email: 'autre@ministere.test', ...other })).at).toBe(refused(code))
    expect(await accounts()).toEqual(before)
  })

  it('ne laisse pas rentrer un compte désactivé ici, et un droit retiré compte à la requête suivante', async () => {
    const { browser } = await enters(agente)
    await app.database.pool.query(`update staff set role = 'MANAGER' where sign_on_subject = 'u-1001'`)
    expect(await asks(browser)).toMatchObject({ me: { role: 'MANAGER' } })
    await app.database.pool.query(`update staff set active = false where sign_on_subject = 'u-1001'`)
    expect(await asks(browser)).toMatchObject({ me: null })
    expect((await enters(agente)).at).toBe(refused('SIGN_ON_DISABLED'))
    await app.database.pool.query(`update staff set active = true where sign_on_subject = 'u-1001'`)
  })

  it('ferme les comptes locaux, et le dit', async () => {
    await app.staff('ancienne@ministere.test', 'OFFICER')
    const input = { email: 'ancienne@ministere.test', password }
    const { data } = await app.visitor().ask<{ signIn: unknown }>(signInMutation, { input })
    expect(data.signIn).toEqual({
      __typename: 'SignInRefused',
      code: 'LOCAL_ACCOUNTS_OFF',
      message: 'Les comptes locaux sont fermés : connectez-vous avec l’organisation.',
    })
    const choosing = `mutation ($input: ChoosePasswordInput!) { choosePassword(input: $input) { __typename ... on SignInRefused { code } } }`
    const chosen = await app
      .visitor()
      .ask(choosing, { input: { email: input.email, current: password, chosen: 'un autre mot de passe' } })
    expect(chosen.data).toEqual({ choosePassword: { __typename: 'SignInRefused', code: 'LOCAL_ACCOUNTS_OFF' } })
  })

  it('ne prend pas l’heure de la session pour celle de la preuve', async () => {
    const { browser } = await enters(agente)
    const proven = async () => {
      const { rows } = await app.database.pool.query(
        `select authenticated_at > now() - interval '1 hour' as lately from session order by created_at desc limit 1`,
      )
      return rows[0].lately as boolean
    }
    expect(await proven()).toBe(true)
    provider.twists(({ header, claims, key }) =>
      token(header, { ...claims, auth_time: Number(claims.auth_time) - 7_200 }, key),
    )
    await enters(agente, browser)
    expect(await proven()).toBe(false)
  })

  describe('n’ouvre aucune session', () => {
    const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
    it.each<[string, Twist]>([
      ['un autre nonce', ({ header, claims, key }) => token(header, { ...claims, nonce: 'autre' }, key)],
      ['sans nonce', ({ header, claims: { nonce: _, ...claims }, key }) => token(header, claims, key)],
      ['destiné à une autre application', ({ header, claims, key }) => token(header, { ...claims, aud: 'x' }, key)],
      [
        'destiné aussi à une autre',
        ({ header, claims, key }) => token(header, { ...claims, aud: [client.id, 'x'], azp: 'x' }, key),
      ],
      ['d’un autre émetteur', ({ header, claims, key }) => token(header, { ...claims, iss: 'https://x.test' }, key)],
      ['expiré', ({ header, claims, key }) => token(header, { ...claims, exp: Number(claims.iat) - 60 }, key)],
      ['sans expiration', ({ header, claims: { exp: _, ...claims }, key }) => token(header, claims, key)],
      ['sans signature', ({ header, claims }) => token({ ...header, alg: 'none' }, claims)],
      ['signé d’un secret partagé', ({ header, claims }) => token({ ...header, alg: 'HS256' }, claims, client.secret)],
      [
        'signé de la clé publique prise pour un secret',
        ({ header, claims }) => token({ ...header, alg: 'HS256' }, claims, 'clé publique'),
      ],
      ['signé d’une autre clé', ({ header, claims }) => token(header, claims, stranger)],
      [
        'changé après sa signature',
        ({ header, claims, key }) => {
          const [head, , signature] = token(header, claims, key).split('.')
          return `${head}.${Buffer.from(JSON.stringify({ ...claims, sub: 'u-0' })).toString('base64url')}.${signature}`
        },
      ],
      [
        'd’une personne authentifiée il y a trop longtemps',
        ({ header, claims, key }) => token(header, { ...claims, auth_time: Number(claims.iat) - 50_000 }, key),
      ],
      ['illisible', () => 'pas.un.jeton'],
    ])('sur un jeton %s', async (_, twist) => {
      provider.twists(twist)
      const before = await sessions()
      const { browser, at } = await enters(agente)
      expect(at).toBe(refused('SIGN_ON_NOT_TRUSTED'))
      expect(await asks(browser)).toMatchObject({ me: null })
      expect(await sessions()).toBe(before)
    })

    /** Goes to the provider and back, and stops before the answer is handed in. */
    async function answered(browser: ReturnType<typeof wanderer>) {
      provider.lets(agente)
      const atDoor = (next: URL) => next.pathname === '/sign-in/oidc/callback'
      return (await browser.goes(`${app.url}/sign-in/oidc`, atDoor)).at
    }
    const hands = async (browser: ReturnType<typeof wanderer>, answer: URL) => {
      const { at } = await browser.goes(answer.href, home)
      return at.pathname + at.search
    }

    it('sur un autre état, ni dans un autre navigateur', async () => {
      const browser = wanderer()
      const answer = await answered(browser)
      expect(await hands(wanderer(), answer)).toBe(refused('SIGN_ON_INTERRUPTED'))
      answer.searchParams.set('state', 'autre')
      expect(await hands(browser, answer)).toBe(refused('SIGN_ON_INTERRUPTED'))
      expect(await asks(browser)).toMatchObject({ me: null })
    })

    it('sur la réponse d’un autre émetteur', async () => {
      const browser = wanderer()
      const answer = await answered(browser)
      answer.searchParams.set('iss', 'https://ailleurs.test')
      expect(await hands(browser, answer)).toBe(refused('SIGN_ON_NOT_TRUSTED'))
    })

    it('sur une réponse déjà remise, ni sur le code d’une autre entrée', async () => {
      const browser = wanderer()
      const answer = await answered(browser)
      expect(await hands(browser, answer)).toBe('/')
      expect(await hands(browser, answer)).toBe(refused('SIGN_ON_INTERRUPTED'))
      const other = await answered(wanderer())
      const fresh = await answered(browser)
      fresh.searchParams.set('code', other.searchParams.get('code') ?? '')
      expect(await hands(browser, fresh)).toBe(refused('SIGN_ON_INTERRUPTED'))
      fresh.searchParams.set('code', answer.searchParams.get('code') ?? '')
      expect(await hands(browser, fresh)).toBe(refused('SIGN_ON_INTERRUPTED'))
    })

    it('à qui l’organisation refuse', async () => {
      expect((await enters(undefined)).at).toBe(refused('SIGN_ON_REFUSED'))
    })

    it.each(['/sign-in/oidc/callback', '/sign-in/oidc/callback?state=&code=', '/sign-in/oidc/callback?error=x'])(
      'à qui vient sans avoir rien demandé : %s',
      async path => {
        const { at } = await wanderer().goes(`${app.url}${path}`, home)
        expect(at.pathname + at.search).toBe(refused('SIGN_ON_INTERRUPTED'))
      },
    )
  })

  it.each(['//ailleurs.test/x', 'https://ailleurs.test', '/\\ailleurs.test', 'javascript:alert(1)', 'a\nb:c'])(
    'ne renvoie que dans le portail, et non à « %s »',
    async back => {
      provider.lets(agente)
      const { at } = await wanderer().goes(
        `${app.url}/sign-in/oidc?retour=${encodeURIComponent(back)}`,
        next => home(next) || next.hostname === 'ailleurs.test',
      )
      expect(at.origin).toBe(app.url)
    },
  )

  it('mène aussi à la sortie de l’organisation', async () => {
    const { at } = await wanderer().goes(`${app.url}/sign-out/oidc`, next => next.origin === provider.issuer)
    expect([at.pathname, at.searchParams.get('post_logout_redirect_uri')]).toEqual([
      '/session/end',
      `${app.url}/connexion`,
    ])
  })

  it('dit que le service ne répond pas, et réessaie la fois suivante', async () => {
    const late = await organisation()
    await late.stop()
    const alone = await application({ signOn: { ...settings(), issuer: new URL(late.issuer), localAccounts: true } })
    const { at } = await wanderer().goes(`${alone.url}/sign-in/oidc`, next => next.pathname === '/connexion')
    expect(at.search).toBe('?refus=SIGN_ON_UNREACHABLE')
    await alone.staff('secours@ministere.test', 'ADMINISTRATOR')
    const browser = await alone.signedIn('secours@ministere.test')
    expect((await browser.ask('{ me { role } signInWays { organisation local } }')).data).toEqual({
      me: { role: 'ADMINISTRATOR' },
      signInWays: { organisation: true, local: true },
    })
    await alone.stop()
  })
})
