import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { call, ministry, today } from '../testing/ministry.ts'

const at = (name: string) => `${name}@exemple.test`
const [agente, agent, responsable, habitation] = [at('agente'), at('agent'), at('responsable'), at('habitation')]
const everyone = [
  'agent',
  'responsable',
  'habitation',
  'voirie',
  'gestion',
  'verification',
  'protecteur',
  'administration',
]

const content = Buffer.from('%PDF-1.7\nBail de Zéphirine Quenneville\n')
const name = 'Bail – Québec “été”.pdf'

const nothing = {
  errors: [
    {
      message:
        'Cette ouverture ne donne aucun document. Elle vaut une minute, une seule fois, pour qui l’a faite ; au besoin, ouvrez l’original de nouveau.',
      extensions: { code: 'OPENING_GIVES_NOTHING' },
    },
  ],
}

describe('l’original d’un document', () => {
  let app: Awaited<ReturnType<typeof ministry>>
  let dossier: ReturnType<(typeof app)['dossier']>
  let attachment: string
  beforeAll(async () => {
    app = await ministry()
  })
  afterAll(() => app.stop())

  /** A complaint under analysis, about which a sector is consulted, and to which a document is attached. */
  beforeEach(async () => {
    dossier = app.dossier()
    await dossier.take(agente, 'registerComplaint', call)
    await dossier.take(responsable, 'declareAdmissible', { matter: 'M1', reasons: '' })
    await dossier.take(agente, 'consultSector', {
      matter: 'M1',
      sector: 'HOUSING',
      purpose: 'FACTS',
      statement: 'Une demande est restée sans réponse.',
      question: 'Pourquoi ?',
      dueOn: '2026-05-19',
    })
    const { cookie } = await app.browserOf(agente)
    const body = new FormData()
    body.append('document', new Blob([content]), name)
    const sent = await fetch(`${app.url}/files`, { method: 'POST', body, headers: { cookie } })
    attachment = ((await sent.json()) as { id: string }).id
    await dossier.take(agente, 'attachDocument', { attachment, description: 'Le bail.' })
  })

  const open = (email: string, more: object = { attachment }) =>
    dossier.attempt(email, 'openIdentity', { reason: 'Vérifier la date du bail.', scope: ['ATTACHMENTS'], ...more })
  const ask = async (email: string | undefined, body: unknown, headers: object = {}) => {
    const cookie = email ? (await app.browserOf(email)).cookie : ''
    return fetch(`${app.url}/files/original`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(cookie && { cookie }), ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  }
  const gives = async (email: string | undefined, opening: string | null) => {
    const response = await ask(email, { opening })
    return response.ok ? Buffer.from(await response.arrayBuffer()) : response.json()
  }
  const consent = async (categories: string[], granted = true) => {
    await dossier.take(responsable, 'requestDisclosureConsent', {
      sectors: ['HOUSING'],
      purpose: 'Retrouver la demande en cause.',
      categories,
      explained: 'Ce qui serait communiqué, à qui et pourquoi.',
      consequencesExplained: true,
      channel: 'PHONE',
    })
    await dossier.take(responsable, 'recordDisclosureConsent', {
      sector: 'HOUSING',
      granted,
      channel: 'PHONE',
      answeredOn: today,
    })
  }

  it('est rendu tel que reçu, sous son nom, sans que rien n’en puisse être exécuté ni gardé', async () => {
    const { opening } = await open(agente)
    const response = await ask(agente, { opening })
    expect(response.status).toBe(200)
    expect(Buffer.from(await response.arrayBuffer())).toEqual(content)
    const header = (named: string) => response.headers.get(named)
    expect(header('content-type')).toBe('application/pdf')
    expect(header('content-disposition')).toBe(
      `attachment; filename="Bail ? Qu?bec ??t??.pdf"; filename*=UTF-8''Bail%20%E2%80%93%20Qu%C3%A9bec%20%E2%80%9C%C3%A9t%C3%A9%E2%80%9D.pdf`,
    )
    expect(header('x-content-type-options')).toBe('nosniff')
    expect(header('content-security-policy')).toBe("sandbox; default-src 'none'")
    expect(header('cache-control')).toBe('no-store')
  })

  it('est inscrit au registre des ouvertures avant d’être lu, avec qui, pourquoi et lequel', async () => {
    await open(agente)
    const register = `query ($dossier: ID) { openings(dossier: $dossier) { rows { byName reason scope document } } }`
    const { data } = await (await app.browserOf(at('verification'))).ask(register, { dossier: dossier.id })
    expect(data).toEqual({
      openings: {
        rows: [
          {
            byName: `Personne ${agente}`,
            reason: 'Vérifier la date du bail.',
            scope: ['ATTACHMENTS'],
            document: 'Le bail.',
          },
        ],
      },
    })
    expect((await dossier.acts()).at(-1)).toEqual(['IDENTITY_OPENED', 'agente'])
  })

  it('demande une raison, un document du dossier, et un dossier attribué', async () => {
    expect(await dossier.attempt(agente, 'openIdentity', { reason: ' ', scope: [], attachment })).toMatchObject({
      code: 'REASON_MISSING',
    })
    expect(await open(agente, { attachment: randomUUID() })).toMatchObject({
      code: 'ATTACHMENT_MISSING',
      field: 'attachment',
    })
    expect(await open(agent)).toMatchObject({ code: 'NOT_ASSIGNED_TO_YOU' })
  })

  it('ne se lit qu’une fois, même demandé plusieurs fois en même temps', async () => {
    const { opening } = await open(agente)
    const answers = await Promise.all([1, 2, 3, 4].map(() => gives(agente, opening)))
    expect(answers.filter(each => Buffer.isBuffer(each))).toEqual([content])
    expect(await gives(agente, opening)).toEqual(nothing)
  })

  it('ne se lit que par qui l’a ouvert, dans la minute ; autrement la réponse est toujours la même', async () => {
    const { opening } = await open(agente)
    for (const who of everyone) expect(await gives(at(who), opening), who).toEqual(nothing)
    expect(await gives(agente, randomUUID())).toEqual(nothing)
    await app.database.pool.query(
      `update vault_opening set opened_at = opened_at - interval '61 seconds' where id = $1`,
      [opening],
    )
    expect(await gives(agente, opening)).toEqual(nothing)
    const response = await ask(agente, { opening })
    expect(response.status).toBe(404)
  })

  it('ne se lit ni par une ouverture d’autre chose, ni après l’effacement', async () => {
    const { opening: all } = await open(agente, {})
    expect(await gives(agente, all)).toEqual(nothing)
    await dossier.take(responsable, 'recordWithdrawal', { channel: 'PHONE', withdrawnOn: today, note: '' })
    await dossier.take(agente, 'cancelConsultation', { consultation: 'C1', reason: 'La personne s’est désistée.' })
    for (const _ of [1, 2, 3])
      await dossier.take(agente, 'recordContactAttempt', {
        channel: 'PHONE',
        attemptedOn: today,
        reached: false,
        note: 'Sans réponse.',
      })
    await dossier.take(responsable, 'recordImpossibilityToInform', { reason: 'Trois essais sans réponse.' })
    const { opening } = await open(agente)
    await dossier.take(responsable, 'eraseIdentity', { schedule: 'Règle 12', reason: 'Le délai est échu.' })
    expect(await gives(agente, opening)).toEqual(nothing)
  })

  it('ouvert seul, ne donne par l’autre porte que son propre nom', async () => {
    const { opening } = await open(agente)
    const disclosing = `mutation ($opening: ID!) { discloseIdentity(opening: $opening) {
      ... on IdentityDisclosed { identity { familyName } words { text } attachments { name } } } }`
    const answer = await (await app.browserOf(agente)).ask(disclosing, { opening })
    expect(answer.data).toEqual({
      discloseIdentity: { identity: null, words: null, attachments: [{ name: 'Bail – Québec “été”.pdf' }] },
    })
    expect(await gives(agente, opening)).toEqual(nothing)
  })

  it('demande une session, le portail et une ouverture, et le dit en français', async () => {
    const { opening } = await open(agente)
    const said = async (response: Response) => [
      response.status,
      ((await response.json()) as { errors: { message: string }[] }).errors[0]?.message,
    ]
    expect(await said(await ask(undefined, { opening }))).toEqual([401, 'Ouvrez une session pour continuer.'])
    expect(await said(await ask(agente, {}))).toEqual([400, 'L’ouverture à présenter manque.'])
    expect(await said(await ask(agente, { opening: 'x' }))).toEqual([400, 'L’ouverture à présenter manque.'])
    expect(await said(await ask(agente, { opening: ['x'] }))).toEqual([400, 'L’ouverture à présenter manque.'])
    expect(await said(await ask(agente, 'null'))).toEqual([400, 'L’ouverture à présenter manque.'])
    expect((await ask(agente, '{')).status).toBe(400)
    expect((await ask(agente, { opening, more: 'x'.repeat(2_000) })).status).toBe(413)
    expect((await ask(agente, 'opening=x', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415)
    expect((await ask(agente, { opening }, { origin: 'https://ailleurs.test' })).status).toBe(403)
    expect(await gives(agente, opening)).toEqual(content)
  })

  describe('pour un secteur sans permission en vigueur', () => {
    const secrets = /quenneville|zéphirine|%PDF|Bail – Québec/i

    /** Everything a respondent can knock at, with every identifier they could have heard of. */
    async function everyDoor(opening: string | null) {
      const browser = await app.browserOf(habitation)
      const { cookie } = browser
      const given: { door: string; text: string }[] = []
      for (const more of [{ attachment }, {}, { attachment, scope: ['IDENTITY'] }]) {
        const answer = await open(habitation, more)
        expect(answer).toMatchObject({ __typename: 'StepRefused', code: 'IDENTITY_NOT_ACCESSIBLE' })
        given.push({ door: 'openIdentity', text: JSON.stringify(answer) })
      }
      for (const presented of [opening, attachment, dossier.id]) {
        const response = await ask(habitation, { opening: presented })
        expect(await response.clone().json()).toEqual(nothing)
        given.push({ door: '/files/original', text: await response.text() })
        const disclosing = `mutation ($opening: ID!) { discloseIdentity(opening: $opening) { __typename } }`
        const { data } = await browser.ask(disclosing, { opening: presented })
        expect(data).toEqual({ discloseIdentity: { __typename: 'IdentityNotDisclosed' } })
      }
      for (const path of [
        `/files/${attachment}`,
        `/files/original/${attachment}`,
        `/files/original?opening=${opening}`,
      ]) {
        const response = await fetch(`${app.url}${path}`, { headers: { cookie } })
        expect([path, response.status]).toEqual([path, 404])
        expect(await response.text(), path).not.toMatch(secrets)
      }
      const questions = [
        [`query ($id: ID!) { dossier(id: $id) { journal { event } vault { attachments } } }`, { id: dossier.id }],
        ['{ consultations { total rows { statement question } } }', {}],
      ] as const
      for (const [question, variables] of questions) {
        given.push({ door: question, text: (await browser.ask(question, variables)).text })
      }
      for (const { door, text } of given) {
        expect(text, door).not.toMatch(secrets)
        expect(text, door).not.toContain(attachment)
        expect(text, door).not.toContain('Le bail.')
      }
    }

    it('rien n’en sort, par aucune porte', async () => {
      const { opening } = await open(agente)
      await everyDoor(opening)
      await consent(['ATTACHMENTS'], false)
      await everyDoor(opening)
      expect(await gives(agente, opening)).toEqual(content)
    })

    it('ni par une permission qui ne couvre pas les documents', async () => {
      await consent(['IDENTITY', 'WORDS'])
      expect(await open(habitation)).toMatchObject({ code: 'IDENTITY_NOT_ACCESSIBLE' })
    })

    it('ni par une ouverture faite avant le retrait de la permission', async () => {
      await consent(['ATTACHMENTS'])
      const { opening } = await open(habitation)
      await dossier.take(agente, 'withdrawDisclosureConsent', {
        sector: 'HOUSING',
        channel: 'PHONE',
        withdrawnOn: today,
      })
      expect(await gives(habitation, opening)).toEqual(nothing)
      await everyDoor(opening)
    })
  })
})
