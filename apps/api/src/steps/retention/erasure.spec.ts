import { defaultSettings, proposedNotice } from '@bienfonde/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verify } from '../../journal/verify.ts'
import { readModels } from '../../readModels/index.ts'
import { rebuild } from '../../readModels/rebuild.ts'
import { call, ministry, today } from '../../testing/ministry.ts'
import { draftContent, keepDraft } from '../../vault/drafts.ts'
import { recogniser } from '../../vault/recognises.ts'

const [agente, responsable, administration] = ['agente', 'responsable', 'administration'].map(
  name => `${name}@exemple.test`,
) as [string, string, string]

const retentions = `{ endedRetentions { schedule total rows { fileNumber closedOn endedOn state hold } } }`
const erased = `{ erasedDossiers { total rows { fileNumber on byName schedule reason } } }`
const list = `query ($search: String) { caseload(filter: { search: $search }) { rows { fileNumber excerpt subjects } } }`
const rules = `mutation ($input: RetentionRulesInput!) { changeRetention(seen: 0, input: $input) {
  __typename ... on AdministrationRefused { refusals { field code } } } }`
const figures = `{ annualReport(fiscalYear: 2026) { tables { code lines { key current previous } } } }`
const disclosing = `mutation ($opening: ID!) { discloseIdentity(opening: $opening) { __typename } }`

