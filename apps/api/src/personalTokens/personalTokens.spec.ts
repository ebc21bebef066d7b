import { randomUUID } from 'node:crypto'
import { mostTokens } from '@bienfonde/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verify } from '../journal/verify.ts'
import { application } from '../testing/application.ts'

const outcome = `{ __typename
  ... on AdministrationDone { line token }
  ... on AdministrationRefused { refusals { code field } }
}`
const create = `mutation ($input: PersonalTokenInput!) { done: createPersonalToken(input: $input) ${outcome} }`
const revoke = `mutation ($id: ID!) { done: revokePersonalToken(id: $id) ${outcome} }`
const list = '{ personalTokens { id label createdAt expiresAt lastUsedAt revokedAt valid } }'
const journal = `{ administrationJournal(acts: [TOKEN_CREATED, TOKEN_REVOKED], first: 50) { rows { byName type subject before after } } }`

interface Done {
  __typename: string
  token: string | null
  refusals: { code: string; field: string | null }[]
}
interface Token {
  id: string
  label: string
  expiresAt: string
  lastUsedAt: string | null
  revokedAt: string | null
  valid: boolean
}

describe('les jetons personnels', () => {
  const roles = ['MANAGER', 'RESPONSIBLE_OFFICER', 'OFFICER', 'AUDITOR', 'OMBUDSMAN', 'ADMINISTRATOR'] as const
  type Who = (typeof roles)[number]
  let app: Awaited<ReturnType<typeof application>>
  let moment = new Date('2026-07-10T14:00:00Z')
  const browsers = new Map<Who, Awaited<ReturnType<typeof app.signedIn>>>()
  beforeAll(async () => {
    app = await application({ now: () => moment })
    for (const role of roles) {
      await app.staff(`${role.toLowerCase()}@exemple.test`, role)
      browsers.set(role, await app.signedIn(`${role.toLowerCase()}@exemple.test`))
    }
  })
  afterAll(() => app.stop())

  const asked = async <Data = Record<string, unknown>>(who: Who, query: string, variables: object = {}) => {
    const browser = browsers.get(who)
    if (!browser) throw new Error('Nobody has this role')
    return browser.ask<Data>(query, variables)
  }
  const made = async (who: Who, label: string, days = 30) =>
    (await asked<{ done: Done }>(who, create, { input: { label, days } })).data.done
  const tokens = async (who: Who) => (await asked<{ personalTokens: Token[] }>(who, list)).data.personalTokens
  const flaws = async (label: string, days?: number) => (await made('MANAGER', label, days)).refusals

  it('sont donnés une fois, et la base n’en garde que l’empreinte', async () => {
    const { token } = await made('MANAGER', '  Tableau   de bord ')
    expect(token).toMatch(/^bienfonde_[\w-]{43}$/)
    const [kept] = await tokens('MANAGER')
    expect(kept).toMatchObject({
      label: 'Tableau de bord',
      expiresAt: '2026-08-09T14:00:00.000Z',
      lastUsedAt: null,
      valid: true,
    })
    const dump = await app.database.pool.query('select t::text as row from personal_token t')
    expect(JSON.stringify(dump.rows)).not.toContain(token?.slice(10))
    const lines = await app.database.pool.query('select event::text as event from administration_journal')
    expect(JSON.stringify(lines.rows)).not.toContain(token?.slice(10))
  })

  it('disent à quoi ils servent et pour combien de jours', async () => {
    expect(await flaws('   ')).toEqual([{ code: 'TOKEN_LABEL_MISSING', field: 'label' }])
    expect(await flaws('tableau de BORD')).toEqual([{ code: 'TOKEN_LABEL_TAKEN', field: 'label' }])
    expect(await flaws('x'.repeat(201))).toEqual([{ code: 'TEXT_TOO_LONG', field: 'label' }])
    for (const days of [0, 367, 1.5]) {
      expect(await flaws('Autre', days)).toEqual([{ code: 'TOKEN_DAYS_OUT_OF_BOUNDS', field: 'days' }])
    }
  })

  it('ne se voient et ne se révoquent que par leur personne', async () => {
    const [mine] = await tokens('MANAGER')
    expect(await tokens('RESPONSIBLE_OFFICER')).toEqual([])
    const other = await asked<{ done: Done }>('RESPONSIBLE_OFFICER', revoke, { id: mine?.id })
    expect(other.data.done.refusals).toEqual([{ code: 'TOKEN_NOT_VALID', field: null }])
    await asked('MANAGER', revoke, { id: mine?.id })
    expect(await tokens('MANAGER')).toMatchObject([{ valid: false, revokedAt: moment.toISOString() }])
    const again = await asked<{ done: Done }>('MANAGER', revoke, { id: mine?.id })
    expect(again.data.done.refusals).toEqual([{ code: 'TOKEN_NOT_VALID', field: null }])
  })

  it('laissent au journal de l’administration leur création et leur fin', async () => {
    const { data } = await asked<{ administrationJournal: { rows: unknown[] } }>('ADMINISTRATOR', journal)
    const told = { token: 'Tableau de bord', expiresOn: '2026-08-09' }
    expect(data.administrationJournal.rows).toMatchObject([
      { byName: 'Personne manager@exemple.test', type: 'TOKEN_REVOKED', before: told, after: null },
      { byName: 'Personne manager@exemple.test', type: 'TOKEN_CREATED', before: null, after: told },
    ])
    expect((await verify(app.database)).breaks).toEqual([])
  })

  it('restent en nombre raisonnable, même demandés tous à la fois', async () => {
    const asked = Array.from({ length: mostTokens + 3 }, (_, n) => made('RESPONSIBLE_OFFICER', `Jeton ${n}`))
    const answers = await Promise.all(asked)
    expect(answers.filter(({ token }) => token)).toHaveLength(mostTokens)
    moment = new Date('2026-08-20T14:00:00Z')
    expect((await tokens('RESPONSIBLE_OFFICER')).filter(({ valid }) => valid)).toEqual([])
    expect((await made('RESPONSIBLE_OFFICER', 'Jeton 0')).token).not.toBeNull()
  })

  it.each(['OFFICER', 'AUDITOR', 'OMBUDSMAN', 'ADMINISTRATOR'] as const)(
    'sont refusés à qui ne lit pas les statistiques : %s',
    async who => {
      for (const [query, variables] of [
        [list, {}],
        [create, { input: { label: 'Essai', days: 1 } }],
        [revoke, { id: randomUUID() }],
      ] as const) {
        expect((await asked(who, query, variables)).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
      }
    },
  )
})
