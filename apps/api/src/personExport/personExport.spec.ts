import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { call, ministry, today } from '../testing/ministry.ts'

const at = (name: string) => `${name}@exemple.test`
const [agente, agent, responsable, habitation] = [at('agente'), at('agent'), at('responsable'), at('habitation')]
const all = ['IDENTITY', 'WORDS', 'ATTACHMENTS']
const content = Buffer.from('%PDF-1.7\nBail de Zéphirine Quenneville\n')

describe('ce qui est gardé d’une personne, en fichier', () => {
  let app: Awaited<ReturnType<typeof ministry>>
  let dossier: ReturnType<(typeof app)['dossier']>
  beforeAll(async () => {
    app = await ministry()
  })
  afterAll(() => app.stop())

  beforeEach(async () => {
    dossier = app.dossier()
    await dossier.take(agente, 'registerComplaint', call)
    const { cookie } = await app.browserOf(agente)
    const body = new FormData()
    body.append('document', new Blob([content]), 'bail.pdf')
    const sent = await fetch(`${app.url}/files`, { method: 'POST', body, headers: { cookie } })
    const attachment = ((await sent.json()) as { id: string }).id
    await dossier.take(agente, 'attachDocument', { attachment, description: 'Le bail.' })
    await dossier.take(agente, 'addNote', { text: 'Une note interne.' })
  })

  const open = async (email: string, scope = all) =>
    (await dossier.attempt(email, 'openIdentity', { reason: 'Demande de la personne.', scope })).opening
  const ask = async (email: string | undefined, body: unknown) => {
    const cookie = email ? (await app.browserOf(email)).cookie : ''
    return fetch(`${app.url}/files/person.json`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(cookie && { cookie }) },
      body: JSON.stringify(body),
    })
  }

  it('dit tout ce que le coffre garde, ce qui fut décidé, et qui a consulté l’identité, la présente remise comprise', async () => {
    const response = await ask(agente, { opening: await open(agente) })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="dossier-2026-\d{6}-personne\.json"$/,
    )
    expect(response.headers.get('cache-control')).toBe('no-store')
    const text = await response.text()
    const { numbers, ...identity } = call.identity
    expect(JSON.parse(text)).toMatchObject({
      format: 'bienfonde-personne-1',
      identite: { ...identity, numbers },
      identitesAnterieures: [],
      propos: [call.words],
      documents: [
        {
          nom: 'bail.pdf',
          genre: 'application/pdf',
          octets: content.length,
          sha256: createHash('sha256').update(content).digest('hex'),
          contenuBase64: content.toString('base64'),
        },
      ],
      plainte: { recueLe: today, modeDeReception: expect.any(String), anonyme: false },
      motifs: [{ objet: 'Délai de réponse', secteur: 'Habitation', resultat: null }],
      consultationsDeLIdentite: [
        { par: `Personne ${agente}`, raison: 'Demande de la personne.', quoi: expect.any(Array) },
      ],
    })
    expect(text).not.toContain('note interne')
  })

  it('n’est donné qu’une fois, à qui a tout ouvert', async () => {
    const opening = await open(agente)
    expect((await ask(responsable, { opening })).status).toBe(404)
    expect((await ask(agente, { opening })).status).toBe(200)
    expect((await ask(agente, { opening })).status).toBe(404)
    expect((await ask(agente, { opening: await open(agente, ['IDENTITY', 'WORDS']) })).status).toBe(404)
    expect((await ask(agente, { opening: randomUUID() })).status).toBe(404)
    expect((await ask(undefined, { opening: randomUUID() })).status).toBe(401)
    expect((await ask(agente, { opening: 'x' })).status).toBe(400)
    expect(await open(agent)).toBeUndefined()
  })

  it('n’est pas donné à un secteur, même si la personne lui a tout permis', async () => {
    await dossier.take(responsable, 'declareAdmissible', { matter: 'M1', reasons: '' })
    await dossier.take(agente, 'consultSector', {
      matter: 'M1',
      sector: 'HOUSING',
      purpose: 'FACTS',
      statement: 'Une demande est restée sans réponse.',
      question: 'Pourquoi ?',
      dueOn: '2026-05-19',
    })
    await dossier.take(responsable, 'requestDisclosureConsent', {
      sectors: ['HOUSING'],
      purpose: 'Retrouver la demande en cause.',
      categories: all,
      explained: 'Ce qui serait communiqué, à qui et pourquoi.',
      consequencesExplained: true,
      channel: 'PHONE',
    })
    const answer = { sector: 'HOUSING', granted: true, channel: 'PHONE', answeredOn: today }
    await dossier.take(responsable, 'recordDisclosureConsent', answer)
    const opening = await open(habitation)
    expect(opening).toEqual(expect.any(String))
    expect((await ask(habitation, { opening })).status).toBe(404)
  })
})
