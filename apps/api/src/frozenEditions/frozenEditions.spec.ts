import { correctRegistration, eraseIdentity, reopenComplaint } from '@bienfonde/domain'
import { recovered } from '@bienfonde/domain/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verify } from '../journal/verify.ts'
import { story } from '../testing/story.ts'
import { publishedEarlier } from './frozenEditions.ts'

const line = 'key label definition unit part previous current variation previousHidden currentHidden'
const report = `fiscalYear label previousLabel from to rounding tables { code population lines { ${line} } }`
const whole = `id fiscalYear label number knownOn frozenAt note software digest threshold exposed intact
  report { ${report} } published { ${report} }`
const freeze = `mutation ($input: FreezeEditionInput!) { done: freezeEdition(input: $input) { __typename
  ... on AdministrationDone { line } ... on AdministrationRefused { refusals { code field } } } }`
const editions = 'query ($fiscalYear: Int) { editions(fiscalYear: $fiscalYear) { id number label note } }'
const edition = `query ($id: ID!) { edition(id: $id) { ${whole} } }`
const comparison = `query ($id: ID!) { editionComparison(id: $id) {
  reproduced restatements { table key label which frozen now } causes { cause dossiers } } }`
const annual = `query ($fiscalYear: Int!, $asOf: LocalDate, $audience: Audience! = INTERNAL) {
  annualReport(fiscalYear: $fiscalYear, asOf: $asOf, audience: $audience) { ${report} } }`

interface Line {
  key: string
  unit: string
  current: number | null
  previous: number | null
  variation: number | null
  currentHidden: boolean
  previousHidden: boolean
}
interface Report {
  tables: { code: string; lines: Line[] }[]
}
interface Edition {
  id: string
  number: number
  knownOn: string
  digest: string
  intact: boolean
  exposed: number
  report: Report
  published: Report
}
interface Comparison {
  reproduced: boolean
  restatements: { table: string; key: string; which: string; frozen: number | null; now: number | null }[]
  causes: { cause: string; dossiers: number }[]
}

