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
    expect([large.status, large.errors[0]?.message]).toEqual([413, 'L’envoi est trop volumineux.'])
    const { rows } = await app.database.pool.query('select count(*)::int as kept from upload')
    expect(rows).toEqual([{ kept: 0 }])
  })

  it('est oublié après un jour si aucune étape ne l’a pris', async () => {
    const old = await send('agente@exemple.test', 'ancien')
    await app.database.pool.query(`update upload set created_at = now() - interval '25 hours'`)
    await send('agente@exemple.test', 'récent')
    expect(await take(old.id)).toBeUndefined()
  })
})
