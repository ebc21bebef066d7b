import { assessmentCriteria, defaultSettings, phaseOf, proposedNotice } from '@bienfonde/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { verify } from '../journal/verify.ts'
import { call, ministry, today } from '../testing/ministry.ts'

const [agente, responsable, habitation] = ['agente', 'responsable', 'habitation'].map(
  name => `${name}@exemple.test`,
) as [string, string, string]

describe('le parcours d’une plainte', () => {
  let app: Awaited<ReturnType<typeof ministry>>
  let dossier: ReturnType<(typeof app)['dossier']>
  beforeAll(async () => {
    app = await ministry()
  })
  afterAll(() => app.stop())
  beforeEach(() => {
    dossier = app.dossier()
  })

  /** The notice as the portal proposes it, sent by telephone; it closes the dossier. */
  const inform = async () => {
    const text = proposedNotice(await dossier.complaint(), defaultSettings)
    await dossier.take(responsable, 'informComplainant', { channel: 'PHONE', sentOn: today, text })
    const complaint = await dossier.complaint()
    expect([phaseOf(complaint), complaint.informed]).toEqual(['CLOSED', true])
    expect(await verify(app.database)).toMatchObject({ breaks: [] })
    return complaint
  }

  it('reçue par téléphone, elle est appréciée, suivie d’une recommandation, et la personne en est avisée', async () => {
    const registered = await dossier.take(agente, 'registerComplaint', call)
    expect(registered).toMatchObject({
      fileNumber: expect.stringMatching(/^2026-\d{6}$/),
      version: 3,
      lines: [1, 2, 3],
    })
    await dossier.take(agente, 'acknowledgeReceipt', {
      channel: 'EMAIL',
      sentOn: today,
      text: 'Nous avons reçu votre plainte.',
    })
    await dossier.take(responsable, 'declareAdmissible', { matter: 'M1', reasons: '' })
    await dossier.take(agente, 'consultSector', {
      matter: 'M1',
      sector: 'HOUSING',
      purpose: 'FACTS',
      statement: 'Une demande est restée plusieurs semaines sans réponse.',
      question: 'Quel a été le délai ?',
      dueOn: '2026-05-19',
    })
    await dossier.take(habitation, 'recordSectorReply', {
      consultation: 'C1',
      reply: 'Le délai a été de huit semaines.',
      repliedOn: today,
    })
    const criteria = assessmentCriteria.map(({ code }) => ({
      criterion: code,
      met: code === 'BELOW_SERVICE_STANDARD',
      reason: 'Voir les constats.',
      ...(code === 'BELOW_SERVICE_STANDARD' && { standard: 'Réponse en trente jours', gap: 'Vingt-six jours de plus' }),
    }))
    await dossier.take(responsable, 'assessMerits', {
      matter: 'M1',
      criteria,
      prejudice: 'SELF',
      prejudiceReason: 'La personne a perdu une saison.',
      reasons: 'Le délai annoncé n’a pas été tenu.',
    })
    await dossier.take(responsable, 'formulateRecommendation', {
      matter: 'M1',
      sector: 'HOUSING',
      text: 'Revoir le suivi des demandes en attente.',
    })
    const closed = await inform()

    expect(closed.matters.map(({ outcome }) => outcome)).toEqual(['FOUNDED'])
    expect(await dossier.acts()).toEqual([
      ['COMPLAINT_REGISTERED', 'agente'],
      ['MATTER_ADDED', 'agente'],
      ['OFFICER_ASSIGNED', 'agente'],
      ['RECEIPT_ACKNOWLEDGED', 'agente'],
      ['MATTER_ADMITTED', 'responsable'],
      ['SECTOR_CONSULTED', 'agente'],
      ['SECTOR_REPLIED', 'habitation'],
      ['MERITS_ASSESSED', 'responsable'],
      ['RECOMMENDATION_FORMULATED', 'responsable'],
      ['COMPLAINANT_INFORMED', 'responsable'],
    ])
  })

  it('hors de la responsabilité du Ministère, elle est transférée avec l’autorisation de la personne et l’accord de l’organisme', async () => {
    await dossier.take(agente, 'registerComplaint', call)
    const body = { code: 'COMMISSION_MUNICIPALE' }
    await dossier.take(responsable, 'declareInadmissible', {
      matter: 'M1',
      grounds: [{ ground: 'OUTSIDE_MINISTRY_RESPONSIBILITY', bodies: [body] }],
      reasons: 'Le sujet relève d’un autre organisme.',
    })
    const transfer = { matter: 'M1', transmitted: 'La plainte et ses pièces.', sentOn: today }
    expect(await dossier.attempt(responsable, 'transferComplaint', transfer)).toMatchObject({
      code: 'NO_TRANSFER_REQUESTED',
    })
    await dossier.take(responsable, 'requestTransferAuthorization', {
      matter: 'M1',
      body,
      channel: 'PHONE',
      explained: 'Ce qui serait transmis, à qui, pourquoi, et le droit de refuser.',
    })
    expect(await dossier.attempt(responsable, 'transferComplaint', transfer)).toMatchObject({
      code: 'AUTHORIZATION_MISSING',
    })
    await dossier.take(responsable, 'recordTransferAuthorization', {
      matter: 'M1',
      answer: 'GRANTED',
      channel: 'PHONE',
      answeredOn: today,
    })
    expect(await dossier.attempt(responsable, 'transferComplaint', transfer)).toMatchObject({
      code: 'CONCERTATION_MISSING',
    })
    await dossier.take(responsable, 'recordConcertation', {
      matter: 'M1',
      accepts: true,
      heldOn: today,
      summary: 'L’organisme reconnaît sa compétence.',
    })
    await dossier.take(responsable, 'transferComplaint', transfer)
    const closed = await inform()

    expect(closed.matters.map(({ outcome }) => outcome)).toEqual(['TRANSFERRED'])
    expect((await dossier.acts()).slice(3)).toEqual([
      ['MATTER_DECLARED_INADMISSIBLE', 'responsable'],
      ['TRANSFER_AUTHORIZATION_REQUESTED', 'responsable'],
      ['TRANSFER_AUTHORIZATION_RECORDED', 'responsable'],
      ['CONCERTATION_RECORDED', 'responsable'],
      ['COMPLAINT_TRANSFERRED', 'responsable'],
      ['COMPLAINANT_INFORMED', 'responsable'],
    ])
  })

  it('dont la personne refuse de lever l’anonymat, elle est classée sans suite, et l’avis en dit la cause', async () => {
    await dossier.take(agente, 'registerComplaint', call)
    await dossier.take(responsable, 'declareAdmissible', { matter: 'M1', reasons: '' })
    const close = {
      matter: 'M1',
      cause: 'CONSENT_REFUSED',
      facts: 'La demande ne peut être retrouvée sans le nom.',
      reasons: 'Les faits ne peuvent être connus.',
    }
    expect(await dossier.attempt(responsable, 'closeWithoutFurtherAction', close)).toMatchObject({
      code: 'NEITHER_REFUSAL_NOR_ANONYMITY',
    })
    await dossier.take(responsable, 'requestDisclosureConsent', {
      sectors: ['HOUSING'],
      purpose: 'Retrouver la demande en cause.',
      categories: ['IDENTITY'],
      explained: 'Ce qui serait communiqué, à qui et pourquoi.',
      consequencesExplained: true,
      channel: 'PHONE',
    })
    await dossier.take(responsable, 'recordDisclosureConsent', {
      sector: 'HOUSING',
      granted: false,
      channel: 'PHONE',
      answeredOn: today,
    })
    await dossier.take(responsable, 'closeWithoutFurtherAction', close)
    const silent = { channel: 'PHONE', sentOn: today, text: 'Votre plainte est classée sans suite.' }
    expect(await dossier.attempt(responsable, 'informComplainant', silent)).toMatchObject({
      code: 'NOTICE_REASONS_MISSING',
      field: 'text',
    })
    const closed = await inform()

    expect(closed.matters.map(({ outcome }) => outcome)).toEqual(['CLOSED_WITHOUT_FURTHER_ACTION'])
    expect((await dossier.acts()).slice(3)).toEqual([
      ['MATTER_ADMITTED', 'responsable'],
      ['DISCLOSURE_CONSENT_REQUESTED', 'responsable'],
      ['DISCLOSURE_CONSENT_RECORDED', 'responsable'],
      ['CLOSED_WITHOUT_FURTHER_ACTION', 'responsable'],
      ['COMPLAINANT_INFORMED', 'responsable'],
    ])
  })

  it('corrigée, elle se relit de son journal comme elle a été écrite, et ce qui n’est pas corrigé ne change pas', async () => {
    await dossier.take(agente, 'registerComplaint', call)
    const before = await dossier.complaint()
    await dossier.take(agente, 'correctRegistration', {
      corrects: 2,
      reason: 'Le sujet était mal choisi.',
      matter: { matter: 'M1', subject: 'Suivi d’une demande', service: null },
    })
    const { matters, registration } = await dossier.complaint()
    expect(matters).toEqual([{ ...before.matters[0], subject: 'Suivi d’une demande', service: null }])
    expect(registration).toEqual(before.registration)
    expect(
      await dossier.attempt(agente, 'correctRegistration', { corrects: 1, reason: 'Rien.', matter: null }),
    ).toMatchObject({ code: 'NOTHING_CORRECTED' })
  })

  it('reliée à une autre, attribuée à quelqu’un d’autre : seulement si l’autre dossier et la personne existent', async () => {
    const other = app.dossier()
    const { fileNumber } = await other.take(agente, 'registerComplaint', call)
    await dossier.take(agente, 'registerComplaint', call)
    const link = { relation: 'SAME_FACTS', reason: 'Mêmes faits.' }
    expect(
      await dossier.attempt(agente, 'linkRelatedComplaint', { ...link, relatedFileNumber: '1999-000001' }),
    ).toMatchObject({ code: 'RELATED_UNKNOWN', field: 'relatedFileNumber' })
    await dossier.take(agente, 'linkRelatedComplaint', { ...link, relatedFileNumber: ` ${fileNumber} ` })
    expect((await dossier.complaint()).related).toEqual([other.id])

    for (const stranger of ['', 'personne', dossier.id]) {
      expect(await dossier.attempt(agente, 'assignOfficer', { officer: stranger })).toMatchObject({
        code: 'OFFICER_MISSING',
        field: 'officer',
      })
    }
    await dossier.take(agente, 'assignOfficer', { officer: app.otherOfficer })
    expect(
      await dossier.attempt(agente, 'acknowledgeReceipt', { channel: 'PHONE', sentOn: today, text: 'x' }),
    ).toMatchObject({
      code: 'ASSIGNED_TO_ANOTHER',
    })
  })

  it('ne s’inscrit ni sans propos, ni sans identité, ni pour un secteur inconnu, ni sans la coordonnée d’une réponse promise', async () => {
    const refused = (input: object) => dossier.attempt(agente, 'registerComplaint', { ...call, ...input })
    expect(await refused({ words: ' ' })).toMatchObject({ code: 'WORDS_MISSING', field: 'words' })
    expect(await refused({ identity: null })).toMatchObject({ code: 'IDENTITY_MISSING', field: 'identity' })
    expect(await refused({ identity: { givenName: ' ', numbers: [] } })).toMatchObject({ code: 'IDENTITY_MISSING' })
    expect(await refused({ anonymous: true, identity: null })).toMatchObject({ code: 'CONTACT_MISSING' })
    const fieldsOf = async (input: object) =>
      (await dossier.send(agente, 'registerComplaint', { ...call, ...input })).errors?.[0]?.extensions.fields
    for (const sector of ['NOWHERE', 'FORMER', 'housing']) {
      expect(await fieldsOf({ matters: [{ ...call.matters[0], sector }] })).toEqual([
        { field: 'matters.0.sector', message: 'Ce secteur n’existe pas.' },
      ])
    }
    expect(await fieldsOf({ identity: { familyName: 'Quenneville' } })).toEqual([
      { field: 'identity.email', message: 'Une réponse par courriel demande une adresse de courriel.' },
      { field: 'identity.telephone', message: 'Une réponse par téléphone demande un numéro.' },
    ])
    expect(await fieldsOf({ identity: { ...call.identity, email: 'zephirine', postalCode: '12' } })).toEqual([
      { field: 'identity.email', message: 'Cette adresse de courriel n’est pas valide.' },
      { field: 'identity.postalCode', message: 'Ce code postal n’est pas valide : écrivez-le comme A1A 1A1.' },
    ])
    expect((await dossier.complaint()).version).toBe(0)
  })

  it('peut être répondue par qui la porte pour une autre personne', async () => {
    await dossier.take(agente, 'registerComplaint', {
      ...call,
      replyChannels: ['EMAIL'],
      identity: { familyName: 'Quenneville' },
      representative: {
        capacity: 'RELATIVE',
        authority: 'Procuration signée.',
        fullName: 'Odilon Quenneville',
        email: 'odilon@courriel.test',
      },
    })
    const { registration } = await dossier.complaint()
    expect(registration?.representative).toEqual({ capacity: 'RELATIVE', authority: 'Procuration signée.' })
  })
})
