import { assessmentCriteria, openIdentity, refusals } from '@bienfonde/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixedId, responsible } from '../testing/play.ts'
import { story } from '../testing/story.ts'

const openings = `query ($dossier: ID, $first: Int! = 25, $after: String) {
  openings(dossier: $dossier, first: $first, after: $after) {
    total next rows { dossier fileNumber seq at on by byName role reason scope sector document }
  }
}`
const verification = '{ verification { holds dossiers lines broken seal breaks { dossier fileNumber seq message } } }'

/** Every question, and who may ask it; the others meet a refusal. */
const doors = [
  ['{ caseload { total } }', ['OFFICER', 'RESPONSIBLE_OFFICER', 'MANAGER', 'AUDITOR']],
  ['{ consultations { total } }', ['HOUSING', 'ROADS']],
  ['{ addressedRecommendations { total } }', ['HOUSING', 'ROADS']],
  ['{ annualReport(fiscalYear: 2026) { label } }', ['RESPONSIBLE_OFFICER', 'MANAGER']],
  ['{ openings { total } }', ['RESPONSIBLE_OFFICER', 'AUDITOR']],
  ['{ officers { name } }', ['OFFICER', 'RESPONSIBLE_OFFICER', 'AUDITOR', 'ADMINISTRATOR']],
  ['{ ministryStaff { name } }', ['OFFICER', 'RESPONSIBLE_OFFICER', 'AUDITOR', 'ADMINISTRATOR']],
  ['{ verification { holds } }', ['AUDITOR']],
  ['{ lastCheckpoint { size } }', ['AUDITOR']],
  ['{ sectors { code } }', 'everyone'],
  ['{ ministry { today } }', 'everyone'],
  ['{ publishedTables { phases { code } } }', 'everyone'],
] as const

const people = [
  'OFFICER',
  'RESPONSIBLE_OFFICER',
  'MANAGER',
  'AUDITOR',
  'OMBUDSMAN',
  'ADMINISTRATOR',
  'HOUSING',
  'ROADS',
] as const

