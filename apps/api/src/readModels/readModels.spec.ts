import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { application } from '../testing/application.ts'
import { playCaseload } from '../testing/caseload.ts'
import { play, responsible } from '../testing/play.ts'
import { readModels } from './index.ts'
import { rebuild } from './rebuild.ts'

describe('les tableaux de lecture d’un dossier', () => {
  let app: Awaited<ReturnType<typeof application>>
  beforeAll(async () => {
    app = await application()
    await playCaseload(play(app, responsible))
  })
  afterAll(() => app.stop())

  const query = async (text: string, values: unknown[] = []) => (await app.database.pool.query(text, values)).rows
  const everything = async () =>
    Object.fromEntries(
      await Promise.all(
        readModels.map(async ({ table }) => [table, await query(`select t::text as row from ${table} t order by 1`)]),
      ),
    )

  it('refaits à partir du journal, sont exactement ceux que les étapes ont tenus', async () => {
    const live = await everything()
    expect(Object.values(live).map(rows => (rows as unknown[]).length)).toEqual([
      12,
      12,
      2,
      expect.any(Number),
      1,
      expect.any(Number),
      0,
      expect.any(Number),
    ])
    expect(await rebuild(app.database)).toBe(12)
    expect(await everything()).toEqual(live)
  })

  it('se cherchent en français, sans égard aux accents ni aux flexions', async () => {
    const found = async (words: string) =>
      (await query(`select 1 from caseload_words where words @@ websearch_to_tsquery('fr_unaccent', $1)`, [words]))
        .length
    expect(await found('delai')).toBeGreaterThan(0)
    expect(await found('délais')).toBe(await found('delai'))
    expect(await found('contradictoire')).toBe(await found('CONTRADICTOIRES'))
    expect(await found('habitation')).toBe(1)
  })

  it('ne gardent rien de ce que le coffre garde', async () => {
    const kept = JSON.stringify(await everything())
    expect(kept).not.toMatch(/philom|castonguay|soussign/i)
  })
})
