import { escalateToOmbudsman, preparePackage, recordOmbudsmanRequest } from '@bienfonde/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { story } from '../testing/story.ts'

const incident = {
  information: 'Nom et adresse postale.',
  circumstances: '=Une lettre est partie\nà une autre adresse.',
  occurredFrom: '2026-06-02',
  learnedFrom: '2026-06-04',
  persons: 1,
  approximate: false,
  sensitivity: 'Faible.',
  maliciousUses: 'Aucun usage évident.',
  consequences: 'Une visite importune.',
  likelihood: 'Faible.',
  seriousRisk: false,
  measures: 'La lettre a été récupérée.',
}
const communication = {
  madeOn: '2026-06-10',
  recipient: 'Un corps de police',
  nature: 'Adresse.',
  purpose: 'Enquête.',
  outsideQuebec: false,
  reason: 'Mandat.',
  fileNumber: '2026-000003',
}
const outcome = `{ __typename ... on AdministrationDone { line }
  ... on AdministrationRefused { refusals { code field } meanwhile { type } } }`
const recordIncident = `mutation ($input: IncidentInput!) { recordIncident(input: $input) ${outcome} }`
const correctIncident = `mutation ($number: Int!, $seen: Int!, $input: IncidentInput!) {
  correctIncident(number: $number, seen: $seen, input: $input) ${outcome} }`
const recordCommunication = `mutation ($input: CommunicationInput!) { recordCommunication(input: $input) ${outcome} }`
const correctCommunication = `mutation ($number: Int!, $seen: Int!, $input: CommunicationInput!) {
  correctCommunication(number: $number, seen: $seen, input: $input) ${outcome} }`
const incidents = `query ($first: Int! = 25, $after: String) { confidentialityIncidents(first: $first, after: $after) {
  total next rows { number circumstances persons learnedFrom keptUntil line byName corrected occurredTo } } }`
const communications = `query ($first: Int! = 25, $after: String) {
  communicationsWithoutConsent(first: $first, after: $after) {
    total next rows { key number madeOn recipient reason fileNumber line byName corrected } } }`

type Answered = Record<string, { line?: number; refusals?: object[] }>

