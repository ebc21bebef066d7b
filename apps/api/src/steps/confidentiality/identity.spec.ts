import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { call, ministry, today } from '../../testing/ministry.ts'

const disclosing = `mutation ($opening: ID!) {
  discloseIdentity(opening: $opening) {
    __typename
    ... on IdentityDisclosed {
      identity { givenName familyName organisation email telephone street city postalCode numbers }
      representative { fullName telephone email }
      words { ref text }
      messages { ref text }
      passages { ref text }
      attachments { ref name mediaType bytes }
    }
    ... on IdentityNotDisclosed { code message }
  }
}`

const at = (name: string) => `${name}@exemple.test`
const [agente, agent, responsable, habitation, voirie] = [
  at('agente'),
  at('agent'),
  at('responsable'),
  at('habitation'),
  at('voirie'),
]

const nothing = {
  __typename: 'IdentityNotDisclosed',
  code: 'OPENING_GIVES_NOTHING',
  message:
    'Cette ouverture ne donne rien à lire. Elle vaut une minute, une seule fois, pour qui l’a faite ; au besoin, ouvrez l’identité de nouveau.',
}
const blank = { identity: null, representative: null, words: null, messages: [], passages: [], attachments: [] }
const representative = {
  capacity: 'RELATIVE',
  authority: 'Procuration signée.',
  fullName: 'Odilon Taschereau-Fictif',
  telephone: '581 555-0177',
  email: 'odilon@courriel.test',
}

/** Words that only the vault may hold. */
const secrets =
  /zéphirine|zephirine|quenneville|555-0142|épinettes|a1b 2c3|7745210|odilon|taschereau|555-0177|personne ne me rappelle/i

