import { fiscalYearBounds, outcomes, type Recorded } from '@bienfonde/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { journalOf } from '../journal/recorded.ts'
import { rebuild } from '../readModels/rebuild.ts'
import { fixedId } from '../testing/play.ts'
import { story } from '../testing/story.ts'

const figures = `query ($fiscalYear: Int) {
  caseloadStatistics(fiscalYear: $fiscalYear) {
    fiscalYear label from to
    movement { unit openAtStart received reopened closed openAtEnd }
    outcomes { outcome matters dossiers }
  }
}`

interface Movement {
  unit: string
  openAtStart: number
  received: number
  reopened: number
  closed: number
  openAtEnd: number
}
interface Figures {
  caseloadStatistics: {
    label: string
    movement: Movement[]
    outcomes: { outcome: string; matters: number; dossiers: number }[]
  }
}

describe('les chiffres d’un exercice', () => {
  let app: Awaited<ReturnType<typeof story>>
  beforeAll(async () => {
    app = await story()
  })
  afterAll(() => app.stop())

  const asked = async (fiscalYear: number | null) =>
    (await app.asked<Figures>('MANAGER', figures, { fiscalYear })).data.caseloadStatistics

  it('disent leur exercice et leurs unités', async () => {
    expect(await asked(null)).toEqual({
      fiscalYear: 2026,
      label: '2026-2027',
      from: '2026-04-01',
      to: '2027-03-31',
      movement: [
        { unit: 'DOSSIERS', openAtStart: 2, received: 9, reopened: 1, closed: 5, openAtEnd: 7 },
        { unit: 'MATTERS', openAtStart: 2, received: 11, reopened: 1, closed: 6, openAtEnd: 8 },
      ],
      outcomes: [
        { outcome: 'FOUNDED', matters: 2, dossiers: 2 },
        { outcome: 'UNFOUNDED', matters: 1, dossiers: 1 },
        { outcome: 'INADMISSIBLE', matters: 1, dossiers: 1 },
        { outcome: 'REFERRED', matters: 0, dossiers: 0 },
        { outcome: 'TRANSFERRED', matters: 0, dossiers: 0 },
        { outcome: 'CLOSED_WITHOUT_FURTHER_ACTION', matters: 1, dossiers: 1 },
        { outcome: 'WITHDRAWN', matters: 1, dossiers: 1 },
        { outcome: 'RESOLVED_INFORMALLY', matters: 0, dossiers: 0 },
      ],
    })
  })

  /** The same dossiers, told by the journal alone up to the evening of a day. */
  async function openOn(journals: Recorded[][], day: string): Promise<number> {
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

  it.each([2024, 2025, 2026, 2027])('balancent en %i, et sont ceux d’un compte direct sur les dossiers', async year => {
    const { movement, outcomes: results } = await asked(year)
    for (const { openAtStart, received, reopened, closed, openAtEnd } of movement) {
      expect(openAtStart + received + reopened - closed).toBe(openAtEnd)
    }
    const matters = movement.find(({ unit }) => unit === 'MATTERS')
    expect(results.reduce((sum, result) => sum + result.matters, 0)).toBe(matters?.closed)
    expect(results.map(({ outcome }) => outcome)).toEqual(outcomes.map(({ code }) => code))

    const journals = await Promise.all(
      Array.from({ length: 12 }, (_, n) => journalOf(app.database.ask, fixedId(n + 1))),
    )
    const { from, to } = fiscalYearBounds(year)
    const eve = new Date(Date.parse(from) - 86_400_000).toISOString().slice(0, 10)
    const dossiers = movement.find(({ unit }) => unit === 'DOSSIERS')
    expect(dossiers?.openAtStart).toBe(await openOn(journals, eve))
    expect(dossiers?.openAtEnd).toBe(await openOn(journals, to))
    const within = ({ on, event }: Recorded, ...types: string[]) => on >= from && on <= to && types.includes(event.type)
    const lines = journals.flat()
    expect(dossiers?.received).toBe(lines.filter(line => within(line, 'COMPLAINT_REGISTERED')).length)
    expect(dossiers?.reopened).toBe(lines.filter(line => within(line, 'COMPLAINT_REOPENED')).length)
    expect(dossiers?.closed).toBe(
      lines.filter(line => within(line, 'COMPLAINANT_INFORMED', 'IMPOSSIBILITY_TO_INFORM_RECORDED')).length,
    )
  })

  it('ne changent pas pour un exercice passé quand un dossier est rouvert, ni quand tout est refait', async () => {
    const past = await asked(2025)
    expect(past.movement[0]).toEqual({
      unit: 'DOSSIERS',
      openAtStart: 0,
      received: 3,
      reopened: 0,
      closed: 1,
      openAtEnd: 2,
    })
    const present = await asked(2026)
    await rebuild(app.database)
    expect(await asked(2025)).toEqual(past)
    expect(await asked(2026)).toEqual(present)
  })

  it.each([1989, 3000, 2_147_483_648])('refusent l’exercice %i', async fiscalYear => {
    const answer = await app.asked('MANAGER', figures, { fiscalYear })
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ field: 'fiscalYear' }] })
  })
})
