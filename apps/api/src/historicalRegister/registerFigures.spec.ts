import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import writeWorkbook, { type Cell } from 'write-excel-file/node'
import { rebuild } from '../readModels/rebuild.ts'
import { ministry } from '../testing/ministry.ts'
import { importRegister } from './importRegister.ts'
import { remakeHistoricalFacts } from './remakeFacts.ts'

const mapping = {
  register: 'registre-2019',
  key: ['No'],
  fields: {
    receivedOn: { column: 'Reçue', formats: ['YYYY-MM-DD'] },
    acknowledgedOn: { column: 'Accusé', formats: ['YYYY-MM-DD'] },
    closedOn: { column: 'Fermée', formats: ['YYYY-MM-DD'] },
    outcome: { column: 'Suite', codes: { Fondée: 'FOUNDED', 'Non fondée': 'UNFOUNDED' } },
    criteria: { column: 'Critère', codes: { Erreur: 'REPRESENTATIVE_ERROR' } },
    subject: { column: 'Objet' },
    anonymous: { column: 'Anonyme' },
  },
}
const columns = ['No', 'Reçue', 'Accusé', 'Fermée', 'Suite', 'Critère', 'Objet', 'Anonyme']
const lines = [
  [1, '2019-05-06', '2019-05-07', '2019-05-10', 'Fondée', 'Erreur', 'Délai', 'non'],
  [2, '2019-05-06', null, null, 'Non fondée', null, 'Accueil', 'oui'],
  [3, '2019-06-03', null, null, null, null, 'Délai', null],
]

describe('un registre repris', () => {
  const directory = mkdtempSync(join(tmpdir(), 'bienfonde-registre-'))
  let app: Awaited<ReturnType<typeof ministry>>
  beforeAll(async () => {
    app = await ministry()
    writeFileSync(join(directory, 'mappage.json'), JSON.stringify(mapping))
    // As a spreadsheet writes it, days as days.
    const isDay = (value: unknown) => typeof value === 'string' && /^\d{4}-/.test(value)
    const cellOf = (value: string | number | null): Cell =>
      isDay(value) ? { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' } : value
    await writeWorkbook([columns, ...lines].map(line => line.map(cellOf))).toFile(join(directory, 'registre.xlsx'))
    const asked = { file: join(directory, 'registre.xlsx'), mapping: join(directory, 'mappage.json') }
    const { taken } = await importRegister(
      app,
      { ...asked, dryRun: false, partial: false, report: undefined },
      { stage: () => () => undefined, halted: () => false, now: () => new Date('2026-05-04T15:00:00Z') },
    )
    expect(taken?.tally.added).toBe(3)
  })
  afterAll(async () => {
    await app.stop()
    rmSync(directory, { recursive: true, force: true })
  })

  interface Answer {
    data: { caseloadStatistics: { groups: { key: { value: string | null }[]; figures: object }[] } }
  }
  async function figures(variables: object = {}) {
    const { cookie } = await app.browserOf('gestion@exemple.test')
    const query = `query ($filter: StatisticsFilter, $asOf: LocalDate) {
      caseloadStatistics(
        period: { from: "2019-04-01", to: "2020-03-31" }, groupBy: [ORIGIN, ANONYMITY], filter: $filter, asOf: $asOf
      ) {
        groups { key { value } figures {
          received closed founded unfounded open acknowledged acknowledgedInTime { of } closing { counted median }
        } }
      }
    }`
    const response = await fetch(`${app.url}/statistics`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ query, variables }),
    })
    const { data } = (await response.json()) as Answer
    return data.caseloadStatistics.groups.map(({ key, figures }) => ({
      key: key.map(({ value }) => value).join(' '),
      ...figures,
    }))
  }
  const facts = async () =>
    (await app.database.pool.query('select f::text as fact from statistics_fact f where historical order by 1')).rows

  it('se lit à /statistics, à part de ce qui est traité ici', async () => {
    const none = { received: 1, closed: 0, founded: 0, unfounded: 0, open: 0, acknowledged: 0 }
    const unknown = { acknowledgedInTime: { of: 0 }, closing: { counted: 0, median: null } }
    expect(await figures()).toEqual([
      {
        ...{ ...none, ...unknown, key: 'REGISTER NO', closed: 1, founded: 1, acknowledged: 1 },
        closing: { counted: 1, median: 4 },
      },
      { ...none, ...unknown, key: 'REGISTER YES', closed: 1, unfounded: 1 },
      { ...none, ...unknown, key: 'REGISTER ', open: 1 },
    ])
    expect(await figures({ filter: { origins: ['REGISTER'] } })).toHaveLength(3)
    expect(await figures({ filter: { origins: ['JOURNAL'] } })).toEqual([])
    expect(await figures({ asOf: '2026-05-03' })).toEqual([])
  })

  it('garde ses chiffres quand les tableaux sont refaits', async () => {
    const [before, asked] = [await facts(), await figures()]
    expect(before).toHaveLength(3)
    await rebuild(app.database)
    expect(await facts()).toEqual(before)
    await app.database.pool.query('update statistics_fact set outcome = 0 where historical')
    expect(await remakeHistoricalFacts(app.database)).toBe(3)
    expect(await facts()).toEqual(before)
    expect(await figures()).toEqual(asked)
  })
})