describe('l’identité d’une personne plaignante', () => {
  let app: Awaited<ReturnType<typeof ministry>>
  let dossier: ReturnType<(typeof app)['dossier']>
  beforeAll(async () => {
    app = await ministry()
  })
  afterAll(() => app.stop())

  /** A complaint under analysis on which two sectors are consulted. */
  beforeEach(async () => {
    app.clock.day = today
    dossier = app.dossier()
    await dossier.take(agente, 'registerComplaint', { ...call, representative })
    await dossier.take(responsable, 'declareAdmissible', { matter: 'M1', reasons: '' })
    for (const sector of ['HOUSING', 'ROADS']) {
      await dossier.take(agente, 'consultSector', {
        matter: 'M1',
        sector,
        purpose: 'FACTS',
        statement: 'Une demande est restée sans réponse.',
        question: 'Pourquoi ?',
        dueOn: '2026-05-19',
      })
    }
  })

  const open = (email: string, scope = ['IDENTITY']) =>
    dossier.attempt(email, 'openIdentity', { reason: 'Retrouver la demande en cause.', scope })
  const disclose = async (email: string, opening: string | null) => {
    const browser = await app.browserOf(email)
    const answer = await browser.ask<{ discloseIdentity: object }>(disclosing, { opening })
    return answer.data.discloseIdentity
  }
  const ask = (categories = ['IDENTITY']) =>
    dossier.take(responsable, 'requestDisclosureConsent', {
      sectors: ['HOUSING'],
      purpose: 'Retrouver la demande en cause.',
      categories,
      explained: 'Ce qui serait communiqué, à qui et pourquoi.',
      consequencesExplained: true,
      channel: 'PHONE',
    })
  const answer = (granted: boolean, validUntil: string | null = null) =>
    dossier.take(responsable, 'recordDisclosureConsent', {
      sector: 'HOUSING',
      granted,
      channel: 'PHONE',
      answeredOn: today,
      validUntil,
    })
  const withdraw = () =>
    dossier.take(agente, 'withdrawDisclosureConsent', {
      sector: 'HOUSING',
      channel: 'PHONE',
      withdrawnOn: app.clock.day,
    })

  it('n’est ouverte à un secteur qu’avec une permission en vigueur : absente, en attente, refusée, échue ou retirée, elle répond de même', async () => {
    const answers: object[] = []
    const meet = async () => answers.push(await open(habitation))
    await meet()
    await ask()
    await meet()
    await answer(false)
    await meet()
    await ask()
    await answer(true, '2026-05-06')
    app.clock.day = '2026-05-07'
    await meet()
    app.clock.day = today
    expect(await open(habitation)).toMatchObject({ __typename: 'StepTaken' })
    await withdraw()
    await meet()
    expect(answers).toHaveLength(5)
    for (const each of answers) {
      expect(each).toEqual({
        __typename: 'StepRefused',
        code: 'IDENTITY_NOT_ACCESSIBLE',
        message: 'Aucune permission en vigueur ne vous donne accès à l’identité dans ce dossier.',
        field: null,
        passages: [],
      })
    }
  })

  it('ne montre plus une personne représentante retirée par une correction', async () => {
    await dossier.take(agente, 'correctRegistration', {
      corrects: 1,
      reason: 'Personne ne la représente.',
      clears: ['REPRESENTATIVE'],
    })
    const { opening } = await dossier.take(responsable, 'openIdentity', { reason: 'Rappeler.', scope: ['IDENTITY'] })
    expect(await disclose(responsable, opening)).toMatchObject({
      identity: { familyName: call.identity.familyName },
      representative: null,
    })
  })

  it('n’est ouverte ni au secteur voisin, ni au-delà de ce que la permission couvre', async () => {
    await ask(['IDENTITY'])
    await answer(true)
    expect(await open(voirie)).toMatchObject({ code: 'IDENTITY_NOT_ACCESSIBLE' })
    expect(await open(habitation, ['IDENTITY', 'WORDS'])).toMatchObject({ code: 'IDENTITY_NOT_ACCESSIBLE' })
    const { opening } = await dossier.take(habitation, 'openIdentity', {
      reason: 'Retrouver la demande.',
      scope: ['IDENTITY'],
    })
    expect(await disclose(habitation, opening)).toEqual({
      ...blank,
      __typename: 'IdentityDisclosed',
      identity: { ...call.identity, organisation: null },
      representative: {
        fullName: representative.fullName,
        telephone: representative.telephone,
        email: representative.email,
      },
    })
    expect((await dossier.acts()).at(-1)).toEqual(['IDENTITY_OPENED', 'habitation'])
  })

  it('cesse d’être lisible dès que la permission est retirée, même par une ouverture déjà faite', async () => {
    await ask()
    await answer(true)
    const { opening } = await open(habitation)
    await withdraw()
    expect(await disclose(habitation, opening)).toEqual(nothing)
  })

  it('s’ouvre à l’agente à qui le dossier revient, et non à un autre agent', async () => {
    expect(await open(agent)).toMatchObject({ code: 'NOT_ASSIGNED_TO_YOU' })
    const { opening } = await open(agente)
    expect(await disclose(agente, opening)).toMatchObject({ identity: { familyName: 'Quenneville' } })
  })

  it('ne se lit qu’une fois, dans la minute, par qui l’a ouverte ; autrement la réponse est toujours la même', async () => {
    const { opening: used } = await open(agente)
    await disclose(agente, used)
    expect(await disclose(agente, used)).toEqual(nothing)

    const { opening: others } = await open(agente)
    expect(await disclose(responsable, others)).toEqual(nothing)
    expect(await disclose(habitation, others)).toEqual(nothing)
    expect(await disclose(at('gestion'), others)).toEqual(nothing)
    expect(await disclose(agente, others)).toMatchObject({ __typename: 'IdentityDisclosed' })

    const { opening: late } = await open(agente)
    await app.database.pool.query(
      `update vault_opening set opened_at = opened_at - interval '61 seconds' where id = $1`,
      [late],
    )
    expect(await disclose(agente, late)).toEqual(nothing)
    expect(await disclose(agente, randomUUID())).toEqual(nothing)
  })

  it('ne se lit qu’une fois, même présentée par la même personne en même temps', async () => {
    const { opening } = await open(agente)
    const answers = await Promise.all([1, 2, 3, 4].map(() => disclose(agente, opening)))
    expect(answers.filter(each => JSON.stringify(each) !== JSON.stringify(nothing))).toHaveLength(1)
  })

  it('se lit par genres : les propos avec les messages et les passages, les documents par leur nom', async () => {
    const { cookie } = await app.browserOf(agente)
    const body = new FormData()
    body.append('document', new Blob(['Contenu'], { type: 'text/plain' }), 'Quenneville – bail.txt')
    const sent = (await (await fetch(`${app.url}/files`, { method: 'POST', body, headers: { cookie } })).json()) as {
      id: string
    }
    const attach = { attachment: sent.id, description: 'Un bail.' }
    expect(await dossier.attempt(agent, 'attachDocument', attach)).toMatchObject({
      code: 'ATTACHMENT_MISSING',
      field: 'attachment',
    })
    await dossier.take(agente, 'attachDocument', attach)
    await dossier.take(agente, 'recordComplainantMessage', {
      channel: 'EMAIL',
      receivedOn: today,
      words: 'Ici Zéphirine, toujours rien.',
      summary: 'La personne demande où en est le dossier.',
    })
    await dossier.take(agente, 'addMatter', {
      subject: 'Ton d’un échange',
      sector: 'ROADS',
      statement: 'Un échange s’est mal passé.',
    })
    await dossier.take(responsable, 'declareInadmissible', {
      matter: 'M2',
      grounds: [{ ground: 'HATEFUL_THREATENING_HARASSING', passage: 'Un passage que Quenneville a écrit.' }],
      reasons: 'Le passage est menaçant.',
    })

    const { opening: words } = await open(agente, ['WORDS'])
    expect(await disclose(agente, words)).toEqual({
      ...blank,
      __typename: 'IdentityDisclosed',
      words: { ref: expect.any(String), text: call.words },
      messages: [{ ref: expect.any(String), text: 'Ici Zéphirine, toujours rien.' }],
      passages: [{ ref: expect.any(String), text: 'Un passage que Quenneville a écrit.' }],
    })
    const { opening: documents } = await open(agente, ['ATTACHMENTS'])
    expect(await disclose(agente, documents)).toEqual({
      ...blank,
      __typename: 'IdentityDisclosed',
      attachments: [{ ref: sent.id, name: 'Quenneville – bail.txt', mediaType: 'text/plain', bytes: 7 }],
    })
  })

  it('corrigée, est lue telle que corrigée', async () => {
    const identity = { ...call.identity, familyName: 'Quenneville-Fictif' }
    const alone = await dossier.send(agente, 'correctRegistration', { corrects: 1, reason: 'Nom incomplet.', identity })
    expect(alone.errors?.[0]?.extensions.fields).toEqual([
      { field: 'replyChannels', message: 'Les moyens de répondre et l’identité se corrigent ensemble.' },
    ])
    await dossier.take(agente, 'correctRegistration', {
      corrects: 1,
      reason: 'Nom incomplet.',
      identity,
      replyChannels: ['EMAIL'],
    })
    const { opening } = await open(agente)
    expect(await disclose(agente, opening)).toMatchObject({ identity: { familyName: 'Quenneville-Fictif' } })
  })

  it('effacée, ne s’ouvre plus et n’est plus lisible, même par une ouverture déjà faite', async () => {
    await dossier.take(responsable, 'recordWithdrawal', { channel: 'PHONE', withdrawnOn: today, note: '' })
    for (const consultation of ['C1', 'C2'])
      await dossier.take(agente, 'cancelConsultation', { consultation, reason: 'La personne s’est désistée.' })
    for (const attemptedOn of [today, today, today])
      await dossier.take(agente, 'recordContactAttempt', {
        channel: 'PHONE',
        attemptedOn,
        reached: false,
        note: 'Sans réponse.',
      })
    await dossier.take(responsable, 'recordImpossibilityToInform', { reason: 'Trois essais sans réponse.' })
    const { opening } = await open(agente)
    await dossier.take(responsable, 'eraseIdentity', { schedule: 'Règle 12', reason: 'Le délai est échu.' })
    expect(await disclose(agente, opening)).toEqual(nothing)
    expect(await open(agente)).toMatchObject({ code: 'ERASED' })
  })

  it('n’est dans aucune table en clair, ni dans aucune erreur', async () => {
    const texts = [
      await open(habitation),
      await dossier.attempt(agente, 'addNote', { text: `Rappeler le ${call.identity.telephone}.` }),
      await dossier.attempt(agente, 'addNote', { text: 'Madame Quenneville a rappelé.' }),
      await dossier.attempt(agente, 'addNote', { text: 'Odilon Taschereau-Fictif a rappelé.' }),
      await dossier.send(agente, 'correctRegistration', {
        corrects: 1,
        reason: 'x',
        identity: { email: 'zephirine-quenneville', telephone: 'quenneville', postalCode: 'épinettes' },
      }),
      await dossier.send(agente, 'registerComplaint', {
        ...call,
        words: { texte: 'Zéphirine' },
        language: 'Quenneville',
      }),
    ].map(each => JSON.stringify(each))
    expect(texts[1]).toContain('IDENTITY_IN_TEXT')
    expect(texts[2]).toContain('IDENTIFYING_PASSAGE')
    expect(texts[3]).toContain('"known":true')
    expect(texts[4]).toContain('BAD_USER_INPUT')
    for (const text of texts) expect(text).not.toMatch(secrets)

    const { rows: tables } = await app.database.pool.query(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    )
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['journal', 'caseload', 'vault_item']))
    for (const { name } of tables) {
      const { rows } = await app.database.pool.query(`select t::text as line from "${name}" t`)
      for (const { line } of rows) expect(line, name).not.toMatch(secrets)
    }
  })
})
