import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { application } from '../testing/application.ts'
import { largestDocument } from './receive.ts'
import { takeUpload, unpacked, uploadFacts } from './upload.ts'

describe('un document reçu', () => {
  let app: Awaited<ReturnType<typeof application>>
  let officer: string
  beforeAll(async () => {
    app = await application()
    officer = await app.staff('agente@exemple.test', 'OFFICER')
    await app.staff('gestion@exemple.test', 'MANAGER')
  })
  afterAll(() => app.stop())

  async function send(email: string | undefined, content: string | Buffer, headers = {}) {
    const cookie = email ? (await app.signedIn(email)).cookie : ''
    const body = new FormData()
    body.append('document', new Blob([content], { type: 'text/plain' }), 'Été à Québec.txt')
    const response = await fetch(`${app.url}/files`, { method: 'POST', body, headers: { cookie, ...headers } })
    const answer = (await response.json()) as {
      id: string
      size: number
      sha256: string
      errors: { message: string }[]
    }
    return { status: response.status, ...answer }
  }
  const take = (id: string, actor = officer) => app.database.transaction(ask => takeUpload(ask, app.master, actor, id))

  it('attend sous scellé l’étape qui le verse au dossier, une seule fois et de la même personne', async () => {
    const sent = await send('agente@exemple.test', 'Contenu reçu')
    expect(sent).toMatchObject({ status: 201, size: Buffer.byteLength('Contenu reçu') })
    expect(sent.sha256).toBe(createHash('sha256').update('Contenu reçu').digest('hex'))
    const { rows } = await app.database.pool.query(
      `select position('Contenu'::bytea in sealed) + position('.txt'::bytea in sealed) as seen from upload`,
    )
    expect(rows).toEqual([{ seen: 0 }])
    const facts = { mediaType: 'text/plain', bytes: sent.size, sha256: sent.sha256 }
    expect(await uploadFacts(app.database.ask, app.master, officer, sent.id)).toEqual(facts)
    expect(await uploadFacts(app.database.ask, app.master, 'autre', sent.id)).toBeUndefined()
    expect(await take(sent.id, 'autre')).toBeUndefined()
    const deposit = await take(sent.id)
    expect(deposit?.ref).toBe(sent.id)
    expect(unpacked(deposit?.content ?? Buffer.alloc(4))).toEqual({
      name: 'Été à Québec.txt',
      mediaType: 'text/plain',
      content: Buffer.from('Contenu reçu'),
    })
    expect(await take(sent.id)).toBeUndefined()
  })

  it('n’est pris que d’une personne dont le rôle le permet, depuis le portail, et de taille raisonnable', async () => {
    expect((await send(undefined, 'x')).status).toBe(401)
    expect((await send('gestion@exemple.test', 'x')).status).toBe(403)
    expect((await send('agente@exemple.test', 'x', { origin: 'https://ailleurs.test' })).status).toBe(403)
    const large = await send('agente@exemple.test', Buffer.alloc(largestDocument + 1))
    expect([large.status, large.errors[0]?.message]).toEqual([
      413,
      'Ce document dépasse 10 Mo, la plus grande taille reçue.',
    ])
    const { rows } = await app.database.pool.query('select count(*)::int as kept from upload')
    expect(rows).toEqual([{ kept: 0 }])
  })

  it.each<[string, (form: FormData) => void, number, string]>([
    ['rien', () => undefined, 400, 'Le document manque.'],
    ['un document vide', form => form.append('a', new Blob([]), 'a.txt'), 400, 'Le document est vide.'],
    [
      'un champ sans document',
      form => form.append('a', 'texte'),
      400,
      'Envoyez un seul document à la fois, et rien d’autre avec lui.',
    ],
    [
      'deux documents',
      form => {
        form.append('a', new Blob(['un']), 'a.txt')
        form.append('b', new Blob(['deux']), 'b.txt')
      },
      400,
      'Envoyez un seul document à la fois, et rien d’autre avec lui.',
    ],
    [
      'un programme qui se dit PDF',
      form => form.append('a', new Blob(['MZ\0\0'], { type: 'application/pdf' }), 'lettre.pdf'),
      415,
      'Ce genre de document n’est pas reçu. Envoyez un PDF, une image, un texte, un document Word, Excel, PowerPoint ou OpenDocument, un son ou une vidéo.',
    ],
  ])('n’est pas pris quand on envoie %s, et on le dit en français', async (_, fill, status, message) => {
    const { cookie } = await app.signedIn('agente@exemple.test')
    const body = new FormData()
    fill(body)
    const response = await fetch(`${app.url}/files`, { method: 'POST', body, headers: { cookie } })
    const { errors } = (await response.json()) as { errors: { message: string }[] }
    expect([response.status, errors[0]?.message]).toEqual([status, message])
  })

  it.each<[string, string, string, number]>([
    ['du JSON', 'application/json', '{}', 415],
    ['un formulaire sans frontière', 'multipart/form-data', 'x', 400],
    [
      'un formulaire coupé',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="a"; filename="a.txt"\r\n\r\nBonj',
      400,
    ],
  ])('n’est pas pris dans %s', async (_, type, body, status) => {
    const { cookie } = await app.signedIn('agente@exemple.test')
    const response = await fetch(`${app.url}/files`, {
      method: 'POST',
      body,
      headers: { cookie, 'content-type': type },
    })
    const { errors } = (await response.json()) as { errors: { message: string }[] }
    expect(response.status).toBe(status)
    expect(errors[0]?.message).toMatch(/^[A-ZÀ-Ý].*\.$/)
  })

  it('est oublié après un jour si aucune étape ne l’a pris', async () => {
    const old = await send('agente@exemple.test', 'ancien')
    await app.database.pool.query(`update upload set created_at = now() - interval '25 hours'`)
    await send('agente@exemple.test', 'récent')
    expect(await take(old.id)).toBeUndefined()
  })
})
