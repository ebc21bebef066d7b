import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assessmentCriteria } from '../../tables/assessmentCriteria.ts'
import { intakeChannels } from '../../tables/channels.ts'
import { inadmissibilityGrounds } from '../../tables/inadmissibilityGrounds.ts'
import { bodies } from '../../tables/referrals.ts'
import { exampleCommitments } from '../../tables/serviceCommitments.ts'
import { nothing, recovered } from '../../testing/recovered.ts'
import { annualReport } from './annualReport.ts'
import { publishedReport } from './publishedReport.ts'
import { restatements } from './restatements.ts'
import type { YearDelay, YearFigures, YearMovement } from './yearFigures.ts'

/** A matter as the report counts it; with most of them, the whole of a dossier. */
interface Told {
  alone: boolean
  year: 0 | 1
  closes: boolean
  result: keyof YearMovement
  criteria: number[]
  ground: number
  body: number
  sector: number
  channel: number
  lead: boolean
  acknowledged: boolean
  inTime: boolean
}
const results = [
  ...(['founded', 'unfounded', 'unfounded', 'inadmissibleAlone', 'referred', 'transferred'] as const),
  ...(['withoutFurtherAction', 'withdrawn', 'resolvedInformally'] as const),
]
const told = fc.record<Told>({
  alone: fc.integer({ min: 0, max: 9 }).map(n => n > 0),
  year: fc.constantFrom(0, 1),
  closes: fc.integer({ min: 0, max: 4 }).map(n => n > 0),
  result: fc.constantFrom(...results),
  criteria: fc.uniqueArray(fc.nat(4), { minLength: 1, maxLength: 2 }),
  ground: fc.nat(3),
  body: fc.constantFrom(0, 0, 0, 1, 2, 4),
  sector: fc.constantFrom(0, 0, 0, 1, 1, 2, 3),
  channel: fc.constantFrom(0, 0, 0, 1, 2),
  lead: fc.boolean(),
  acknowledged: fc.boolean(),
  inTime: fc.integer({ min: 0, max: 4 }).map(n => n > 0),
})
const caseloads = fc.array(told, { minLength: 20, maxLength: 160, size: 'max' })

const counts = <Code extends string>(codes: readonly { code: Code }[], countOf: (at: number) => number) =>
  new Map(codes.map(({ code }, at) => [code, countOf(at)]))

/** What a year's report is made from, counted from the matters themselves. */
function figuresOf(all: readonly Told[], year: 0 | 1): YearFigures {
  const unit = (some: readonly Told[]): YearMovement => {
    const earlier = some.filter(each => each.year < year)
    const now = some.filter(each => each.year === year)
    const openAtStart = earlier.filter(({ closes }) => !closes).length
    const closing = now.filter(({ closes }) => closes)
    const as = (result: keyof YearMovement) => closing.filter(each => each.result === result).length
    const consentRefused = closing.filter(({ result, lead }) => result === 'withoutFurtherAction' && lead).length
    return {
      ...{ openAtStart, received: now.length, reopened: 0, closed: closing.length },
      ...{ founded: as('founded'), unfounded: as('unfounded'), inadmissibleAlone: as('inadmissibleAlone') },
      unfoundedWithLead: closing.filter(({ result, lead }) => result === 'unfounded' && lead).length,
      ...{ referred: as('referred'), transferred: as('transferred'), withdrawn: as('withdrawn') },
      ...{ withoutFurtherAction: as('withoutFurtherAction'), resolvedInformally: as('resolvedInformally') },
      ...{ consentRefused, anonymity: as('withoutFurtherAction') - consentRefused },
      openAtEnd: openAtStart + now.length - closing.length,
    }
  }
  const now = all.filter(each => each.year === year)
  const closing = now.filter(({ closes }) => closes)
  const dossiers = all.filter(({ alone }) => alone)
  const sent = dossiers.filter(each => each.year === year && each.closes)
  const acknowledged = dossiers.filter(each => each.year === year && each.acknowledged)
  const delay = (some: readonly Told[]): YearDelay => {
    const inTime = some.filter(each => each.inTime).length
    const days = some.length === 0 ? null : 12.25
    return { sent: some.length, inTime, mean: days, median: days, p90: days }
  }
  const to = (result: string) =>
    counts(bodies, at => closing.filter(each => each.result === result && each.body === at).length)
  return {
    movement: { DOSSIERS: unit(dossiers), MATTERS: unit(all) },
    criteria: counts(
      assessmentCriteria,
      at => closing.filter(({ result, criteria }) => result === 'founded' && criteria.includes(at)).length,
    ),
    grounds: counts(
      inadmissibilityGrounds,
      at =>
        closing.filter(
          ({ result, ground }) => ['inadmissibleAlone', 'referred', 'transferred'].includes(result) && ground === at,
        ).length,
    ),
    referredTo: to('referred'),
    transferredTo: to('transferred'),
    acknowledgement: delay(acknowledged),
    reply: delay(sent),
    replyNet: { mean: 9.04, median: 8, p90: 15 },
    recommendations: { formulated: 6, accepted: 3, refused: 0, carriedOut: 2, open: 5, overdue: 1 },
    sectors: [0, 1, 2, 3].map(at => ({
      code: `S${at}`,
      label: `Secteur ${at}`,
      received: now.filter(({ sector }) => sector === at).length,
      founded: closing.filter(({ sector, result }) => sector === at && result === 'founded').length,
    })),
    channels: [0, 1, 2].map(at => ({
      code: intakeChannels[at]?.code ?? '',
      label: intakeChannels[at]?.label ?? '',
      received: dossiers.filter(each => each.year === year && each.channel === at).length,
      founded: 0,
    })),
  }
}

