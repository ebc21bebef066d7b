import { randomUUID } from 'node:crypto'
import { registerComplaint } from '@bienfonde/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { perform } from '../journal/perform.ts'
import { application } from '../testing/application.ts'
import { plainte } from '../testing/plainte.ts'
import { remakeReshaped } from './remakeReadModels.ts'

describe('le démarrage d’une version nouvelle', () => {
  let app: Awaited<ReturnType<typeof application>>
  beforeAll(async () => {
    app = await application()
  })
  afterAll(() => app.stop())

  it('remplit les tableaux de lecture qu’elle a changés, et laisse les autres', async () => {
    const { database, master } = app
    const actor = { id: randomUUID(), role: 'OFFICER', sector: null } as const
    const performer = { database, master, actor, now: () => new Date('2026-05-04T13:00:00Z') }
    const reference = { id: randomUUID(), expectedVersion: 0, idempotencyKey: randomUUID() }
    await perform(performer, registerComplaint, reference, plainte)
    const listed = async () => (await database.pool.query('select subjects from caseload')).rows
    const before = await listed()
    expect(before).toHaveLength(1)
    await remakeReshaped(app)

    // Nothing changed: what is there stays as it is, even if it were wrong.
    await database.pool.query(`update caseload set subjects = '{Autre}'`)
    await remakeReshaped(app)
    expect(await listed()).toEqual([{ subjects: ['Autre'] }])

    await database.pool.query('alter table caseload add column ajout text')
    await remakeReshaped(app)
    expect(await listed()).toEqual(before)
  })
})