describe('les éditions arrêtées', () => {
  let app: Awaited<ReturnType<typeof story>>
  let moment = new Date('2027-03-31T16:00:00Z')
  let first: Edition
  beforeAll(async () => {
    app = await story({ now: () => moment })
  })
  afterAll(() => app.stop())

  type Who = Parameters<typeof app.asked>[0]
  const frozen = async (input: object = {}, who: Who = 'MANAGER') => {
    const sent = { fiscalYear: 2026, note: 'Déposée avec le rapport de gestion.', confirmed: true, ...input }
    return app.asked<{ done: { __typename: string; refusals?: { code: string; field: string }[] } }>(who, freeze, {
      input: sent,
    })
  }
  const list = async () => (await app.asked<{ editions: Edition[] }>('MANAGER', editions)).data.editions
  const read = async (id: string) => (await app.asked<{ edition: Edition }>('MANAGER', edition, { id })).data.edition
  const compared = async (id: string) =>
    (await app.asked<{ editionComparison: Comparison }>('MANAGER', comparison, { id })).data.editionComparison
  const reported = async (variables: object) =>
    (await app.asked<{ annualReport: Report }>('MANAGER', annual, { fiscalYear: 2026, ...variables })).data.annualReport
  const lineIn = ({ tables }: Report, key: string) =>
    tables.flatMap(({ lines }) => lines).find(each => each.key === key)

  it('ne portent que sur un exercice terminé, avec une note et une confirmation', async () => {
    const codes = async (input?: object) => (await frozen(input)).data.done.refusals
    expect(await codes()).toEqual([{ code: 'YEAR_NOT_OVER', field: 'fiscalYear' }])
    moment = new Date('2027-04-12T16:00:00Z')
    expect(await codes({ note: ' ', confirmed: false })).toEqual([
      { code: 'EDITION_NOTE_MISSING', field: 'note' },
      { code: 'EDITION_NOT_CONFIRMED', field: 'confirmed' },
    ])
    expect(await codes({ note: 'x'.repeat(2001) })).toEqual([{ code: 'TEXT_TOO_LONG', field: 'note' }])
    const named = await frozen({ note: 'Voir z.q@courriel.test' })
    expect(named.errors?.[0]?.extensions.fields).toMatchObject([{ field: 'note' }])
    expect(await list()).toEqual([])
  })

  it.each(['RESPONSIBLE_OFFICER', 'OFFICER', 'AUDITOR', 'ADMINISTRATOR', 'HOUSING', 'OMBUDSMAN'] as const)(
    'ne sont arrêtées que par une ou un gestionnaire : %s ne le peut pas',
    async who => {
      expect((await frozen({}, who)).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    },
  )

  it('gardent les chiffres connus la veille au soir, leurs définitions, la version et une empreinte', async () => {
    expect((await frozen()).data.done.__typename).toBe('AdministrationDone')
    const [head] = await list()
    expect(head).toMatchObject({ number: 1, label: '2026-2027' })
    first = await read(head?.id ?? '')
    expect(first).toMatchObject({ knownOn: '2027-04-11', software: '0.1.0', threshold: 5, exposed: 0, intact: true })
    expect(first.digest).toMatch(/^[0-9a-f]{64}$/)
    expect(first.report).toEqual(await reported({ asOf: '2027-04-11' }))
    const { rows } = await app.database.pool.query(
      `select event -> 'after' ->> 'digest' as digest from administration_journal where type = 'EDITION_FROZEN'`,
    )
    expect(rows).toEqual([{ digest: first.digest }])
    expect((await verify(app.database)).breaks).toEqual([])
  })

  it('disent ce que le registre dit', async () => {
    const said = (key: string) => [lineIn(first.report, key)?.previous, lineIn(first.report, key)?.current]
    expect(said('DOSSIERS.openAtStart')).toEqual([0, 2])
    expect(said('DOSSIERS.received')).toEqual([3, 9])
    expect(said('DOSSIERS.reopened')).toEqual([0, 1])
    expect(said('DOSSIERS.founded')).toEqual([0, 2])
    expect(said('DOSSIERS.unfounded')).toEqual([1, 0])
    expect(said('DOSSIERS.inadmissible')).toEqual([0, 1])
    expect(said('DOSSIERS.withoutFurtherAction')).toEqual([0, 1])
    expect(said('DOSSIERS.withdrawn')).toEqual([0, 1])
    expect(said('DOSSIERS.openAtEnd')).toEqual([2, 7])
    expect(said('criterion.REPRESENTATIVE_ERROR')).toEqual([0, 1])
    expect(said('recommendations.formulated')).toEqual([0, 1])
    expect(said('channel.received.COUNTER')).toEqual([1, 0])
  })

  it('publiées, cachent les petits nombres et ce qui les ferait retrouver', async () => {
    const shown = first.published.tables
      .flatMap(({ lines }) => lines)
      .filter(({ unit }) => unit !== 'PERCENT' && unit !== 'BUSINESS_DAYS')
      .flatMap(({ previous, current }) => [previous ?? 0, current ?? 0])
    expect(shown.filter(count => count > 0 && count < 5)).toEqual([])
    const attacked = recovered(await publishedEarlier(app.database.ask, 2026), 5)
    expect(Object.values(attacked).flat()).toEqual([])
  })

  const unchanged = async () => {
    expect(await read(first.id)).toEqual(first)
    expect((await compared(first.id)).reproduced).toBe(true)
  }
  const restated = async () => {
    const { restatements, causes } = await compared(first.id)
    return { keys: restatements.map(({ key, which, frozen: was, now }) => `${key} ${which} ${was} → ${now}`), causes }
  }

  it('ne changent pas quand une plainte de l’exercice est inscrite plus tard : l’écart est dit', async () => {
    expect(await restated()).toEqual({ keys: [], causes: [] })
    moment = new Date('2027-04-20T16:00:00Z')
    const late = { subject: 'Accueil', sector: 'ROADS', statement: 'La plainte est arrivée par un autre bureau.' }
    await app.register(app.id(40), '2027-04-19', [late], { receivedOn: '2027-03-22' })
    await unchanged()
    const { keys, causes } = await restated()
    expect(keys).toContain('DOSSIERS.received CURRENT 9 → 10')
    expect(keys).toContain('sector.received.ROADS CURRENT 0 → 1')
    expect(causes).toEqual([{ cause: 'LATE_REGISTRATION', dossiers: 1 }])
  })

  it('ne changent pas quand un dossier est rouvert', async () => {
    await app.step(app.id(5), '2027-04-20', reopenComplaint, { matters: ['M1'], newFacts: 'Une lettre retrouvée.' })
    await unchanged()
    expect((await restated()).keys.filter(key => key.startsWith('DOSSIERS.founded'))).toEqual([])
    expect((await restated()).causes).toContainEqual({ cause: 'REOPENING', dossiers: 1 })
  })

  it('ne changent pas quand une identité est effacée', async () => {
    const before = await restated()
    await app.step(app.id(7), '2027-04-20', eraseIdentity, { schedule: 'Série 01', reason: 'Terme échu.' })
    await unchanged()
    expect(await restated()).toEqual(before)
  })

  it('ne changent pas quand une inscription est corrigée', async () => {
    const matter = { matter: 'M1', sector: 'ROADS' }
    await app.step(app.id(12), '2027-04-20', correctRegistration, { corrects: 1, reason: 'Autre secteur.', matter })
    await unchanged()
    const { keys, causes } = await restated()
    expect(keys).toContain('sector.received.ROADS CURRENT 0 → 2')
    expect(causes).toContainEqual({ cause: 'CORRECTION', dossiers: 1 })
  })

  it('ne se changent ni ne s’effacent dans la base', async () => {
    for (const sql of [
      `update frozen_edition set note = ''`,
      'delete from frozen_edition',
      'truncate frozen_edition',
      `update frozen_edition set report = '{}' where false`,
    ]) {
      await expect(app.database.pool.query(sql)).rejects.toThrow('a frozen edition never changes')
    }
  })

  it('se suivent : la suivante cache ce qui ferait retrouver ce que la première cachait', async () => {
    expect((await frozen()).data.done.__typename).toBe('AdministrationDone')
    expect((await frozen()).data.done.refusals).toEqual([{ code: 'EDITION_ALREADY_FROZEN', field: 'fiscalYear' }])
    const [second] = await list()
    expect(second).toMatchObject({ number: 2 })
    const { published, report: exact } = await read(second?.id ?? '')
    expect(lineIn(exact, 'DOSSIERS.received')?.current).toBe(10)
    for (const { lines } of first.published.tables) {
      for (const { key, currentHidden } of lines) {
        if (currentHidden) expect([key, lineIn(published, key)?.currentHidden]).toEqual([key, true])
      }
    }
    const attacked = recovered(await publishedEarlier(app.database.ask, 2026), 5)
    expect(Object.values(attacked).flat()).toEqual([])
  })

  it('arrêtées toutes à la fois, il n’y en a qu’une', async () => {
    moment = new Date('2027-04-25T16:00:00Z')
    const answers = await Promise.all([frozen(), frozen(), frozen()])
    expect(answers.filter(({ data }) => data.done.__typename === 'AdministrationDone')).toHaveLength(1)
    expect((await list()).map(({ number }) => number)).toEqual([3, 2, 1])
    await unchanged()
  })

  it('le rapport du moment se demande à part, exact ou à publier, et n’est à personne d’autre', async () => {
    const [internal, open] = [await reported({}), await reported({ audience: 'PUBLIC' })]
    expect(lineIn(internal, 'DOSSIERS.received')?.current).toBe(10)
    expect(lineIn(open, 'DOSSIERS.withdrawn')).toMatchObject({ current: null, currentHidden: true })
    for (const who of ['OFFICER', 'AUDITOR', 'ADMINISTRATOR', 'HOUSING', 'OMBUDSMAN'] as const) {
      for (const [query, variables] of [
        [annual, { fiscalYear: 2026 }],
        [editions, {}],
        [edition, { id: first.id }],
        [comparison, { id: first.id }],
      ] as const) {
        expect((await app.asked(who, query, variables)).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
      }
    }
  })

  it('se lisent aussi par un jeton, à l’adresse des statistiques, qui n’arrête rien', async () => {
    const create = `mutation { createPersonalToken(input: { label: "Rapport", days: 30 }) {
      ... on AdministrationDone { token } } }`
    const { data } = await app.asked<{ createPersonalToken: { token: string } }>('MANAGER', create)
    const send = async (query: string, variables: object, authorization?: string) => {
      const response = await fetch(`${app.url}/statistics`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
        body: JSON.stringify({ query, variables }),
      })
      return {
        status: response.status,
        body: (await response.json()) as { data: { edition: Edition }; errors: object[] },
      }
    }
    const bearing = `Bearer ${data.createPersonalToken.token}`
    expect((await send(edition, { id: first.id }, bearing)).body.data.edition).toEqual(first)
    expect((await send(edition, { id: first.id })).body.errors).toMatchObject([
      { extensions: { code: 'UNAUTHENTICATED' } },
    ])
    expect((await send(edition, { id: first.id }, 'Bearer x')).status).toBe(401)
    const input = { fiscalYear: 2026, note: 'Non.', confirmed: true }
    expect((await send(freeze, { input }, bearing)).body.errors[0]).toMatchObject({
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    })
  })

  it('un calendrier changé depuis est dit comme une cause, et l’édition demeure', async () => {
    const calendar = { closed: [{ date: '2026-04-16', name: 'Tempête' }], opened: [] }
    await app.database.pool.query(`insert into setting (key, value) values ('CALENDAR', $1)`, [
      JSON.stringify(calendar),
    ])
    expect(await read(first.id)).toEqual(first)
    expect((await restated()).causes).toContainEqual({ cause: 'CALENDAR', dossiers: 1 })
  })
})