const twoYears = (all: readonly Told[]) => ({ previous: figuresOf(all, 0), current: figuresOf(all, 1) })
const reported = (all: readonly Told[]) => annualReport(2026, twoYears(all), exampleCommitments)
const published = (all: readonly Told[], threshold = 5, earlier: Parameters<typeof publishedReport>[4] = []) =>
  publishedReport(reported(all), twoYears(all), exampleCommitments, threshold, earlier)

describe('le rapport annuel', () => {
  it('s’équilibre : ouverts au début + entrés − fermés = ouverts à la fin, en dossiers comme en motifs', () => {
    fc.assert(
      fc.property(caseloads, all => {
        for (const { code, lines } of reported(all).tables.slice(0, 2)) {
          const said = new Map(lines.filter(({ part }) => !part).map(({ label, current }) => [label, current ?? 0]))
          let open = said.get('Ouverts au début') ?? 0
          for (const [label, count] of said) {
            if (label.startsWith('+')) open += count
            if (label.startsWith('−')) open -= count
          }
          expect([code, open]).toEqual([code, said.get('= Ouverts à la fin')])
        }
      }),
    )
  })

  it('donne de chaque ligne sa définition, son unité et ses trois colonnes', () => {
    const all = fc.sample(caseloads, { seed: 3, numRuns: 1 })[0] ?? []
    for (const { population, lines } of reported(all).tables) {
      expect(population).toMatch(/\.$/)
      for (const { definition, current, previous, variation } of lines) {
        expect(definition).toMatch(/^[A-ZÀ-Ý].*\.$/)
        if (current !== null && previous !== null) expect(variation).toBeCloseTo(current - previous, 6)
      }
    }
    const keys = reported(all).tables.map(({ lines }) => lines.map(({ key }) => key))
    for (const of of keys) expect(new Set(of).size).toBe(of.length)
  })

  it('arrondit à une décimale, la moitié vers le haut, et ne divise jamais par zéro', () => {
    const one = (more: Partial<Told>): Told => ({
      ...{ alone: true, year: 1, closes: true, result: 'founded', criteria: [0], ground: 0, body: 0, sector: 0 },
      ...{ channel: 0, lead: false, acknowledged: true, inTime: true, ...more },
    })
    const line = (all: Told[], key: string) =>
      reported(all)
        .tables.flatMap(({ lines }) => lines)
        .find(each => each.key === key)
    const some = [one({}), ...Array.from({ length: 7 }, () => one({ result: 'unfounded' }))]
    expect(line(some, 'foundedShare')).toMatchObject({ current: 12.5, previous: null, variation: null })
    expect(line(some, 'reply.mean')).toMatchObject({ current: 12.3 })
    expect(line([], 'foundedShare')).toMatchObject({ current: null, previous: null })
  })

  it('publié, ne laisse retrouver aucun chiffre caché', () => {
    fc.assert(
      fc.property(caseloads, all => {
        const { publication, exposed } = published(all)
        expect(exposed).toBe(0)
        expect(recovered([publication], 5)).toEqual(nothing)
      }),
      { numRuns: 40 },
    )
  })

  it('publié de nouveau après une inscription tardive, non plus', () => {
    fc.assert(
      fc.property(caseloads, fc.array(told, { maxLength: 4 }), (all, late) => {
        const first = published(all)
        const second = published([...all, ...late], 5, [first.publication])
        const { byBounds, ...attacked } = recovered([first.publication, second.publication], 5)
        expect({ ...attacked, byBounds: [] }).toEqual(nothing)
        expect(byBounds.length).toBeLessThanOrEqual(second.exposed)
      }),
      { numRuns: 25 },
    )
  })

  it('publié, tait avec un nombre la part, la variation et le délai qui le diraient', () => {
    fc.assert(
      fc.property(caseloads, all => {
        const { report, publication } = published(all)
        const exact = new Map(reported(all).tables.flatMap(({ lines }) => lines.map(line => [line.key, line] as const)))
        expect(publication.hidden.size).toBeGreaterThan(0)
        for (const line of report.tables.flatMap(({ lines }) => lines)) {
          const whole = exact.get(line.key)
          if (line.currentHidden) expect([line.current, line.variation]).toEqual([null, null])
          else expect(line.current).toBe(whole?.current)
          const small = (whole?.current ?? 0) > 0 && (whole?.current ?? 0) < 5
          if (['DOSSIERS', 'MATTERS', 'RECOMMENDATIONS'].includes(line.unit) && small) {
            expect([line.key, line.currentHidden]).toEqual([line.key, true])
          }
          const from = line.key.replace(/\.(share|mean|median|p90)$/, '.sent')
          const sent = report.tables.flatMap(({ lines }) => lines).find(({ key }) => key === from)
          if (sent?.currentHidden) expect([line.key, line.current]).toEqual([line.key, null])
        }
      }),
      { numRuns: 30 },
    )
  })

  it('dit ce qui n’est plus ce qu’une édition a dit', () => {
    const all = fc.sample(caseloads, { seed: 5, numRuns: 1 })[0] ?? []
    expect(restatements(reported(all), reported(all))).toEqual([])
    const late = { ...all[0], year: 1, closes: false, sector: 9, alone: true } as Told
    const found = restatements(reported(all), reported([...all, late]))
    expect(found).toContainEqual(
      expect.objectContaining({ table: 'MOVEMENT_DOSSIERS', key: 'DOSSIERS.received', which: 'CURRENT' }),
    )
    for (const { frozen, now } of found) expect(now).not.toBe(frozen)
    expect(found.map(({ which }) => which)).not.toContain('PREVIOUS')
  })
})
