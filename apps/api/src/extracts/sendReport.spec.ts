import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { story } from '../testing/story.ts'

const freeze = `mutation ($input: FreezeEditionInput!) { freezeEdition(input: $input) { __typename } }`

describe('les fichiers du rapport annuel', () => {
  let app: Awaited<ReturnType<typeof story>>
  let edition: string
  beforeAll(async () => {
    app = await story({ now: () => new Date('2027-04-12T16:00:00Z') })
    await app.database.pool.query(`update sector set name = '=Habitation' where code = 'HOUSING'`)
    const note = '=1+1, déposée avec le rapport de gestion.'
    await app.asked('MANAGER', freeze, { input: { fiscalYear: 2026, note, confirmed: true } })
    edition = (await app.database.pool.query('select id from frozen_edition')).rows[0].id
  })
  afterAll(() => app.stop())

  const send = async (email: string | undefined, body: unknown, headers: object = {}) => {
    const cookie = email ? (await app.signedIn(email)).cookie : ''
    return fetch(`${app.url}/files/annual-report`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  }
  const manager = 'gestion@exemple.test'
  const whole = () => ({ edition, audience: 'INTERNAL', form: 'CSV' })
  const lines = async (body: object) => {
    const response = await send(manager, { ...whole(), ...body })
    expect(response.status).toBe(200)
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    return {
      name: response.headers.get('content-disposition'),
      lines: bytes.toString().slice(1).trimEnd().split('\r\n'),
    }
  }
  const book = async (body: object) => {
    const response = await send(manager, { ...whole(), form: 'XLSX', ...body })
    expect(response.headers.get('content-type')).toContain('spreadsheetml')
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
    return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]))
  }

  it('disent l’exercice, le précédent et l’écart, ligne par ligne, avec les définitions', async () => {
    const { name, lines: csv } = await lines({})
    expect(name).toContain('rapport-annuel-2026-2027-edition-1-interne.csv')
    expect(csv[0]).toBe('Tableau;Ligne;Unité;2025-2026;2026-2027;Variation;Définition;Population;Code')
    expect(csv.find(line => line.endsWith(';DOSSIERS.received'))).toMatch(
      /^Mouvement des dossiers;Reçus;Dossiers;3;9;6;"Plaintes reçues/,
    )
    expect(csv.find(line => line.endsWith(';DOSSIERS.unfounded'))).toContain(';Dossiers;1;0;-1;')
  })

  it('ne portent aucune formule', async () => {
    const { lines: csv } = await lines({})
    expect(csv.join('\n')).not.toMatch(/(^|;)"?[=+@]/m)
    expect(csv.find(line => line.endsWith(';sector.received.HOUSING'))).toContain(`;'=Habitation : reçus;`)
    const files = await book({})
    expect(Object.values(files).join('')).not.toContain('<f>')
  })

  it('à publier, taisent ce que l’édition cache, partout dans le fichier', async () => {
    const { name, lines: csv } = await lines({ audience: 'PUBLIC' })
    expect(name).toContain('-public.csv')
    expect(csv.find(line => line.endsWith(';DOSSIERS.withdrawn'))).toContain(';Dossiers;0;caché;caché;')
    const cells = csv.slice(1).flatMap(line => line.split(';').slice(3, 5))
    expect(cells.filter(cell => ['1', '2', '3', '4'].includes(cell))).toEqual([])
    const files = await book({ audience: 'PUBLIC' })
    const sheet = files['xl/worksheets/sheet1.xml'] ?? ''
    const numbers = [...sheet.matchAll(/<c r="[DE]\d+"(?![^>]*t=)[^>]*><v>([^<]*)<\/v>/g)].map(([, number]) => number)
    expect(numbers.length).toBeGreaterThan(10)
    expect(numbers.filter(number => ['1', '2', '3', '4'].includes(number ?? ''))).toEqual([])
  })

  it('en classeur, disent à part d’où viennent les chiffres', async () => {
    const text = Object.values(await book({ audience: 'PUBLIC' })).join('')
    const { rows } = await app.database.pool.query('select digest from frozen_edition')
    for (const said of ['À savoir', 'Rapport 2026-2027', rows[0].digest, 'seuil de 5', 'arrondis à une décimale']) {
      expect(text).toContain(said)
    }
  })

  it('se demandent aussi pour l’exercice en cours, et disent que ce n’est pas une édition', async () => {
    const { name } = await lines({ edition: undefined, fiscalYear: 2026 })
    expect(name).toContain('rapport-annuel-2026-2027-2027-04-12-interne.csv')
    const text = Object.values(await book({ edition: undefined, fiscalYear: 2026, audience: 'PUBLIC' })).join('')
    expect(text).toContain('pas une édition arrêtée')
  })

  it('se demandent par jeton', async () => {
    const create = `mutation { createPersonalToken(input: { label: "Rapport", days: 30 }) {
      ... on AdministrationDone { token } } }`
    const { data } = await app.asked<{ createPersonalToken: { token: string } }>('MANAGER', create)
    const bearing = { authorization: `Bearer ${data.createPersonalToken.token}` }
    expect((await send(undefined, whole(), bearing)).status).toBe(200)
    expect((await send(undefined, whole(), { authorization: 'Bearer x' })).status).toBe(401)
  })

  it('ne sont donnés qu’à qui lit les statistiques, depuis le portail', async () => {
    expect((await send(undefined, whole())).status).toBe(401)
    for (const email of ['agente@exemple.test', 'habitation@exemple.test', 'administration@exemple.test']) {
      expect((await send(email, whole())).status).toBe(403)
    }
    expect((await send(manager, whole(), { origin: 'https://ailleurs.test' })).status).toBe(403)
    expect((await send(manager, whole(), { 'content-type': 'text/plain' })).status).toBe(415)
    expect((await send(manager, { ...whole(), edition: app.id(1) })).status).toBe(404)
  })

  it.each([
    [{ edition: 'x' }, 'edition'],
    [{ edition: undefined }, 'fiscalYear'],
    [{ edition: undefined, fiscalYear: 1.5 }, 'fiscalYear'],
    [{ edition: undefined, fiscalYear: 9999 }, 'fiscalYear'],
    [{ audience: 'TOUS' }, 'audience'],
    [{ form: 'PDF' }, 'form'],
  ])('nomment ce qui n’est pas accepté : %j', async (body, field) => {
    const response = await send(manager, { ...whole(), ...body })
    const { errors } = (await response.json()) as { errors: { extensions: object }[] }
    expect(response.status).toBe(400)
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ field }] })
  })
})
