import { randomUUID } from 'node:crypto'
import { addNote, registerComplaint } from '@bienfonde/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { statement } from '../database/statement.ts'
import { perform } from '../journal/perform.ts'
import { application } from '../testing/application.ts'
import { plainte } from '../testing/plainte.ts'
import { readModels } from './index.ts'
import type { ReadModel } from './ReadModel.ts'
import { rebuild } from './rebuild.ts'
import { isReshaped } from './shape.ts'

const write = statement(
  'essai_write',
  `insert into essai select * from unnest($1::uuid[], $2::text[], $3::int[])
   on conflict (id) do update set file_number = excluded.file_number, version = excluded.version`,
)
const essai: ReadModel = {
  table: 'essai',
  async write(ask, dossiers) {
    await ask(write, [
      dossiers.map(({ id }) => id),
      dossiers.map(({ fileNumber }) => fileNumber),
      dossiers.map(({ complaint }) => complaint.version),
    ])
  },
}

describe('les tableaux de lecture', () => {
  let app: Awaited<ReturnType<typeof application>>
  beforeAll(async () => {
    app = await application()
    await app.database.pool.query('create table essai (id uuid primary key, file_number text, version int)')
    readModels.push(essai)
  })
  afterAll(() => app.stop())

  const rows = async () => (await app.database.pool.query('select * from essai order by id')).rows

  it('sont tenus par chaque étape, et refaits tels quels à partir du journal', async () => {
    const actor = { id: randomUUID(), role: 'OFFICER', sector: null } as const
    const performer = { database: app.database, master: app.master, actor, now: () => new Date('2026-05-04T13:00:00Z') }
    for (let count = 0; count < 5; count++) {
      const id = randomUUID()
      await perform(performer, registerComplaint, { id, expectedVersion: 0, idempotencyKey: randomUUID() }, plainte)
      if (count % 2 === 0) {
        const dossier = { id, expectedVersion: 3, idempotencyKey: randomUUID() }
        await perform(performer, addNote, dossier, { text: 'Une note.' })
      }
    }
    const live = await rows()
    expect(live.map(({ version }) => version).sort()).toEqual([3, 3, 4, 4, 4])
    await app.database.pool.query('update essai set version = 0')
    expect(await rebuild(app.database)).toBe(5)
    expect(await rows()).toEqual(live)
  })
  it('sont à refaire quand une version nouvelle en a changé les tables, et seulement alors', async () => {
    const { ask, pool } = app.database
    const told: [number, number][] = []
    await rebuild(app.database, (done, all) => told.push([done, all]))
    expect(told).toEqual([[5, 5]])
    expect(await isReshaped(ask)).toBe(false)
    await pool.query('alter table essai add column ajout text')
    expect(await isReshaped(ask)).toBe(true)
    await pool.query('alter table essai drop column ajout')
    expect(await isReshaped(ask)).toBe(false)
    await pool.query(`delete from setting where key = 'READ_MODELS'`)
    expect(await isReshaped(ask)).toBe(true)
  })
})
