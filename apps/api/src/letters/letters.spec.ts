import { createHash } from 'node:crypto'
import { defaultSettings, type Event, proposedNotice } from '@bienfonde/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { canonical } from '../journal/canonical.ts'
import { journalOf } from '../journal/recorded.ts'
import { verify } from '../journal/verify.ts'
import { call, ministry, today } from '../testing/ministry.ts'
import { letterSources, lettersOf } from './lettersOf.ts'
import { pressLetter } from './pressLetter.ts'

const [agente, responsable, gestion, habitation] = ['agente', 'responsable', 'gestion', 'habitation'].map(
  name => `${name}@exemple.test`,
) as [string, string, string, string]

const previewQuery = `query ($dossier: ID!, $step: LetterStepInput!) {
  letterPreview(dossier: $dossier, step: $step) {
    __typename
    ... on LetterPreview { kind digest template layout text html pdf flaws { code passage message } }
    ... on LetterNotMade { code message field }
  }
}`
const lettersQuery = `query ($dossier: ID!) {
  dossierLetters(dossier: $dossier) { seq kind label subject date channel template digest pdf }
}`
interface Entry {
  seq: number
  kind: string
  digest: string
  pdf: string
}
type Preview = Record<'__typename' | 'kind' | 'digest' | 'text' | 'html' | 'pdf' | 'code' | 'message', string> & {
  flaws: object[]
}

