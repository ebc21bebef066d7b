import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase } from '../testing/freshDatabase.ts'
import { bearerDoor, bearerPace } from './bearer.ts'
import { createToken, endToken } from './personalTokens.ts'

describe('un jeton porté par une requête', () => {
  let fresh: Awaited<ReturnType<typeof freshDatabase>>
  let by: { id: string; role: string }
  let now = new Date('2026-07-10T14:00:00Z')
  beforeAll(async () => {
    fresh = await freshDatabase()
    const { rows } = await fresh.database.pool.query(
      `insert into staff (email, name, role) values ('gestion@exemple.test', 'Gestion', 'MANAGER') returning id`,
    )
    by = { id: rows[0].id, role: 'MANAGER' }
  })
  afterAll(() => fresh.drop())

  const ask: typeof fresh.database.ask = (statement, values) => fresh.database.ask(statement, values)
  const made = async (label: string, days = 30) => {
    const token = await fresh.database.transaction(within => createToken(within, { by, at: now }, { label, days }))
    if (Array.isArray(token)) throw new Error(token[0]?.code)
    return token.token ?? ''
  }
  const open = (token: string | undefined, door = bearerDoor(ask, () => now), ip = '192.0.2.1') =>
    door({ headers: token === undefined ? {} : { authorization: `Bearer ${token}` }, ip })
  const idOf = async (label: string) =>
    (await fresh.database.pool.query('select id from personal_token where label = $1', [label])).rows[0].id
  const used = async (label: string) =>
    (await fresh.database.pool.query('select last_used_at from personal_token where label = $1', [label])).rows[0]
      .last_used_at

  it('désigne sa personne, et dit quand il a servi', async () => {
    const token = await made('Rapport')
    expect(await open(token)).toMatchObject({ id: by.id, role: 'MANAGER', name: 'Gestion' })
    expect(await used('Rapport')).toEqual(now)
    const first = now
    now = new Date(first.getTime() + 30_000)
    await open(token)
    expect(await used('Rapport')).toEqual(first)
    now = new Date(first.getTime() + 90_000)
    await open(token)
    expect(await used('Rapport')).toEqual(now)
  })

  it('n’est pas cherché quand la requête n’en porte pas', async () => {
    expect(await open(undefined)).toBeUndefined()
  })

  it.each(['', 'x', `bienfonde_${'a'.repeat(43)}`, `bienfonde_${'a'.repeat(42)}'`])(
    'n’ouvre rien s’il n’existe pas : « %s »',
    async token => {
      await expect(open(token)).rejects.toMatchObject({ statusCode: 401 })
    },
  )

  it('ne vaut plus dès qu’il est révoqué', async () => {
    const token = await made('Révoqué')
    await open(token)
    await fresh.database.transaction(async within => endToken(within, { by, at: now }, await idOf('Révoqué')))
    await expect(open(token)).rejects.toMatchObject({ statusCode: 401 })
  })

  it('ne vaut plus au moment où il expire', async () => {
    const token = await made('Court', 1)
    now = new Date(now.getTime() + 86_400_000 - 1)
    expect(await open(token)).toBeDefined()
    now = new Date(now.getTime() + 1)
    await expect(open(token)).rejects.toMatchObject({ statusCode: 401 })
  })

  it('suit le compte : désactivé, il n’ouvre rien ; d’un autre rôle, il le dit', async () => {
    const token = await made('Compte')
    await fresh.database.pool.query('update staff set active = false')
    await expect(open(token)).rejects.toMatchObject({ statusCode: 401 })
    await fresh.database.pool.query(`update staff set active = true, role = 'OFFICER'`)
    expect(await open(token)).toMatchObject({ role: 'OFFICER' })
    await fresh.database.pool.query(`update staff set role = 'MANAGER'`)
  })

  it('ne peut être deviné, ni servir sans mesure', async () => {
    const token = await made('Mesure')
    const door = bearerDoor(ask, () => now)
    for (let n = 0; n < bearerPace.invalid; n++) {
      await expect(open('x', door)).rejects.toMatchObject({ statusCode: 401 })
    }
    await expect(open(token, door)).rejects.toMatchObject({ statusCode: 429 })
    expect(await open(token, door, '192.0.2.2')).toBeDefined()
    for (let n = 1; n < bearerPace.token; n++) await open(token, door, '192.0.2.2')
    await expect(open(token, door, '192.0.2.2')).rejects.toMatchObject({ statusCode: 429 })
    now = new Date(now.getTime() + 60_000)
    expect(await open(token, door)).toBeDefined()
  })
})
