import { type Delay, type Dimension, delays, type Flow, factCode, type LocalDate } from '@bienfonde/domain'
import type { FactWords } from './FactWords.ts'
import { anonymityCodes, sources } from './plan.ts'
import { type DelayFigures, quantiles } from './quantiles.ts'
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

/** The figures of every group, those without anything left out unless each piece of time is wanted. */
export function figuresOf(tally: Tally, words: FactWords): Figures[] {
  const { plan, groups } = tally
  const { pieces } = plan.time
  const found: Figures[] = []
  // A value is one object, whatever the number of figures that bear it.
  const ofPieces = pieces.map(({ keys }) =>
    plan.timeAt.map((at, place) => ({
      at,
      key: { dimension: plan.timeDimensions[place]!, value: keys[place] ?? null },
    })),
  )
  groups.forEach((numbers, group) => {
    const plain = plan.by.map(({ dimension, at }, place) => ({
      at,
      key: { dimension, value: valueUnder(dimension, numbers[place] ?? 0, words) },
    }))
    let open = tally.before(group, 'OPEN')
    let overdue = tally.before(group, 'OVERDUE')
    let recommendationsOpen = tally.before(group, 'RECOMMENDATIONS_OPEN')
    let recommendationsOverdue = tally.before(group, 'RECOMMENDATIONS_OVERDUE')
    for (let piece = 0; piece < pieces.length; piece++) {
      const { from, to } = pieces[piece]!
      const cell = tally.cellOf(group, piece)
      const openAtStart = open
      if (cell !== undefined) {
        open += tally.change(cell, 'OPEN')
        overdue += tally.change(cell, 'OVERDUE')
        recommendationsOpen += tally.change(cell, 'RECOMMENDATIONS_OPEN')
        recommendationsOverdue += tally.change(cell, 'RECOMMENDATIONS_OVERDUE')
      }
      const silent = cell === undefined || !tally.says(cell)
      if (silent && openAtStart === 0 && open === 0 && recommendationsOpen === 0 && !plan.everyPiece) continue
      const key: GroupKey[] = []
      for (const placed of plain) key[placed.at] = placed.key
      for (const placed of ofPieces[piece]!) key[placed.at] = placed.key
      found.push({
        ...{ key, from, to, openAtStart, open, overdue, recommendationsOpen, recommendationsOverdue },
        flows: flow => (cell === undefined ? 0 : tally.flow(cell, flow)),
        delay: delay => quantiles(cell === undefined ? [] : tally.durations.of(delays.indexOf(delay), cell)),
      })
    }
  })
  return found
}
