import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { story } from '../testing/story.ts'

describe('les fichiers de chiffres', () => {
  let app: Awaited<ReturnType<typeof story>>
  beforeAll(async () => {
    app = await story()
    await app.database.pool.query(`update sector set name = '=Habitation' where code = 'HOUSING'`)
  })
  afterAll(() => app.stop())

  const year = { period: { from: '2026-04-01', to: '2027-03-31' }, form: 'CSV' }
  const send = async (body: unknown, email: string | undefined = 'gestion@exemple.test', headers: object = {}) => {
    const cookie = email ? (await app.signedIn(email)).cookie : ''
    return fetch(`${app.url}/files/figures`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  }
  const table = async (body: object) => {
    const response = await send({ ...year, ...body })
    expect(response.status).toBe(200)
    const text = await response.text()
    return text
      .replace('\uFEFF', '')
      .trimEnd()
      .split('\r\n')
      .map(line => line.split(';'))
  }

  it('donnent ce que répondent les statistiques, groupe par groupe puis ensemble', async () => {
    const [header = [], ...rows] = await table({ unit: 'MATTERS', groupBy: ['SECTOR', 'OUTCOME'] })
    expect(header.slice(0, 3)).toEqual(['Secteur', 'Résultat', 'Reçus'])
    const query = `{ caseloadStatistics(period: { from: "2026-04-01", to: "2027-03-31" }, unit: MATTERS,
      groupBy: [SECTOR, OUTCOME]) { total { received } groups { key { label } figures { received } } } }`
    const { cookie } = await app.signedIn('gestion@exemple.test')
    const response = await fetch(`${app.url}/statistics`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    })
    const { data } = (await response.json()) as {
      data: {
        caseloadStatistics: {
          total: { received: number }
          groups: { key: { label: string }[]; figures: { received: number } }[]
        }
      }
    }
    const { total, groups } = data.caseloadStatistics
    const told = groups.map(({ key, figures }) => [...key.map(({ label }) => label), String(figures.received)])
    const safe = (row: string[]) => row.map(cell => cell.replace(/^=/, "'="))
    const given = rows.map(row => row.slice(0, 3))
    expect(told.length).toBeGreaterThan(3)
    expect(given).toEqual(expect.arrayContaining(told.map(safe)))
    expect(given.at(-1)).toEqual(['Ensemble', '', String(total.received)])
  })

  it('sans groupe, donnent l’ensemble ; les délais et les parts ont leurs colonnes', async () => {
    const [header = [], ...rows] = await table({})
    expect(rows).toHaveLength(1)
    expect(header).toContain('Délai de réponse : médiane (jours ouvrables)')
    expect(header).toContain('Réponses dans l’engagement : part (de 0 à 1)')
    expect(rows[0]?.[header.indexOf('Reçus')]).toBe('9')
  })

  it('en classeur, disent la période, l’unité, les définitions, et que rien n’y est caché', async () => {
    const response = await send({ ...year, form: 'XLSX', groupBy: ['SECTOR'] })
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
    const text = Object.values(files)
      .map(bytes => strFromU8(bytes))
      .join('')
    for (const said of ['Du 1er avril 2026 au 31 mars 2027', 'ne les publiez pas', 'Plaintes reçues']) {
      expect(text).toContain(said)
    }
    expect(text).not.toContain('<f>')
  })

  it('ne sont donnés qu’à qui lit les statistiques', async () => {
    expect((await send(year, '')).status).toBe(401)
    expect((await send(year, 'agente@exemple.test')).status).toBe(403)
    expect((await send(year, 'gestion@exemple.test', { origin: 'https://ailleurs.test' })).status).toBe(403)
  })

  it.each([
    [{ form: 'PDF' }, 'form'],
    [{ period: undefined }, 'period'],
    [{ period: { from: '2026-02-30', to: '2026-03-01' } }, 'period.from'],
    [{ groupBy: ['NOM'] }, 'groupBy.0'],
    [{ groupBy: ['SECTOR', 'OUTCOME', 'CHANNEL', 'LANGUAGE'] }, 'groupBy'],
    [{ period: { from: '2026-04-02', to: '2026-04-01' } }, 'period.to'],
    [{ filter: { sectors: ['a\u0000'] } }, 'filter.sectors.0'],
  ])('nomment ce qui n’est pas accepté : %j', async (body, field) => {
    const response = await send({ ...year, ...body })
    const { errors } = (await response.json()) as { errors: { extensions: object }[] }
    expect(response.status).toBe(400)
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ field }] })
  })
})