describe('les registres d’un organisme public', () => {
  let app: Awaited<ReturnType<typeof story>>
  beforeAll(async () => {
    app = await story()
    await app.database.pool.query(`insert into setting (key, value) values ('RETENTION', '{"incidentYears": 7}')`)
  })
  afterAll(() => app.stop())

  const line = async (query: string, variables: object) => {
    const { data, text } = await app.asked<Answered>('RESPONSIBLE_OFFICER', query, variables)
    const said = Object.values(data ?? {})[0]
    if (!said?.line) throw new Error(text)
    return said.line
  }

  it.each([
    ['{ confidentialityIncidents { total } }', ['RESPONSIBLE_OFFICER', 'AUDITOR']],
    ['{ communicationsWithoutConsent { total } }', ['RESPONSIBLE_OFFICER', 'AUDITOR']],
    ['{ erasedDossiers { total } }', ['RESPONSIBLE_OFFICER', 'AUDITOR']],
    ['{ endedRetentions { total } }', ['RESPONSIBLE_OFFICER']],
    ['{ retentionRules { code } }', ['ADMINISTRATOR']],
  ])('%s ne s’ouvre qu’aux rôles qui le peuvent', async (query, allowed) => {
    for (const who of [
      'OFFICER',
      'RESPONSIBLE_OFFICER',
      'MANAGER',
      'AUDITOR',
      'OMBUDSMAN',
      'ADMINISTRATOR',
      'HOUSING',
    ] as const) {
      const { errors } = await app.asked(who, query)
      const code = allowed.includes(who) ? undefined : 'FORBIDDEN'
      expect([who, errors?.[0]?.extensions.code]).toEqual([who, code])
    }
  })

  it.each([
    [recordIncident, incident],
    [recordCommunication, communication],
  ])('ne reçoit rien que de la personne responsable', async (query, input) => {
    for (const who of ['OFFICER', 'MANAGER', 'AUDITOR', 'OMBUDSMAN', 'ADMINISTRATOR', 'HOUSING'] as const) {
      const { errors } = await app.asked(who, query, { input })
      expect([who, errors?.[0]?.extensions.code]).toEqual([who, 'FORBIDDEN'])
    }
  })

  it('garde chaque incident, et ce qu’il disait avant d’être corrigé', async () => {
    const seen = await line(recordIncident, { input: incident })
    await line(correctIncident, { number: 1, seen, input: { ...incident, persons: 2 } })
    const second = await line(recordIncident, { input: { ...incident, occurredTo: '2026-06-03' } })
    const { data } = await app.asked('AUDITOR', incidents)
    expect(data.confidentialityIncidents).toMatchObject({
      total: 2,
      next: null,
      rows: [
        { number: 2, occurredTo: '2026-06-03', line: second, corrected: false },
        {
          number: 1,
          persons: 2,
          keptUntil: '2033-06-04',
          corrected: true,
          byName: 'Personne responsable@exemple.test',
        },
      ],
    })
    const { rows } = await app.database.pool.query(
      `select event -> 'before' ->> 'persons' as persons from administration_journal where type = 'INCIDENT_CORRECTED'`,
    )
    expect(rows).toEqual([{ persons: '1' }])
  })

  it('se feuillette', async () => {
    const { data } = await app.asked<{ confidentialityIncidents: { next: string; rows: object[] } }>(
      'AUDITOR',
      incidents,
      { first: 1 },
    )
    const { next } = data.confidentialityIncidents
    const after = await app.asked('AUDITOR', incidents, { first: 1, after: next })
    expect(after.data.confidentialityIncidents).toMatchObject({ next: null, rows: [{ number: 1 }] })
    expect((await app.asked('AUDITOR', communications, { after: next })).errors?.[0]?.extensions.code).toBe(
      'BAD_USER_INPUT',
    )
  })

  it('refuse en nommant le champ, et ce que quelqu’un a changé entre-temps', async () => {
    const refused = async (query: string, variables: object) =>
      Object.values((await app.asked<Answered>('RESPONSIBLE_OFFICER', query, variables)).data)[0]
    expect(
      await refused(recordIncident, { input: { ...incident, circumstances: 'Voir lise@exemple.test.' } }),
    ).toMatchObject({
      refusals: [{ code: 'REGISTER_NAMES_A_PERSON', field: 'circumstances' }],
    })
    expect(await refused(recordCommunication, { input: { ...communication, purpose: ' ' } })).toMatchObject({
      refusals: [{ code: 'PURPOSE_MISSING', field: 'purpose' }],
    })
    expect(await refused(correctIncident, { number: 1, seen: 0, input: incident })).toMatchObject({
      refusals: [{ code: 'CHANGED_MEANWHILE' }],
      meanwhile: [{ type: 'INCIDENT_RECORDED' }, { type: 'INCIDENT_CORRECTED' }],
    })
    expect(await refused(correctIncident, { number: 9, seen: 0, input: incident })).toMatchObject({
      refusals: [{ code: 'ENTRY_UNKNOWN' }],
    })
  })

  it('dit les communications inscrites, et celles que le journal d’un dossier dit déjà', async () => {
    const seen = await line(recordCommunication, { input: communication })
    await line(correctCommunication, { number: 1, seen, input: { ...communication, reason: 'Mandat de la cour.' } })
    const dossier = app.id(3)
    const escalation = { initiatedBy: 'COMPLAINANT' as const, escalatedOn: '2026-06-19', reason: 'Désaccord.' }
    await app.step(dossier, '2026-06-19', escalateToOmbudsman, {
      ...escalation,
      ombudsmanFileNumber: null,
      consentGivenOn: null,
    })
    await app.step(dossier, '2026-06-20', recordOmbudsmanRequest, {
      escalation: 'E1',
      receivedOn: '2026-06-20',
      text: 'Transmettre le dossier.',
      dueOn: null,
      legalDemand: 'D-44',
    })
    const contact = { name: 'Solange Thibodeau', title: 'Responsable', telephone: '418 555-0100', extension: null }
    await app.step(dossier, '2026-06-21', preparePackage, {
      escalation: 'E1',
      withIdentity: true,
      basis: 'LEGAL_DEMAND',
      reference: 'D-44',
      contact,
    })
    const { data } = await app.asked('AUDITOR', communications)
    expect(data.communicationsWithoutConsent).toMatchObject({
      total: 2,
      rows: [
        { number: null, madeOn: '2026-06-21', recipient: 'Protecteur du citoyen', fileNumber: '2026-000003' },
        { number: 1, madeOn: '2026-06-10', reason: 'Mandat de la cour.', corrected: true },
      ],
    })
  })

  it('est scellé avec le journal de l’administration, que l’administration lit sans lui', async () => {
    const { data } = await app.asked('AUDITOR', '{ verification { holds } }')
    expect(data.verification).toEqual({ holds: true })
    const journal = await app.asked('ADMINISTRATOR', '{ administrationJournal { total rows { type } } }')
    expect(journal.data.administrationJournal).toEqual({ total: 0, rows: [] })
    expect(journal.text).not.toContain('INCIDENT')
  })

  describe('en fichier', () => {
    const send = async (email: string, path: string, body: object = {}) => {
      const { cookie } = await app.signedIn(email)
      const headers = { cookie, 'content-type': 'application/json' }
      return fetch(`${app.url}/files/${path}.csv`, { method: 'POST', headers, body: JSON.stringify(body) })
    }
    const lines = async (path: string, body: object = {}) =>
      (await (await send('verification@exemple.test', path, body)).text()).trimEnd().split('\r\n')

    it('dit tout le registre, sans formule, une inscription par ligne', async () => {
      const [headers, last, first] = await lines('incidents')
      expect(headers).toMatch(/^.?Numéro;Renseignements visés;Circonstances;/)
      expect(last).toMatch(
        /^2;Nom et adresse postale\.;'=Une lettre est partie à une autre adresse\.;2026-06-02 au 2026-06-03;/,
      )
      expect(first).toContain(';2033-06-04;Personne responsable@exemple.test;Oui')
      expect(await lines('communications')).toHaveLength(3)
    })

    it('dit les ouvertures de tous les dossiers, ou d’un seul', async () => {
      const all = await lines('openings')
      const one = await lines('openings', { dossier: app.id(3) })
      expect(one).toHaveLength(2)
      expect(all).toContain(one[1])
      expect(await lines('openings', { dossier: app.id(1) })).toHaveLength(1)
      expect((await send('verification@exemple.test', 'openings', { dossier: 'x' })).status).toBe(400)
    })

    it.each(['openings', 'communications', 'incidents'])('%s n’est donné qu’à qui lit le registre', async path => {
      const statuses = await Promise.all(
        ['agente', 'gestion', 'protecteur', 'administration', 'habitation'].map(
          async name => (await send(`${name}@exemple.test`, path)).status,
        ),
      )
      expect(statuses).toEqual([403, 403, 403, 403, 403])
    })
  })
})