describe('les lettres d’un dossier', () => {
  let app: Awaited<ReturnType<typeof ministry>>
  let dossier: ReturnType<(typeof app)['dossier']>
  beforeAll(async () => {
    app = await ministry()
  })
  afterAll(() => app.stop())
  beforeEach(async () => {
    dossier = app.dossier()
    await dossier.take(agente, 'registerComplaint', { ...call, replyChannels: ['MAIL', 'EMAIL', 'PHONE'] })
  })

  const preview = async (email: string, step: object) => {
    const browser = await app.browserOf(email)
    const { data } = await browser.ask<{ letterPreview: Preview }>(previewQuery, { dossier: dossier.id, step })
    return data.letterPreview
  }
  const letters = async (email = responsable) => {
    const browser = await app.browserOf(email)
    const { data } = await browser.ask<{ dossierLetters: Entry[] | null }>(lettersQuery, { dossier: dossier.id })
    return data.dossierLetters
  }
  const open = async (email: string, path: string, init: RequestInit = {}) => {
    const { cookie } = await app.browserOf(email)
    const response = await fetch(`${app.url}${path}`, { ...init, headers: { cookie, ...init.headers } })
    return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) }
  }
  const acknowledgement = { channel: 'EMAIL', sentOn: today, text: 'Bonjour,\n\nNous avons bien reçu votre plainte.' }
  const decided = () =>
    dossier.take(responsable, 'declareInadmissible', {
      matter: 'M1',
      grounds: [{ ground: 'COURT_PROCEEDINGS', proceeding: 'Pourvoi en contrôle judiciaire' }],
      reasons: 'La contestation est devant la cour.',
    })
  const notice = async (change: object = {}) => ({
    channel: 'MAIL',
    sentOn: today,
    text: proposedNotice(await dossier.complaint(), defaultSettings),
    ...change,
  })

  it('se relisent avant la décision : PDF, HTML, texte et empreinte, sans le nom de la personne', async () => {
    await decided()
    const seen = await preview(responsable, { informComplainant: await notice() })
    expect(seen).toMatchObject({ __typename: 'LetterPreview', kind: 'INADMISSIBLE', flaws: [] })
    const pdf = Buffer.from(seen.pdf, 'base64').toString('latin1')
    expect(pdf.startsWith('%PDF-')).toBe(true)
    expect(pdf).toMatch(/pdfaid:part>2<.*pdfaid:conformance>A</s)
    for (const said of ['La contestation est devant la cour.', defaultSettings.recourse.FR, 'Dossier 2026-'])
      expect(seen.text.replaceAll('\u00a0', ' ')).toContain(said)
    expect(seen.html).toContain('<h1>Votre plainte n’est pas recevable</h1>')
    expect(`${seen.text}${seen.html}`).not.toMatch(/quenneville|épinettes/i)
    expect(seen).toEqual(await preview(responsable, { informComplainant: await notice() }))
  })

  it('l’avis du résultat porte l’empreinte relue ; un autre texte est refusé et rien n’est écrit', async () => {
    await decided()
    const input = await notice()
    const { version } = await dossier.complaint()
    const attempt = (letterSeen: string | null, change: object = {}) =>
      dossier.attempt(responsable, 'informComplainant', { ...input, ...change }, { letterSeen })
    const { digest } = await preview(responsable, { informComplainant: input })
    expect(await attempt(null)).toMatchObject({ code: 'LETTER_NOT_SEEN' })
    expect(await attempt(digest, { text: `${input.text}\n\nUn mot de plus.` })).toMatchObject({
      code: 'LETTER_CHANGED',
      message: 'Le texte de la lettre a changé depuis que vous l’avez relue. Relisez-la.',
    })
    expect(await attempt('a'.repeat(64))).toMatchObject({ code: 'LETTER_CHANGED' })
    expect((await dossier.complaint()).version).toBe(version)
    expect(await attempt(digest)).toMatchObject({ __typename: 'StepTaken' })
    const { event } = (await journalOf(app.database.ask, dossier.id)).at(-1) as { event: Event }
    expect(event).toMatchObject({ type: 'COMPLAINANT_INFORMED', letter: { template: 1, layout: 1, digest } })
    expect(await verify(app.database)).toMatchObject({ breaks: [] })
  })

  it('l’empreinte se recalcule de ce qui est gardé : la lettre et les deux modèles', async () => {
    await dossier.take(agente, 'acknowledgeReceipt', acknowledgement)
    const [entry] = (await letters()) ?? []
    const { rows } = await app.database.pool.query('select content from letter_content where digest = $1', [
      entry?.digest,
    ])
    const { rows: templates } = await app.database.pool.query(
      `select code, digest from letter_template where version = 1 and code in ('LAYOUT', 'ACKNOWLEDGEMENT')`,
    )
    const digestOf = (code: string) => templates.find(each => each.code === code)?.digest
    const sealed = canonical({
      letter: rows[0].content,
      template: digestOf('ACKNOWLEDGEMENT'),
      layout: digestOf('LAYOUT'),
    })
    expect(createHash('sha256').update(sealed).digest('hex')).toBe(entry?.digest)
  })

  it('sont listées, et se rouvrent telles qu’elles sont parties, octet pour octet', async () => {
    const seen = await preview(agente, { acknowledgeReceipt: acknowledgement })
    await dossier.take(agente, 'acknowledgeReceipt', acknowledgement, { letterSeen: seen.digest })
    const before = await letters()
    expect(before).toMatchObject([
      { kind: 'ACKNOWLEDGEMENT', label: 'Accusé de réception', date: today, template: 1, digest: seen.digest },
    ])
    const browser = await app.browserOf('administration@exemple.test')
    const { data } = await browser.ask<{ ministryContacts: { line: number } }>('{ ministryContacts { line } }')
    const { contacts, recourse } = defaultSettings
    await browser.ask(
      `mutation ($seen: Int!, $input: MinistryContactsInput!) { changeContacts(seen: $seen, input: $input) { __typename } }`,
      {
        seen: data.ministryContacts.line,
        input: { ...contacts, unit: 'Bureau des plaintes', recourseFr: recourse.FR, recourseEn: recourse.EN },
      },
    )
    expect(await letters()).toEqual(before)
    const pdf = await open(responsable, before?.[0]?.pdf ?? '')
    expect(pdf.bytes.toString('base64')).toBe(seen.pdf)
    expect(pdf.headers.get('content-disposition')).toMatch(/^inline/)
    expect(pdf.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(pdf.headers.get('cache-control')).toBe('no-store')
    const path = String(before?.[0]?.pdf).replace(/pdf$/, '')
    expect((await open(responsable, `${path}txt`)).bytes.toString()).toBe(seen.text)
    const html = await open(responsable, `${path}html`)
    expect(html.bytes.toString()).toBe(seen.html)
    expect(html.headers.get('content-security-policy')).toMatch(/^sandbox/)
  })

  it('ne se lisent que par qui peut lire le dossier', async () => {
    await dossier.take(agente, 'acknowledgeReceipt', acknowledgement)
    const [entry] = (await letters()) ?? []
    for (const stranger of [gestion, habitation, 'administration@exemple.test']) {
      expect(await letters(stranger)).toBeNull()
      expect(await preview(stranger, { acknowledgeReceipt: acknowledgement })).toMatchObject({
        code: 'DOSSIER_UNKNOWN',
      })
      expect((await open(stranger, String(entry?.pdf))).status).toBe(404)
    }
    expect((await fetch(`${app.url}${entry?.pdf}`)).status).toBe(401)
    for (const path of [
      '/files/letters/x/1.pdf',
      `/files/letters/${dossier.id}/999.pdf`,
      `/files/letters/${dossier.id}/1.exe`,
    ])
      expect((await open(responsable, path)).status).toBe(404)
  })

  it('disent pourquoi elles ne peuvent être composées, sans rien écrire', async () => {
    const { version } = await dossier.complaint()
    expect(await preview(responsable, { informComplainant: await notice() })).toMatchObject({
      __typename: 'LetterNotMade',
      code: 'NOT_READY_FOR_NOTICE',
    })
    const browser = await app.browserOf(responsable)
    const both = { acknowledgeReceipt: acknowledgement, referComplainant: null, informComplainant: await notice() }
    const answer = await browser.ask(previewQuery, { dossier: dossier.id, step: both })
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ field: 'step' }] })
    expect((await dossier.complaint()).version).toBe(version)
  })

  it.each([
    ['un moyen inconnu', { channel: 'PIGEON' }, 'step.acknowledgeReceipt.channel'],
    ['une date qui n’existe pas', { sentOn: '2026-02-30' }, 'step.acknowledgeReceipt.sentOn'],
    ['un texte trop long', { text: 'x'.repeat(200_000) }, 'step.acknowledgeReceipt.text'],
    ['un caractère de contrôle', { text: 'Bonjour\u0007' }, 'step.acknowledgeReceipt.text'],
  ])('ne se composent pas avec %s, dit sous son champ', async (_, change, field) => {
    const browser = await app.browserOf(agente)
    const step = { acknowledgeReceipt: { ...acknowledgement, ...change } }
    const answer = await browser.ask(previewQuery, { dossier: dossier.id, step })
    expect(answer.status).toBeLessThan(500)
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ field }] })
  })

  it('signalent un mot à éviter sans l’empêcher de partir', async () => {
    const text = `${acknowledgement.text} Vous auriez dû écrire plus tôt.`
    expect((await preview(agente, { acknowledgeReceipt: { ...acknowledgement, text } })).flaws).toMatchObject([
      { code: 'ACCUSES_PERSON', passage: 'Vous auriez dû' },
    ])
  })

  it('reçoivent l’adresse de la personne contre une ouverture, une seule fois ; l’empreinte n’en dépend pas', async () => {
    await decided()
    await dossier.take(responsable, 'informComplainant', await notice())
    const [entry] = (await letters()) ?? []
    const addressed = (opening: string | null) =>
      open(responsable, '/files/letters/addressed', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ dossier: dossier.id, line: entry?.seq, opening }),
      })
    expect((await addressed(null)).status).toBe(400)
    expect((await addressed('00000000-0000-4000-8000-000000000000')).status).toBe(404)
    const opened = async (scope: string[]) =>
      (await dossier.take(responsable, 'openIdentity', { reason: 'Envoyer la lettre par la poste.', scope })).opening
    expect((await addressed(await opened(['WORDS']))).status).toBe(404)
    const opening = await opened(['IDENTITY'])
    const first = await addressed(opening)
    expect([first.status, first.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect((await addressed(opening)).status).toBe(404)
    const plain = await open(responsable, String(entry?.pdf))
    expect(first.bytes.equals(plain.bytes)).toBe(false)
    expect((await letters())?.at(0)?.digest).toBe(entry?.digest)
    expect((await dossier.acts()).filter(([type]) => type === 'IDENTITY_OPENED')).toHaveLength(2)
  })

  it('une ouverture d’un autre dossier ne donne aucune adresse', async () => {
    await dossier.take(agente, 'acknowledgeReceipt', acknowledgement)
    const [entry] = (await letters()) ?? []
    const other = app.dossier()
    await other.take(agente, 'registerComplaint', call)
    const { opening } = await other.take(responsable, 'openIdentity', {
      reason: 'Rappeler la personne.',
      scope: ['IDENTITY'],
    })
    const answer = await open(responsable, '/files/letters/addressed', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ dossier: dossier.id, line: entry?.seq, opening }),
    })
    expect(answer.status).toBe(404)
  })

  it('d’un journal qui précède les modèles se recomposent, sans empreinte', async () => {
    await dossier.take(agente, 'acknowledgeReceipt', acknowledgement)
    const lines = await journalOf(app.database.ask, dossier.id)
    const older = lines.map(line => ({ ...line, event: { ...line.event, letter: undefined } as Event }))
    const [letter] = await lettersOf(app.database.ask, older, defaultSettings)
    expect(letter).toMatchObject({ kind: 'ACKNOWLEDGEMENT', mark: null })
    const sources = letter && (await letterSources(app.database.ask, letter))
    expect(sources?.intact).toBe(true)
    expect(sources && (await pressLetter(sources))).toHaveProperty('pdf')
  })

  it('dont ce qui est gardé a été altéré ne se rouvrent pas', async () => {
    await dossier.take(agente, 'acknowledgeReceipt', acknowledgement)
    const [entry] = (await letters()) ?? []
    const { pool } = app.database
    const altering = (change: string) =>
      pool.query(
        `alter table letter_content disable trigger user; ${change}; alter table letter_content enable trigger user`,
      )
    await expect(pool.query(`update letter_content set content = '{}'`)).rejects.toThrow('the journal only grows')
    await altering(
      `update letter_content set content = jsonb_set(content, '{subject}', '"Autre objet"') where digest = '${entry?.digest}'`,
    )
    const answer = await open(responsable, String(entry?.pdf))
    expect(answer.status).toBe(409)
    expect(answer.bytes.toString()).toContain('ne donne plus l’empreinte inscrite au journal')
  })
})
