import { readFileSync } from 'node:fs'
import { acknowledgeReceipt, dimensions, indicators } from '@bienfonde/domain'
import { buildSchema, isObjectType } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixedId } from '../testing/play.ts'
import { story } from '../testing/story.ts'

const year = { from: '2026-04-01', to: '2027-03-31' }

interface Answer<Data = Record<string, never>> {
  status: number
  data: Data
  errors?: { message: string; extensions: Record<string, unknown> }[]
}

describe('le point d’accès des statistiques', () => {
  let app: Awaited<ReturnType<typeof story>>
  beforeAll(async () => {
    app = await story()
  })
  afterAll(() => app.stop())

  async function asked<Data = Record<string, never>>(email: string, query: string, variables: object = {}) {
    const cookie = email ? (await app.signedIn(email)).cookie : ''
    const response = await fetch(`${app.url}/statistics`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(cookie && { cookie }) },
      body: JSON.stringify({ query, variables }),
    })
    return { status: response.status, ...((await response.json()) as object) } as Answer<Data>
  }
  const manager = <Data>(query: string, variables: object = {}) => asked<Data>('gestion@exemple.test', query, variables)

  it.each([
    'agente@exemple.test',
    'habitation@exemple.test',
    'verification@exemple.test',
    'administration@exemple.test',
  ])('ne répond pas à %s', async email => {
    const { data, errors } = await asked(email, '{ backlogAge { open } }')
    expect(data).toBeNull()
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN')
  })

  it('ne répond à personne sans session ni jeton', async () => {
    expect((await asked('', '{ definitions { replyDays } }')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
  })

  it('ne mène à aucune plainte, aucun texte, aucune personne', () => {
    const contract = new URL('../../../../packages/schema/statistics.graphql', import.meta.url)
    const schema = buildSchema(readFileSync(contract, 'utf8'))
    const fields = Object.values(schema.getTypeMap())
      .filter(type => isObjectType(type) && !type.name.startsWith('__'))
      .flatMap(type => (isObjectType(type) ? Object.keys(type.getFields()) : []))
    expect(
      fields.filter(name =>
        /fileNumber|email|identity|^(dossier|matter|name|statement|words|reasons?|text)$/i.test(name),
      ),
    ).toEqual([])
    expect(schema.getMutationType()).toBeUndefined()
  })

  it('équilibre le mouvement, en dossiers et en motifs', async () => {
    const flow = `query ($unit: CountedUnit!, $period: PeriodInput!) { caseloadFlow(unit: $unit, period: $period) {
      openAtStart received reopened closed openAtEnd dispositions { outcome count } } }`
    for (const unit of ['DOSSIERS', 'MATTERS']) {
      const { data } = await manager<{ caseloadFlow: Record<string, number> & { dispositions: { count: number }[] } }>(
        flow,
        { unit, period: year },
      )
      const { openAtStart = 0, received = 0, reopened = 0, closed = 0, openAtEnd, dispositions } = data.caseloadFlow
      expect(dispositions.reduce((sum, { count }) => sum + count, 0)).toBe(closed)
      expect(openAtStart + received + reopened - closed).toBe(openAtEnd)
      expect(received).toBeGreaterThan(8)
    }
  })

  it('compte par groupe, et dit le tout à part', async () => {
    const { data } = await manager<{
      caseloadStatistics: {
        total: { closed: number; reply: { counted: number; median: number } }
        groups: { key: { value: string | null; label: string }[]; figures: { closed: number } }[]
      }
    }>(
      `query ($period: PeriodInput!) { caseloadStatistics(period: $period, unit: MATTERS, groupBy: [OUTCOME, SECTOR]) {
        total { closed reply { counted median p90 mean } repliedInTime { count of share } }
        groups { key { dimension value label } figures { closed } } } }`,
      { period: year },
    )
    const { total, groups } = data.caseloadStatistics
    expect(groups.reduce((sum, { figures }) => sum + figures.closed, 0)).toBe(total.closed)
    expect(groups[0]?.key).toEqual([
      { dimension: 'OUTCOME', value: 'CLOSED_WITHOUT_FURTHER_ACTION', label: 'Classée sans suite' },
      { dimension: 'SECTOR', value: 'HOUSING', label: 'Habitation' },
    ])
    expect(total.reply.median).toBeGreaterThan(0)
  })

  it('dit chaque tranche, même vide, et l’âge de ce qui est ouvert', async () => {
    const { data } = await manager<{
      timeSeries: { key: string; figures: { open: number } }[]
      backlogAge: { open: number; classes: { count: number }[] }
    }>(
      `query ($period: PeriodInput!) {
        timeSeries(period: $period, grain: WEEK) { key figures { received open overdue } }
        backlogAge { open overdue classes { age count } age { median } }
      }`,
      { period: year },
    )
    expect(data.timeSeries[0]?.key).toBe('2026-03-30')
    expect(data.timeSeries).toHaveLength(15)
    expect(data.timeSeries.at(-1)?.figures.open).toBe(data.backlogAge.open)
    expect(data.backlogAge.classes.reduce((sum, { count }) => sum + count, 0)).toBe(data.backlogAge.open)
  })

  it('répond avec ce qui était connu un jour passé', async () => {
    const open = `query ($asOf: LocalDate) { backlogAge(asOf: $asOf) { open knownOn } }`
    const then = await manager<{ backlogAge: object }>(open, { asOf: '2026-04-07' })
    expect(then.data.backlogAge).toEqual({ open: 2, knownOn: '2026-04-07' })
  })

  it('comprend un acte aussitôt qu’il est fait', async () => {
    const acknowledged = async () =>
      (
        await manager<{ caseloadStatistics: { total: { acknowledged: number } } }>(
          'query ($period: PeriodInput!) { caseloadStatistics(period: $period) { total { acknowledged } } }',
          { period: year },
        )
      ).data.caseloadStatistics.total.acknowledged
    const before = await acknowledged()
    await app.step(fixedId(2), '2026-07-06', acknowledgeReceipt, {
      channel: 'EMAIL',
      sentOn: '2026-07-06',
      text: 'Nous avons reçu votre plainte.',
    })
    expect(await acknowledged()).toBe(before + 1)
  })

  it('définit tout ce qu’il compte', async () => {
    const { data } = await manager<{ definitions: Record<string, { code: string; field: string }[]> }>(
      '{ definitions { indicators { code field definition population unit exclusions calendar } dimensions { code several internal } acknowledgementDays replyDays } }',
    )
    expect(data.definitions.indicators?.map(({ code }) => code)).toEqual(indicators.map(({ code }) => code))
    expect(data.definitions.dimensions?.map(({ code }) => code)).toEqual(dimensions.map(({ code }) => code))
    const contract = readFileSync(new URL('../../../../packages/schema/statistics.graphql', import.meta.url), 'utf8')
    const figures = buildSchema(contract).getType('CaseloadFigures')
    const fields = isObjectType(figures) ? Object.keys(figures.getFields()) : []
    expect(fields).toEqual(expect.arrayContaining(indicators.map(({ field }) => field)))
  })

  it.each([
    ['une période à l’envers', '{ backlog: caseloadFlow(period: {from: "2026-05-01", to: "2026-04-01"}) { closed } }'],
    [
      'quatre dimensions',
      '{ caseloadStatistics(period: {from: "2026-04-01", to: "2026-05-01"}, groupBy: [SECTOR, CHANNEL, LANGUAGE, OUTCOME]) { total { closed } } }',
    ],
    [
      'une dimension deux fois',
      '{ caseloadStatistics(period: {from: "2026-04-01", to: "2026-05-01"}, groupBy: [SECTOR, SECTOR]) { total { closed } } }',
    ],
  ])('refuse %s, en disant quoi changer', async (_, query) => {
    const { errors } = await manager(query)
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ field: expect.any(String) }] })
  })

  it('refuse une requête qui demande trop à la fois', async () => {
    const many = Array.from(
      { length: 19 },
      (_, at) =>
        `q${at}: timeSeries(period: {from: "1990-01-01", to: "2027-03-31"}, grain: DAY) { key figures { received closed open overdue founded unfounded } }`,
    )
    expect((await manager(`{ ${many.join('\n')} }`)).errors?.[0]?.extensions.code).toBe('TOO_COMPLEX')
  })
})
