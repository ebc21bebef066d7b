import { randomUUID } from 'node:crypto'
import type { StepName } from '@bienfonde/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { call, ministry, today } from '../testing/ministry.ts'

const agente = 'agente@exemple.test'
const responsable = 'responsable@exemple.test'

describe('un envoi répété sous la même clé', () => {
  let app: Awaited<ReturnType<typeof ministry>>
  let dossier: ReturnType<(typeof app)['dossier']>
  beforeAll(async () => {
    app = await ministry()
  })
  afterAll(() => app.stop())
  beforeEach(async () => {
    dossier = app.dossier()
    await dossier.take(responsable, 'registerComplaint', call)
  })

  const counted = async () => {
    const { rows } = await app.database.pool.query(
      `select (select count(*)::int from journal) as lines, (select count(*)::int from vault_item) as sealed,
         (select count(*)::int from idempotency) as answers, (select count(*)::int from dossier) as dossiers`,
    )
    return rows[0]
  }
  const received = async (content: string) => {
    const { cookie } = await app.browserOf(responsable)
    const body = new FormData()
    body.append('document', new Blob([content], { type: 'text/plain' }), 'lettre.txt')
    const response = await fetch(`${app.url}/files`, { method: 'POST', body, headers: { cookie } })
    return ((await response.json()) as { id: string }).id
  }
  const message = { channel: 'EMAIL', receivedOn: today, words: 'Toujours rien.', summary: 'Elle attend.' }
  const correction = { corrects: 1, reason: 'Inexact.', identity: call.identity, replyChannels: ['EMAIL'] }
  const inadmissible = (passage: string) => ({
    matter: 'M1',
    grounds: [{ ground: 'HATEFUL_THREATENING_HARASSING', passage }],
    reasons: 'Le passage est menaçant.',
  })

  it.each<[StepName, () => Promise<[object, object]>]>([
    ['addNote', async () => [{ text: 'Une note.' }, { text: 'Une autre note.' }]],
    ['recordComplainantMessage', async () => [message, { ...message, words: 'Autre chose.' }]],
    [
      'correctRegistration',
      async () => [correction, { ...correction, identity: { ...call.identity, familyName: 'Autre' } }],
    ],
    ['declareInadmissible', async () => [inadmissible('Un passage.'), inadmissible('Un autre passage.')]],
    [
      'attachDocument',
      async () => {
        const attachment = await received('Bonjour')
        return [
          { attachment, description: 'Une lettre.' },
          { attachment, description: 'Un courriel.' },
        ]
      },
    ],
  ])('%s : même contenu, même réponse ; autre contenu, refus, et rien n’est écrit', async (step, inputs) => {
    const [input, other] = await inputs()
    const reference = { expectedVersion: 3, idempotencyKey: randomUUID() }
    const first = await dossier.take(responsable, step, input, reference)
    const written = await counted()
    expect(await dossier.take(responsable, step, input, reference)).toEqual(first)
    for (const [changed, sent] of [
      [{}, other],
      [{ confirmation: 'Une raison.' }, input],
    ] as const) {
      expect(await dossier.attempt(responsable, step, sent, { ...reference, ...changed })).toEqual({
        __typename: 'StepRefused',
        code: 'KEY_REUSED',
        message: 'La clé de cet envoi a déjà servi à un autre envoi. Rien n’est inscrit ; reprenez l’étape.',
        field: 'idempotencyKey',
        passages: [],
      })
    }
    expect(await counted()).toEqual(written)
  })

  it('inscrit une seule plainte, et refuse d’en inscrire une autre à sa place', async () => {
    const other = app.dossier()
    const reference = { idempotencyKey: randomUUID(), expectedVersion: 0 }
    const first = await other.take(agente, 'registerComplaint', call, reference)
    const written = await counted()
    expect(await other.take(agente, 'registerComplaint', call, reference)).toEqual(first)
    const changed = { ...call, words: 'D’autres propos.' }
    expect(await other.attempt(agente, 'registerComplaint', changed, reference)).toMatchObject({ code: 'KEY_REUSED' })
    const elsewhere = { ...reference, id: randomUUID() }
    expect(await other.attempt(agente, 'registerComplaint', call, elsewhere)).toMatchObject({ code: 'KEY_REUSED' })
    expect(await counted()).toEqual(written)
  })

  it('pour une autre étape, ou d’une autre personne, n’est pas le même envoi', async () => {
    const reference = { expectedVersion: 3, idempotencyKey: randomUUID() }
    await dossier.take(responsable, 'addNote', { text: 'Une note.' }, reference)
    const open = { reason: 'Une note.', scope: ['IDENTITY'] }
    expect(await dossier.attempt(responsable, 'openIdentity', open, reference)).toMatchObject({ code: 'KEY_REUSED' })
    const stale = await dossier.attempt(agente, 'registerComplaint', call, reference)
    expect(stale).toMatchObject({ code: 'ALREADY_REGISTERED' })
  })

  it('n’est plus reconnu une fois l’identité effacée : rien n’en reste, pas même une marque', async () => {
    await dossier.take(responsable, 'recordWithdrawal', { channel: 'PHONE', withdrawnOn: today, note: '' })
    for (const _ of [1, 2, 3])
      await dossier.take(responsable, 'recordContactAttempt', {
        channel: 'PHONE',
        attemptedOn: today,
        reached: false,
        note: 'Sans réponse.',
      })
    await dossier.take(responsable, 'recordImpossibilityToInform', { reason: 'Trois essais sans réponse.' })
    await dossier.take(responsable, 'eraseIdentity', { schedule: 'Règle 12', reason: 'Le délai est échu.' })
    const { rows } = await app.database.pool.query(
      'select count(*)::int as kept from idempotency where dossier_id = $1',
      [dossier.id],
    )
    expect(rows).toEqual([{ kept: 1 }])
  })
})
