import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase } from '../../testing/freshDatabase.ts'
import { openDatabase } from '../dataSource.ts'

describe('les tables', () => {
  let fresh: Awaited<ReturnType<typeof freshDatabase>>
  beforeAll(async () => {
    fresh = await freshDatabase()
  })
  afterAll(() => fresh.drop())

  const rows = async (text: string) => (await fresh.database.pool.query(text)).rows

  it('se cherchent en français, sans égard aux accents ni aux flexions', async () => {
    const found = `select to_tsvector('fr_unaccent', 'Les délais excédés') @@ plainto_tsquery('fr_unaccent', 'delai') as found`
    expect(await rows(found)).toEqual([{ found: true }])
  })

  it('ne changent pas quand deux applications démarrent ensemble', async () => {
    const others = await Promise.all([openDatabase(fresh.place), openDatabase(fresh.place)])
    await Promise.all(others.map(other => other.close()))
    expect(await rows('select count(*) = count(distinct name) as once from migration')).toEqual([{ once: true }])
  })

  it.each(['update journal set type = type', 'delete from journal', 'truncate journal'])(
    'le journal refuse : %s',
    async sql => {
      await expect(fresh.database.pool.query(sql)).rejects.toThrow('the journal only grows')
    },
  )

  it('une adresse de courriel ne désigne qu’un compte, quelle que soit sa casse', async () => {
    const add = (email: string) =>
      fresh.database.pool.query(`insert into staff (email, name, role) values ($1, 'Essai', 'OFFICER')`, [email])
    await add('Agente@exemple.test')
    await expect(add('agente@EXEMPLE.test')).rejects.toThrow('staff_email')
  })

  it('se défont dans l’ordre inverse', async () => {
    const other = await freshDatabase()
    for (const _ of other.database.source.migrations) await other.database.source.undoLastMigration()
    expect(
      (await other.database.pool.query(`select tablename from pg_tables where schemaname = 'public'`)).rows,
    ).toEqual([{ tablename: 'migration' }])
    await other.drop()
  })
})
