import { type FiscalYear, fiscalYearBounds, type Recorded } from '@bienfonde/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { journalOf } from '../journal/recorded.ts'
import { rebuild } from '../readModels/rebuild.ts'
import { fixedId } from '../testing/play.ts'
import { story } from '../testing/story.ts'

const query = `query ($period: PeriodInput!) {
  dossiers: caseloadFlow(period: $period) { openAtStart received reopened closed openAtEnd }
  matters: caseloadFlow(period: $period, unit: MATTERS) { openAtStart received reopened closed openAtEnd }
}`

interface Movement {
  openAtStart: number
  received: number
  reopened: number
  closed: number
  openAtEnd: number
}
interface Flows {
  dossiers: Movement
  matters: Movement
}

describe('le mouvement d’un exercice', () => {
  let app: Awaited<ReturnType<typeof story>>
  beforeAll(async () => {
    app = await story()
  })
  afterAll(() => app.stop())

  async function asked(year: FiscalYear): Promise<Flows> {
    const { cookie } = await app.signedIn('gestion@exemple.test')
    const response = await fetch(`${app.url}/statistics`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ query, variables: { period: fiscalYearBounds(year) } }),
    })
    const { data } = (await response.json()) as { data: Flows }
    return data
  }

  it('compte ce que l’histoire raconte', async () => {
    expect(await asked(2026)).toEqual({
      dossiers: { openAtStart: 2, received: 9, reopened: 1, closed: 5, openAtEnd: 7 },
      matters: { openAtStart: 2, received: 11, reopened: 1, closed: 6, openAtEnd: 8 },
    })
  })

  /** The same dossiers, told by the journal alone up to the evening of a day. */
  function openOn(journals: Recorded[][], day: string): number {
    return journals.filter(lines => {
      const registered = lines.find(({ event }) => event.type === 'COMPLAINT_REGISTERED')?.event
      if (registered?.type !== 'COMPLAINT_REGISTERED' || registered.receivedOn > day) return false
      const last = lines.findLast(
        ({ on, event }) =>
          on <= day &&
          ['COMPLAINANT_INFORMED', 'IMPOSSIBILITY_TO_INFORM_RECORDED', 'COMPLAINT_REOPENED'].includes(event.type),
      )
      return !last || last.event.type === 'COMPLAINT_REOPENED'
    }).length
  }

  it.each([2024, 2025, 2026, 2027])('balance en %i, et est celui d’un compte direct sur les journaux', async year => {
    const { dossiers, matters } = await asked(year)
    for (const { openAtStart, received, reopened, closed, openAtEnd } of [dossiers, matters]) {
      expect(openAtStart + received + reopened - closed).toBe(openAtEnd)
    }
    const journals = await Promise.all(
      Array.from({ length: 12 }, (_, n) => journalOf(app.database.ask, fixedId(n + 1))),
    )
    const { from, to } = fiscalYearBounds(year)
    const eve = new Date(Date.parse(from) - 86_400_000).toISOString().slice(0, 10)
    expect(dossiers.openAtStart).toBe(openOn(journals, eve))
    expect(dossiers.openAtEnd).toBe(openOn(journals, to))
    const within = ({ on, event }: Recorded, ...types: string[]) => on >= from && on <= to && types.includes(event.type)
    const lines = journals.flat()
    expect(dossiers.received).toBe(lines.filter(line => within(line, 'COMPLAINT_REGISTERED')).length)
    expect(dossiers.reopened).toBe(lines.filter(line => within(line, 'COMPLAINT_REOPENED')).length)
    expect(dossiers.closed).toBe(
      lines.filter(line => within(line, 'COMPLAINANT_INFORMED', 'IMPOSSIBILITY_TO_INFORM_RECORDED')).length,
    )
  })

  it('ne change pas pour un exercice passé quand un dossier est rouvert, ni quand tout est refait', async () => {
    const past = await asked(2025)
    expect(past.dossiers).toEqual({ openAtStart: 0, received: 3, reopened: 0, closed: 1, openAtEnd: 2 })
    const present = await asked(2026)
    await rebuild(app.database)
    expect(await asked(2025)).toEqual(past)
    expect(await asked(2026)).toEqual(present)
  })
})
