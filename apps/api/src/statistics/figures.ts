import { type Delay, type Dimension, type Flow, factCode, type LocalDate } from '@bienfonde/domain'
import type { FactWords } from './FactWords.ts'
import { anonymityCodes, type Plan, sources } from './plan.ts'
import type { DelayFigures } from './quantiles.ts'
import type { Tally } from './Tally.ts'

/** A value of a dimension; none when the fact has none. */
export interface GroupKey {
  dimension: Dimension
  value: string | null
}

/** What was counted of one group, in one piece of time. */
export interface Figures {
  key: GroupKey[]
  from: LocalDate
  to: LocalDate
  flows: (flow: Flow) => number
  openAtStart: number
  open: number
  overdue: number
  recommendationsOpen: number
  recommendationsOverdue: number
  delay: (delay: Delay) => DelayFigures
}

const valueUnder = (dimension: keyof typeof sources, number: number, words: FactWords): string | null => {
  const source: { words?: keyof FactWords; codes?: Parameters<typeof factCode>[0] } = sources[dimension]
  if (source.words) return words[source.words].wordOf(number)
  if (source.codes) return factCode(source.codes, number)
  return anonymityCodes[number] ?? null
}

/** A value and where it stands among those of its dimension; what has none comes last. */
interface Ranked {
  key: GroupKey
  rank: number
}

/** The values of a dimension, each made once, however many figures bear it. */
function rankedBy<Value>(dimension: Dimension, values: ReadonlyMap<Value, string | null>): Map<Value, Ranked> {
  const inOrder = [...values].sort(([, one], [, other]) => {
    if (one === null || other === null) return Number(one === null) - Number(other === null)
    return one < other ? -1 : 1
  })
  return new Map(inOrder.map(([number, value], rank) => [number, { key: { dimension, value }, rank }]))
}

/** By dimension asked for, the values that groups or pieces of time have. */
function valuesOf({ by, time, timeAt, timeDimensions }: Plan, groups: readonly number[][], words: FactWords) {
  const plain = by.map(({ dimension, at }, place) => {
    const numbers = new Set(groups.map(group => group[place] ?? 0))
    const values = new Map([...numbers].map(number => [number, valueUnder(dimension, number, words)]))
    return { at, ranked: rankedBy(dimension, values) }
  })
  const timed = timeDimensions.map((dimension, place) => {
    const keys = new Set(time.pieces.map(({ keys }) => keys[place] ?? ''))
    return { at: timeAt[place] ?? 0, ranked: rankedBy(dimension, new Map([...keys].map(key => [key, key]))) }
  })
  return { plain, timed }
}

/**
 * The figures of every group, in the order of their values; those without anything are left out unless each piece of
 * time is wanted.
 */
export function figuresOf(tally: Tally, words: FactWords): Figures[] {
  const { plan, groups } = tally
  const { pieces } = plan.time
  const { plain, timed } = valuesOf(plan, groups, words)
  // A place among all: the rank in each dimension, the first weighing most.
  const weights: number[] = []
  let weight = 1
  for (const { at, ranked } of [...plain, ...timed].sort((one, other) => other.at - one.at)) {
    weights[at] = weight
    weight *= ranked.size
  }
  const ofPieces = pieces.map(({ keys }) => {
    const placed = timed.map(({ at, ranked }, place) => ({ at, ...ranked.get(keys[place] ?? '')! }))
    return { placed, place: placed.reduce((sum, { at, rank }) => sum + rank * weights[at]!, 0) }
  })
  const found: { place: number; figures: Figures }[] = []
  groups.forEach((numbers, group) => {
    const shared: GroupKey[] = []
    let place = 0
    for (const [dimension, { at, ranked }] of plain.entries()) {
      const { key, rank } = ranked.get(numbers[dimension] ?? 0)!
      shared[at] = key
      place += rank * weights[at]!
    }
    let open = tally.before(group, 'OPEN')
    let overdue = tally.before(group, 'OVERDUE')
    let recommendationsOpen = tally.before(group, 'RECOMMENDATIONS_OPEN')
    let recommendationsOverdue = tally.before(group, 'RECOMMENDATIONS_OVERDUE')
    for (let piece = 0; piece < pieces.length; piece++) {
      const cell = tally.cellOf(group, piece)
      const openAtStart = open
      if (cell !== undefined) {
        open += tally.change(cell, 'OPEN')
        overdue += tally.change(cell, 'OVERDUE')
        recommendationsOpen += tally.change(cell, 'RECOMMENDATIONS_OPEN')
        recommendationsOverdue += tally.change(cell, 'RECOMMENDATIONS_OVERDUE')
      }
      if (openAtStart === 0 && open === 0 && recommendationsOpen === 0 && !plan.everyPiece) {
        if (cell === undefined || !tally.says(cell)) continue
      }
      const { from, to } = pieces[piece]!
      const timeOf = ofPieces[piece]!
      const key = [...shared]
      for (const { at, key: time } of timeOf.placed) key[at] = time
      const figures = {
        ...{ key, from, to, openAtStart, open, overdue, recommendationsOpen, recommendationsOverdue },
        flows: (flow: Flow) => (cell === undefined ? 0 : tally.flow(cell, flow)),
        delay: (delay: Delay) => (cell === undefined ? nothing : tally.delay(cell, delay)),
      }
      found.push({ place: place + timeOf.place, figures })
    }
  })
  return found.sort((one, other) => one.place - other.place).map(({ figures }) => figures)
}

const nothing: DelayFigures = { counted: 0, median: null, p90: null, mean: null }