describe('les registres et les tables', () => {
  let app: Awaited<ReturnType<typeof story>>
  beforeAll(async () => {
    app = await story()
  })
  afterAll(() => app.stop())

  it.each(doors)('%s ne s’ouvre qu’aux rôles qui le peuvent', async (query, allowed) => {
    for (const who of people) {
      const { errors } = await app.asked(who, query)
      const open = allowed === 'everyone' || (allowed as readonly string[]).includes(who)
      expect([who, errors?.[0]?.extensions.code]).toEqual([who, open ? undefined : 'FORBIDDEN'])
    }
    expect((await app.visitor().ask(query)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
  })

  it('le registre des ouvertures dit qui, sous quel rôle, quand, pourquoi et quoi', async () => {
    const { data } = await app.asked('AUDITOR', openings)
    const opening = {
      dossier: fixedId(3),
      fileNumber: '2026-000003',
      seq: 6,
      at: '2026-06-18T14:00:00.000Z',
      on: '2026-06-18',
      by: responsible.id,
      byName: 'Solange Thibodeau',
      role: 'RESPONSIBLE_OFFICER',
      reason: 'Rappeler la personne.',
      scope: ['IDENTITY'],
      sector: null,
      document: null,
    }
    expect(data).toEqual({ openings: { total: 1, next: null, rows: [opening] } })
    for (let day = 1; day <= 3; day++) {
      const command = { reason: `Vérification ${day}.`, scope: ['WORDS' as const] }
      await app.step(fixedId(2), `2026-07-0${day}`, openIdentity, command)
    }
    interface Page {
      openings: { total: number; next: string | null; rows: { on: string }[] }
    }
    const first = await app.asked<Page>('RESPONSIBLE_OFFICER', openings, { first: 3 })
    const second = await app.asked<Page>('RESPONSIBLE_OFFICER', openings, { first: 3, after: first.data.openings.next })
    const rows = [...first.data.openings.rows, ...second.data.openings.rows]
    expect(rows.map(({ on }) => on)).toEqual(['2026-07-03', '2026-07-02', '2026-07-01', '2026-06-18'])
    expect(second.data.openings.next).toBe(null)
    expect((await app.asked<Page>('AUDITOR', openings, { dossier: fixedId(2) })).data.openings.total).toBe(3)
    expect((await app.asked<Page>('AUDITOR', openings, { dossier: 'x' })).data.openings.total).toBe(0)
  })

  it('les personnes à qui attribuer un dossier sont celles du Secrétariat, et actives', async () => {
    await app.database.pool.query(`update staff set active = false where email = 'agente@exemple.test'`)
    const { data } = await app.asked<{ officers: { name: string }[] }>('AUDITOR', '{ officers { id name } }')
    expect(data.officers.map(({ name }) => name)).toEqual(['Personne responsable@exemple.test', 'Solange Thibodeau'])
    await app.database.pool.query('update staff set active = true')
  })

  it('les personnes qu’un motif peut viser sont toutes celles du Ministère, répondantes et répondants compris', async () => {
    const { data } = await app.asked<{ ministryStaff: { name: string; role: string; sector: string | null }[] }>(
      'OFFICER',
      '{ ministryStaff { name role sector } }',
    )
    const named = (name: string) => data.ministryStaff.find(each => each.name === `Personne ${name}@exemple.test`)
    expect(named('habitation')).toMatchObject({ role: 'SECTOR_RESPONDENT', sector: 'HOUSING' })
    expect(named('gestion')).toMatchObject({ role: 'MANAGER', sector: null })
    expect(named('protecteur')).toBeUndefined()
  })

  it('les secteurs viennent par ordre alphabétique, avec leurs services', async () => {
    const { data } = await app.asked('OMBUDSMAN', '{ sectors { code name services active } }')
    expect(data.sectors).toEqual([
      { code: 'MUNICIPAL_AFFAIRS', name: 'Affaires municipales', services: [], active: true },
      { code: 'HOUSING', name: 'Habitation', services: ['Aide aux ménages'], active: true },
      { code: 'ROADS', name: 'Voirie', services: [], active: true },
    ])
  })

  it('les réglages du Ministère sont ceux qu’il a fixés, les délais se disant « exemple » tant qu’il ne l’a pas fait', async () => {
    const query =
      '{ ministry { today contacts { unit email } commitments { acknowledgementDays replyDays label } recourse { fr en } } }'
    const { data } = await app.asked('HOUSING', query)
    expect(data.ministry).toMatchObject({
      today: '2026-07-06',
      commitments: { acknowledgementDays: 5, replyDays: 20, label: 'exemple' },
      recourse: { fr: expect.stringContaining('Protecteur du citoyen'), en: expect.stringContaining('Ombudsman') },
    })
    const own = JSON.stringify({ acknowledgementDays: 3, replyDays: 15, label: 'Déclaration de services' })
    await app.database.pool.query(`insert into setting values ('COMMITMENTS', $1)`, [own])
    expect((await app.asked('HOUSING', query)).data.ministry).toMatchObject({ commitments: JSON.parse(own) })
  })

  it('les tables publiées donnent chaque code et ses mots', async () => {
    const { data } = await app.asked<{ publishedTables: Record<string, unknown[]> }>(
      'ROADS',
      `{ publishedTables {
        editions { id effectiveOn label criteria grounds referrals }
        assessmentCriteria { code label hint detail }
        inadmissibilityGrounds { code evidence }
        referrals { code label bodies }
        refusals { code label }
      } }`,
    )
    const { publishedTables } = data
    expect(publishedTables.assessmentCriteria).toEqual(assessmentCriteria)
    expect(publishedTables.inadmissibilityGrounds).toContainEqual({ code: 'COURT_PROCEEDINGS', evidence: 'PROCEEDING' })
    expect(publishedTables.referrals).toContainEqual({
      code: 'HOUSING_SERVICE',
      label: 'Service reçu en habitation ou en logement',
      bodies: ['TRIBUNAL_LOGEMENT', 'SOCIETE_HABITATION'],
    })
    expect(publishedTables.refusals).toHaveLength(Object.keys(refusals).length)
    expect(publishedTables.editions).toMatchObject([{ id: '2024-01-17', effectiveOn: '2024-01-17' }])
  })

  it('la vérification dit que le journal tient, puis où il se rompt', async () => {
    const sound = await app.asked('AUDITOR', verification)
    expect(sound.data.verification).toMatchObject({ holds: true, dossiers: 12, broken: 0, breaks: [] })
    const client = await app.database.pool.connect()
    await client.query(`set session_replication_role = 'replica'`)
    await client.query(`update journal set actor_id = 'autre' where dossier_id = $1 and seq = 2`, [fixedId(9)])
    client.release(true)
    expect((await app.asked('AUDITOR', verification)).data.verification).toMatchObject({
      holds: false,
      broken: 1,
      breaks: [{ dossier: fixedId(9), fileNumber: '2026-000009', seq: 2, message: 'La ligne 2 a été modifiée.' }],
    })
  })
})