describe('du terme de la conservation à l’effacement', () => {
  let app: Awaited<ReturnType<typeof ministry>>
  let dossier: ReturnType<(typeof app)['dossier']>
  let fileNumber: string
  let opening: string | null
  beforeAll(async () => {
    app = await ministry()
    dossier = app.dossier()
    ;({ fileNumber } = await dossier.take(agente, 'registerComplaint', {
      ...call,
      matters: [{ ...call.matters[0], subject: 'Autorisation tardive', statement: 'Une girouette attendue.' }],
    }))
    const { cookie } = await app.browserOf(agente)
    const body = new FormData()
    body.append('document', new Blob(['%PDF-1.7\nBail\n']), 'bail.pdf')
    const sent = await fetch(`${app.url}/files`, { method: 'POST', body, headers: { cookie } })
    const attachment = ((await sent.json()) as { id: string }).id
    await dossier.take(agente, 'attachDocument', { attachment, description: 'Le bail.' })
    await dossier.take(agente, 'recordComplainantMessage', {
      channel: 'PHONE',
      receivedOn: today,
      summary: 'La personne ajoute un fait.',
      words: 'Zéphirine Quenneville ajoute ceci.',
    })
    await dossier.take(responsable, 'recordWithdrawal', {
      channel: 'PHONE',
      withdrawnOn: today,
      note: 'Ne donne pas suite.',
    })
    const text = proposedNotice(await dossier.complaint(), defaultSettings)
    await dossier.take(responsable, 'informComplainant', { channel: 'PHONE', sentOn: today, text })
    ;({ opening } = await dossier.take(responsable, 'openIdentity', {
      reason: 'Vérifier.',
      scope: ['IDENTITY', 'WORDS'],
    }))
  })
  afterAll(() => app.stop())

  const rows = async (text: string, values: unknown[] = []) => (await app.database.pool.query(text, values)).rows
  const asked = async <Data = Record<string, unknown>>(who: string, query: string, variables = {}) =>
    (await (await app.browserOf(who)).ask<Data>(query, variables)).data
  const tables = () =>
    Promise.all(readModels.map(async ({ table }) => [table, await rows(`select * from ${table} order by 1, 2, 3`)]))

  it('aucun dossier n’est proposé tant que le Ministère n’a pas donné sa règle', async () => {
    app.clock.day = '2040-01-01'
    expect(await asked(responsable, retentions)).toEqual({ endedRetentions: { schedule: null, total: 0, rows: [] } })
    const refused = {
      code: 'P-1',
      title: '',
      activeYears: 2,
      semiActiveYears: 3,
      disposition: 'DESTROY',
      incidentYears: 5,
    }
    expect(await asked(administration, rules, { input: refused })).toMatchObject({
      changeRetention: { refusals: [{ field: 'title', code: 'SCHEDULE_TITLE_MISSING' }] },
    })
    await asked(administration, rules, { input: { ...refused, title: 'Plaintes' } })
  })

  it('le dossier paraît le jour du terme, pas la veille, et dit ce qui l’attend', async () => {
    app.clock.day = '2031-05-03'
    expect(await asked(responsable, retentions)).toMatchObject({ endedRetentions: { total: 0, rows: [] } })
    app.clock.day = '2031-05-04'
    const row = { fileNumber, closedOn: today, endedOn: '2031-05-04' }
    expect(await asked(responsable, retentions)).toEqual({
      endedRetentions: { schedule: 'P-1 – Plaintes', total: 1, rows: [{ ...row, state: 'DESTROY', hold: null }] },
    })
    await dossier.take(responsable, 'placeLegalHold', { reference: 'L-1', reason: 'Litige.' })
    expect(await asked(responsable, retentions)).toMatchObject({
      endedRetentions: { rows: [{ ...row, state: 'HOLD', hold: expect.stringMatching(/suspen/) }] },
    })
    expect(await dossier.attempt(responsable, 'eraseIdentity', { schedule: 'P-1', reason: 'Échu.' })).toMatchObject({
      code: 'LEGAL_HOLD',
    })
    await dossier.take(responsable, 'liftLegalHold', { reason: 'Réglé.' })
  })

  it('effacée, plus rien du coffre ne s’ouvre, et rien n’y reste', async () => {
    await keepDraft(app.database.ask, app.master, app.officer, { id: dossier.id, content: 'un brouillon en retard' })
    const before = await asked(responsable, figures)
    const kept = Object.fromEntries(await tables())
    await dossier.take(responsable, 'eraseIdentity', { schedule: 'P-1', reason: 'Terme atteint.' })

    expect(await asked(responsable, disclosing, { opening })).toMatchObject({
      discloseIdentity: { __typename: 'IdentityNotDisclosed' },
    })
    expect(await dossier.attempt(responsable, 'openIdentity', { reason: 'Lire.', scope: ['IDENTITY'] })).toMatchObject({
      code: 'ERASED',
    })
    for (const table of ['vault_key', 'vault_item', 'vault_token', 'vault_contact'])
      expect([table, await rows(`select from ${table} where dossier_id = $1`, [dossier.id])]).toEqual([table, []])
    expect((await recogniser(app.database.ask, app.master, dossier.id))('quenneville')).toBe(false)
    expect(await draftContent(app.database.ask, app.master, app.officer, dossier.id)).toBeUndefined()
    expect(await rows('select from draft where id = $1', [dossier.id])).toEqual([])
    // The answers given before are forgotten; that of the erasure itself remains.
    expect(await rows('select from idempotency where dossier_id = $1', [dossier.id])).toHaveLength(1)

    // Figures and the rows they are counted from are what they were.
    expect(await asked(responsable, figures)).toEqual(before)
    const after = Object.fromEntries(await tables())
    const changing = ({ version: _, changed_at: __, excerpt: ___, ...row }: Record<string, unknown>) => row
    expect(after.caseload.map(changing)).toEqual(kept.caseload.map(changing))
    expect(after.movement).toEqual(kept.movement)
  })

  it('effacée, les mots de la recherche ne la trouvent plus ; son numéro, si', async () => {
    for (const search of ['girouette', 'autorisation', 'Quenneville'])
      expect(await asked(responsable, list, { search })).toEqual({ caseload: { rows: [] } })
    expect(await asked(responsable, list, { search: fileNumber })).toMatchObject({
      caseload: { rows: [{ fileNumber, excerpt: '' }] },
    })
    const live = await tables()
    await rebuild(app.database)
    expect(await tables()).toEqual(live)
  })

  it('effacée, le journal dit encore tout, s’enchaîne encore, et garde qui l’a fait, quand et pourquoi', async () => {
    expect(await verify(app.database)).toMatchObject({ breaks: [] })
    expect((await dossier.acts()).at(-1)).toEqual(['IDENTITY_ERASED', 'responsable'])
    expect(await asked('verification@exemple.test', erased)).toEqual({
      erasedDossiers: {
        total: 1,
        rows: [
          {
            fileNumber,
            on: '2031-05-04',
            byName: `Personne ${responsable}`,
            schedule: 'P-1',
            reason: 'Terme atteint.',
          },
        ],
      },
    })
    expect(await asked(responsable, retentions)).toMatchObject({ endedRetentions: { total: 0, rows: [] } })
  })
})
