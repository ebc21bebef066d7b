import { once } from 'node:events'
import { request } from 'node:http'
import { caseloadColumns } from '@bienfonde/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { story } from '../testing/story.ts'

describe('le fichier de la liste des dossiers', () => {
  let app: Awaited<ReturnType<typeof story>>
  beforeAll(async () => {
    app = await story()
    await app.register(
      app.id(30),
      '2026-07-06',
      [{ subject: '=HYPERLINK("http://exemple.test")', sector: 'ROADS', statement: '+1 jour ;\n« de trop »' }],
      { anonymous: true },
    )
  })
  afterAll(() => app.stop())

  const send = async (email: string | undefined, body: unknown, headers: object = {}) => {
    const cookie = email ? (await app.signedIn(email)).cookie : ''
    return fetch(`${app.url}/files/caseload.csv`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  }
  const whole = { sort: 'FILE_NUMBER_ASC', columns: ['FILE_NUMBER'] }
  const file = async (body: object) => {
    const bytes = Buffer.from(await (await send('gestion@exemple.test', { ...whole, ...body })).arrayBuffer())
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    return bytes.toString().slice(1).trimEnd().split('\r\n')
  }

  it('dit les colonnes choisies, dans leur ordre, pour tout ce que le filtre retient', async () => {
    const columns = ['FILE_NUMBER', 'PHASE', 'REPLY_DUE_ON', 'SECTORS', 'CLOSED_ON', 'OFFICER', 'CHANGED_AT']
    expect(await file({ columns, filter: { outcomes: ['FOUNDED'] } })).toEqual([
      'Dossier;État;Résultat;Réponse due le;Délai de réponse;Secteur;Fermé le;Personne avisée;Attribué à;Dernier changement',
      '2026-000004;Fermé;Fondée;2026-04-21;Fermé;Affaires municipales;2026-04-08;Oui;Solange Thibodeau;2026-04-08',
      '2026-000005;Fermé;Fondée / Non fondée;2026-05-08;Fermé;Habitation / Affaires municipales;2026-04-21;Oui;Solange Thibodeau;2026-04-21',
    ])
  })

  it('se trie et se cherche comme la liste', async () => {
    expect(await file({ sort: 'RECEIVED_DESC', filter: { search: 'démocratie' } })).toEqual([
      'Dossier',
      ...[11, 7, 2, 5, 4, 8].map(app.number),
    ])
    expect(await file({})).toHaveLength(14)
  })

  it('ne porte aucune formule, et garde chaque texte dans sa case', async () => {
    const [, line] = await file({ columns: ['SUBJECTS', 'EXCERPT'], filter: { sectors: ['ROADS'] } })
    expect(line).toBe(`"'=HYPERLINK(""http://exemple.test"")";"'+1 jour ; « de trop »"`)
  })

  it('ne dit rien de la personne plaignante', async () => {
    const columns = caseloadColumns.map(({ code }) => code)
    const text = (await file({ columns })).join('\n')
    expect(text).not.toMatch(/philom|castonguay|soussign|@/i)
  })

  it('n’est donné qu’à qui peut lire la liste, depuis le portail', async () => {
    const answered = async (...asked: Parameters<typeof send>) => {
      const response = await send(...asked)
      await response.text()
      return response.status
    }
    expect(await answered(undefined, whole)).toBe(401)
    expect(await answered('habitation@exemple.test', whole)).toBe(403)
    expect(await answered('administration@exemple.test', { columns: 3 })).toBe(403)
    expect(await answered('gestion@exemple.test', whole, { origin: 'https://ailleurs.test' })).toBe(403)
    expect(await answered('gestion@exemple.test', whole, { 'content-type': 'text/plain' })).toBe(415)
  })

  it.each([
    [{ columns: [] }, 'columns'],
    [{ columns: ['NOM'] }, 'columns.0'],
    [{ sort: 'AUTRE' }, 'sort'],
    [{ filter: { search: 'x'.repeat(201) } }, 'filter.search'],
    [{ filter: { search: 'a\u0000' } }, 'filter.search'],
    [{ filter: { receivedFrom: '2026-02-30' } }, 'filter.receivedFrom'],
    [{ filter: { nom: 'x' } }, 'filter.nom'],
  ])('nomme ce qui n’est pas accepté : %j', async (body, field) => {
    const response = await send('gestion@exemple.test', { ...whole, ...body })
    const { errors } = (await response.json()) as { errors: { extensions: object }[] }
    expect(response.status).toBe(400)
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ field }] })
  })

  it('laisse la base libre quand personne n’en attend plus la suite', async () => {
    const { pool } = app.database
    await pool.query(
      `insert into caseload select gen_random_uuid(), '1999-' || n, phase, received_on, registered_on, intake_channel,
         language, anonymous, officer_id, sectors, subjects, outcomes, matters, acknowledgement_due_on, acknowledged_on,
         reply_due_on, suspended, closed_on, informed, escalated, version, changed_at, repeat('long ', 200)
       from caseload, generate_series(1, 20000) n where dossier_id = $1`,
      [app.id(1)],
    )
    const { cookie } = await app.signedIn('gestion@exemple.test')
    const headers = { cookie, 'content-type': 'application/json' }
    const asking = request(`${app.url}/files/caseload.csv`, { method: 'POST', headers, agent: false })
    asking.end(JSON.stringify({ ...whole, columns: ['FILE_NUMBER', 'EXCERPT'] }))
    const [answer] = await once(asking, 'response')
    await once(answer, 'data')
    answer.destroy()
    await expect
      .poll(async () => {
        const open = `select count(*)::int as open from pg_stat_activity
          where datname = current_database() and state like 'idle in transaction%'`
        return (await pool.query(open)).rows[0].open
      })
      .toBe(0)
  })
})
