import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { call, ministry, today } from '../testing/ministry.ts'
import { docx, holdsMark, pdf } from '../testing/planted.ts'

const at = (name: string) => `${name}@exemple.test`
const [agente, agent, responsable, habitation] = [at('agente'), at('agent'), at('responsable'), at('habitation')]
const digest = (content: Buffer) => createHash('sha256').update(content).digest('hex')

interface Prepared {
  id: string
  mediaType: string
  size: number
  sha256: string
  originalSha256: string
  errors: { message: string; extensions: { code: string } }[]
}

describe('la copie d’un document pour un secteur', () => {
  let app: Awaited<ReturnType<typeof ministry>>
  let dossier: ReturnType<(typeof app)['dossier']>
  let original: Buffer
  beforeAll(async () => {
    app = await ministry()
    original = await pdf()
  })
  afterAll(() => app.stop())

  const posts = async (email: string | undefined, path: string, body: object) =>
    fetch(`${app.url}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(email && { cookie: (await app.browserOf(email)).cookie }),
      },
      body: JSON.stringify(body),
    })
  async function attach(content: Buffer, name: string): Promise<string> {
    const body = new FormData()
    body.append('document', new Blob([new Uint8Array(content)]), name)
    const { cookie } = await app.browserOf(agente)
    const sent = await fetch(`${app.url}/files`, { method: 'POST', body, headers: { cookie } })
    const { id } = (await sent.json()) as { id: string }
    await dossier.take(agente, 'attachDocument', { attachment: id, description: 'Le bail.' })
    return id
  }
  async function prepare(attachment: string, email = agente): Promise<Prepared & { status: number }> {
    const { opening } = await dossier.attempt(email, 'openIdentity', {
      reason: 'Préparer une copie.',
      scope: ['ATTACHMENTS'],
      attachment,
    })
    const response = await posts(email, '/files/copy', { opening })
    return { status: response.status, ...((await response.json()) as Prepared) }
  }
  const release = (copy: string, more: object = {}, email = agente) =>
    dossier.attempt(email, 'releaseCopy', {
      consultation: 'C1',
      copy,
      description: 'Le bail, sans les noms.',
      looked: true,
      ...more,
    })
  const addressed = async (email: string) => {
    const question = '{ consultations { rows { dossier { id } copies { copy description mediaType bytes } } } }'
    const { data } = await (await app.browserOf(email)).ask<{
      consultations: { rows: { dossier: { id: string }; copies: object[] }[] }
    }>(question)
    return data.consultations.rows.filter(row => row.dossier.id === dossier.id).flatMap(({ copies }) => copies)
  }

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
  })

  it('se prépare d’une ouverture consignée, se regarde, puis se remet au seul secteur consulté', async () => {
    const attachment = await attach(original, 'Bail de Zéphirine.pdf')
    const prepared = await prepare(attachment)
    expect(prepared).toMatchObject({ status: 201, mediaType: 'application/pdf', originalSha256: digest(original) })
    const looked = await posts(agente, '/files/copy/look', { copy: prepared.id })
    const seen = Buffer.from(await looked.arrayBuffer())
    expect([digest(seen), holdsMark(seen)]).toEqual([prepared.sha256, false])
    expect(await addressed(habitation)).toEqual([])
    expect((await posts(habitation, '/files/copy/released', { dossier: dossier.id, copy: prepared.id })).status).toBe(
      404,
    )

    expect(await release(prepared.id, { looked: false })).toMatchObject({ code: 'COPY_NOT_LOOKED_AT' })
    expect(await release(prepared.id)).toMatchObject({ __typename: 'StepTaken' })
    const { id: copy, size: bytes } = prepared
    expect(await addressed(habitation)).toEqual([
      { copy, description: 'Le bail, sans les noms.', mediaType: 'application/pdf', bytes },
    ])
    expect(await addressed(at('voirie'))).toEqual([])
    const given = await posts(habitation, '/files/copy/released', { dossier: dossier.id, copy })
    expect(Buffer.from(await given.arrayBuffer()).equals(seen)).toBe(true)
    expect(given.headers.get('content-disposition')).toBe('attachment; filename="document remis.pdf"')
    expect(given.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
    expect(given.headers.get('x-content-type-options')).toBe('nosniff')
    expect(given.headers.get('cache-control')).toBe('no-store')
    const { rows } = await app.database.pool.query(
      `select event ->> 'sha256' as sha256, event ->> 'originalSha256' as original from journal
       where dossier_id = $1 and type = 'COPY_RELEASED'`,
      [dossier.id],
    )
    expect(rows).toEqual([{ sha256: digest(seen), original: digest(original) }])
    expect((await dossier.acts()).map(([act]) => act)).toContain('IDENTITY_OPENED')
  })

  it('n’est donnée à personne d’autre, et la réponse est toujours la même', async () => {
    const { id: copy } = await prepare(await attach(original, 'a.pdf'))
    await release(copy)
    const answers = new Set<string>()
    for (const who of ['voirie', 'gestion', 'verification', 'protecteur', 'administration']) {
      const response = await posts(at(who), '/files/copy/released', { dossier: dossier.id, copy })
      answers.add(`${response.status} ${await response.text()}`)
    }
    const unknown = await posts(habitation, '/files/copy/released', { dossier: dossier.id, copy: randomUUID() })
    answers.add(`${unknown.status} ${await unknown.text()}`)
    expect([...answers]).toHaveLength(1)
    expect((await posts(undefined, '/files/copy/released', { dossier: dossier.id, copy })).status).toBe(401)
    expect((await posts(habitation, '/files/copy/released', { dossier: dossier.id })).status).toBe(400)
    await dossier.take(agente, 'cancelConsultation', { consultation: 'C1', reason: 'Erreur.' })
    expect((await posts(habitation, '/files/copy/released', { dossier: dossier.id, copy })).status).toBe(404)
    expect(await addressed(habitation)).toEqual([])
  })

  it('n’est ni regardée ni remise par une autre personne, ni remise deux fois, ni prise pour un original', async () => {
    const attachment = await attach(original, 'a.pdf')
    const { id: copy } = await prepare(attachment)
    expect((await posts(agent, '/files/copy/look', { copy })).status).toBe(404)
    expect(await release(copy, {}, responsable)).toMatchObject({ code: 'ATTACHMENT_MISSING' })
    expect(await release(randomUUID())).toMatchObject({ code: 'ATTACHMENT_MISSING' })
    expect(await dossier.attempt(agente, 'attachDocument', { attachment: copy, description: 'x' })).toMatchObject({
      code: 'ATTACHMENT_MISSING',
    })
    await release(copy)
    expect((await posts(agente, '/files/copy/look', { copy })).status).toBe(404)
    const again = await prepare(attachment)
    expect(await release(again.id)).toMatchObject({ code: 'COPY_ALREADY_RELEASED' })
  })

  it('demande une ouverture qui vaut, et un rôle qui prépare', async () => {
    expect((await posts(agente, '/files/copy', { opening: randomUUID() })).status).toBe(404)
    expect((await posts(agente, '/files/copy', {})).status).toBe(400)
    expect((await posts(habitation, '/files/copy', { opening: randomUUID() })).status).toBe(403)
    expect((await posts(undefined, '/files/copy', { opening: randomUUID() })).status).toBe(401)
  })

  it('d’un document qui ne se nettoie pas est refusée dans une phrase, et rien n’est remis', async () => {
    const hidden = docx('<w:del w:author="x"><w:r><w:delText>non</w:delText></w:r></w:del>')
    const refused = await prepare(await attach(hidden, 'lettre.docx'))
    expect([refused.status, refused.errors[0]?.extensions.code]).toEqual([422, 'HIDDEN_CONTENT'])
    expect(refused.errors[0]?.message).toMatch(/^Ce document contient du texte supprimé/)
    expect(await addressed(habitation)).toEqual([])
  })

  it('disparaît avec l’identité effacée', async () => {
    const { id: copy } = await prepare(await attach(original, 'a.pdf'))
    await release(copy)
    const ask = () => posts(habitation, '/files/copy/released', { dossier: dossier.id, copy })
    expect((await ask()).status).toBe(200)
    await dossier.take(habitation, 'recordSectorReply', { consultation: 'C1', reply: 'Voici.', repliedOn: today })
    await dossier.take(responsable, 'recordWithdrawal', { channel: 'PHONE', withdrawnOn: today, note: '' })
    for (const _ of [1, 2, 3])
      await dossier.take(agente, 'recordContactAttempt', {
        channel: 'PHONE',
        attemptedOn: today,
        reached: false,
        note: 'Sans réponse.',
      })
    await dossier.take(responsable, 'recordImpossibilityToInform', { reason: 'Trois essais sans réponse.' })
    expect((await ask()).status).toBe(200)
    await dossier.take(responsable, 'eraseIdentity', { schedule: 'Règle 12', reason: 'Le délai est échu.' })
    expect((await ask()).status).toBe(404)
  })
})
