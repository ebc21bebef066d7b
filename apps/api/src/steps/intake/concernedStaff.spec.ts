import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { call, ministry, today } from '../../testing/ministry.ts'

const [agente, responsable, habitation] = ['agente', 'responsable', 'habitation'].map(
  name => `${name}@exemple.test`,
) as [string, string, string]

describe('les personnes du Ministère qu’un motif vise', () => {
  let app: Awaited<ReturnType<typeof ministry>>
  let dossier: ReturnType<(typeof app)['dossier']>
  beforeAll(async () => {
    app = await ministry()
  })
  afterAll(() => app.stop())
  beforeEach(() => {
    dossier = app.dossier()
  })

  const idOf = async (email: string): Promise<string> =>
    (await app.database.pool.query('select id from staff where email = $1', [email])).rows[0].id
  const about = (...concernedStaff: string[]) => ({
    ...call,
    matters: call.matters.map(matter => ({ ...matter, concernedStaff })),
  })
  const lines = async () =>
    (await app.database.pool.query('select count(*)::int as lines from journal where dossier_id = $1', [dossier.id]))
      .rows[0].lines
  const strangerIn = (field: string) => [{ field, message: 'Cette personne n’est pas au registre du personnel.' }]

  it('sont toutes au registre du personnel : un identifiant inconnu est refusé sous son champ, et rien n’est écrit', async () => {
    const unknown = randomUUID()
    const first = await dossier.send(agente, 'registerComplaint', about(app.officer, unknown))
    expect(first.errors?.[0]?.extensions).toEqual({
      code: 'BAD_USER_INPUT',
      fields: strangerIn('matters.0.concernedStaff'),
    })
    // Written otherwise, an identifier would be nobody’s: the person would not be recognised when deciding.
    const shouted = await dossier.send(agente, 'registerComplaint', about(app.officer.toUpperCase()))
    expect(shouted.errors?.[0]?.extensions.fields).toEqual(strangerIn('matters.0.concernedStaff'))
    expect(await lines()).toBe(0)

    await dossier.take(agente, 'registerComplaint', call)
    const [matter] = call.matters
    const added = await dossier.send(agente, 'addMatter', { ...matter, concernedStaff: [unknown] })
    expect(added.errors?.[0]?.extensions.fields).toEqual(strangerIn('concernedStaff'))
    const correction = { corrects: 2, reason: 'Inexact.', matter: { matter: 'M1', concernedStaff: [unknown] } }
    const corrected = await dossier.send(agente, 'correctRegistration', correction)
    expect(corrected.errors?.[0]?.extensions.fields).toEqual(strangerIn('matter.concernedStaff'))
    expect(await lines()).toBe(3)
  })

  it('restent nommées après leur départ', async () => {
    const former = await app.staff(`${randomUUID()}@exemple.test`, 'OFFICER')
    await app.database.pool.query('update staff set active = false where id = $1', [former])
    await dossier.take(agente, 'registerComplaint', about(former))
    expect((await dossier.complaint()).matters[0]?.concernedStaff).toEqual([former])
  })

  it('ne décident pas de la plainte et n’en ouvrent pas l’identité', async () => {
    await dossier.take(agente, 'registerComplaint', about(app.officer, await idOf(responsable)))
    const admitted = { matter: 'M1', reasons: '' }
    expect(await dossier.attempt(responsable, 'declareAdmissible', admitted)).toMatchObject({
      code: 'DECIDER_IS_SUBJECT',
    })
    for (const who of [agente, responsable]) {
      const opening = { reason: 'Rappeler la personne.', scope: ['IDENTITY'] }
      expect(await dossier.attempt(who, 'openIdentity', opening)).toMatchObject({ code: 'IDENTITY_OF_OWN_COMPLAINANT' })
    }
  })

  it('peuvent être des répondantes ou répondants : même permise à leur secteur, l’identité leur reste fermée', async () => {
    await dossier.take(agente, 'registerComplaint', about(await idOf(habitation)))
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
      categories: ['IDENTITY', 'WORDS', 'ATTACHMENTS'],
      explained: 'Ce qui serait communiqué, à qui et pourquoi.',
      consequencesExplained: true,
      channel: 'PHONE',
    })
    await dossier.take(responsable, 'recordDisclosureConsent', {
      sector: 'HOUSING',
      granted: true,
      channel: 'PHONE',
      answeredOn: today,
    })
    for (const scope of [['IDENTITY'], ['WORDS'], ['ATTACHMENTS']]) {
      const opening = { reason: 'Retrouver la demande.', scope }
      expect(await dossier.attempt(habitation, 'openIdentity', opening)).toMatchObject({
        code: 'IDENTITY_NOT_ACCESSIBLE',
      })
    }
  })
})
