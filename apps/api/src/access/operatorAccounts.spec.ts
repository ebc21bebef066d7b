import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase } from '../testing/freshDatabase.ts'
import { accountAt, addAccount, everyAccount, resetPassword, setActive } from './operatorAccounts.ts'
import { passwordMatches } from './password.ts'

const password = 'Un long mot de passe 1'
const chief = { name: 'Odile Marchand', email: 'chef@ministere.test', role: 'ADMINISTRATOR', sector: null } as const

describe('les comptes que l’exploitation gère', () => {
  let fresh: Awaited<ReturnType<typeof freshDatabase>>
  beforeAll(async () => {
    fresh = await freshDatabase()
    await fresh.database.pool.query(`insert into sector (code, name) values ('HABITATION', 'Habitation')`)
    await addAccount(fresh.database, chief, password)
  })
  afterAll(() => fresh.drop())

  const found = async (email: string) => {
    const account = await accountAt(fresh.database, email)
    if (!account) throw new Error(email)
    return account
  }

  it.each([
    ['une adresse déjà prise', { email: 'CHEF@ministere.test' }, password, 'EMAIL_TAKEN'],
    ['une répondante sans secteur', { role: 'SECTOR_RESPONDENT' }, password, 'SECTOR_OF_RESPONDENT_MISSING'],
    ['un secteur inconnu', { role: 'SECTOR_RESPONDENT', sector: 'LUNE' }, password, 'SECTOR_NOT_OPEN'],
    ['un mot de passe court', {}, 'court', 'PASSWORD_TOO_SHORT'],
    ['un mot de passe qui dit le nom', {}, 'mon nom est Bergeron', 'PASSWORD_NAMES_PERSON'],
  ] as const)('%s est refusé, et rien n’est ajouté', async (_, change, chosen, code) => {
    const draft = {
      name: 'Luc Bergeron',
      email: 'luc@ministere.test',
      role: 'OFFICER',
      sector: null,
      ...change,
    } as const
    expect(await addAccount(fresh.database, draft, chosen)).toMatchObject([{ code }])
    expect(await everyAccount(fresh.database)).toHaveLength(1)
  })

  it('gardent le mot de passe choisi, sous une forme qui ne se relit pas, et l’inscrivent au journal', async () => {
    const { rows } = await fresh.database.pool.query(
      `select s.password_hash as hash, s.password_temporary_until as until, j.type, j.actor_role as role, j.event::text as event
       from staff s join administration_journal j on j.event ->> 'subject' = 'STAFF:' || s.id`,
    )
    expect(rows).toMatchObject([{ until: null, type: 'STAFF_ADDED', role: 'OPERATOR' }])
    expect(await passwordMatches(rows[0].hash, password)).toBe(true)
    expect(JSON.stringify(rows)).not.toContain(password)
  })

  it('comptent toujours quelqu’un qui administre', async () => {
    const account = await found('Chef@Ministere.test')
    expect(await setActive(fresh.database, account, false)).toMatchObject([{ code: 'LAST_ADMINISTRATOR' }])
    expect((await found(chief.email)).active).toBe(true)
  })

  it('désactivé, ne reçoit pas de mot de passe ; un mot de passe refusé laisse l’ancien', async () => {
    const draft = {
      name: 'Luc Bergeron',
      email: 'luc@ministere.test',
      role: 'SECTOR_RESPONDENT',
      sector: 'HABITATION',
    } as const
    await addAccount(fresh.database, draft, password)
    const account = await found(draft.email)
    const kept = async () =>
      (await fresh.database.pool.query('select password_hash from staff where id = $1', [account.id])).rows[0]
    const before = await kept()
    expect(await resetPassword(fresh.database, account, 'court')).toMatchObject([{ code: 'PASSWORD_TOO_SHORT' }])
    expect(await setActive(fresh.database, account, false)).toMatchObject({ id: account.id })
    expect(await resetPassword(fresh.database, account, 'Un tout autre')).toMatchObject([{ code: 'ACCOUNT_DISABLED' }])
    expect(await kept()).toEqual(before)
    expect(await everyAccount(fresh.database)).toMatchObject([
      { email: chief.email, sectorName: null },
      { email: draft.email, sectorName: 'Habitation', active: false },
    ])
  })
})
