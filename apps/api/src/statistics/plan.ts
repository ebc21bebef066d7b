import {
  type Dimension,
  dayNumber,
  delays,
  type factCodes,
  factNumber,
  flows,
  stocks,
  type TimeGrain,
} from '@bienfonde/domain'
import type { Columns } from './FactColumns.ts'
import type { FactWords } from './FactWords.ts'
import type { FactFilter, Question, Wanted } from './Question.ts'
import { stillKnown } from './StoredFact.ts'
import { type TimePieces, timePieces } from './timePieces.ts'

/** From which column a dimension is read, and when what it says is known. */
interface Source {
  readonly column: keyof Columns
  readonly known: 'ALWAYS' | 'WITH_OFFICER' | 'WITH_END'
  /** True when each bit is a value of its own. */
  readonly several: boolean
  readonly words?: keyof FactWords
  readonly codes?: keyof typeof factCodes
}

const of = (column: keyof Columns, more: Partial<Source>): Source => ({
  ...{ column, known: 'ALWAYS' as const, several: false },
  ...more,
})

export const sources = {
  SECTOR: of('sector', { words: 'sector' }),
  SERVICE: of('service', { words: 'service' }),
  SUBJECT: of('subject', { words: 'subject' }),
  OFFICER: of('officer', { words: 'officer', known: 'WITH_OFFICER' }),
  CHANNEL: of('channel', { codes: 'channel' }),
  LANGUAGE: of('language', { codes: 'language' }),
  ANONYMITY: of('anonymity', {}),
  ORIGIN: of('origin', { codes: 'origin' }),
  OUTCOME: of('outcome', { codes: 'outcome', known: 'WITH_END' }),
  CRITERION: of('criteria', { codes: 'criterion', known: 'WITH_END', several: true }),
  GROUND: of('grounds', { codes: 'ground', known: 'WITH_END', several: true }),
  BODY: of('bodies', { codes: 'body', known: 'WITH_END', several: true }),
} as const satisfies Partial<Record<Dimension, Source>>

type PlainDimension = keyof typeof sources

/** One condition of a question: which numbers of a column pass. */
export interface Sieve extends Source {
  readonly passes: Uint8Array
  /** Whether it names a word never met. */
  readonly misses: boolean
}

/** A question in the terms of the columns. */
export interface Plan {
  readonly dossiers: boolean
  readonly from: number
  readonly to: number
  readonly asOf: number
  readonly sieves: readonly Sieve[]
  /** The dimensions other than time, and where each stands in the question. */
  readonly by: readonly (Source & { readonly dimension: PlainDimension; readonly at: number })[]
  readonly time: TimePieces
  readonly timeAt: readonly number[]
  readonly timeDimensions: readonly TimeGrain[]
  /** What is counted. */
  readonly wanted: Wanted
  readonly everyPiece: boolean
}

const isPlain = (dimension: Dimension): dimension is PlainDimension => dimension in sources

export const anonymityCodes = [null, 'NO', 'YES'] as const

const numberOf = ({ words, codes }: Source, value: string | null, known: FactWords): number => {
  if (value === null) return 0
  if (words) return known[words].find(value) ?? -1
  if (codes) return factNumber(codes, value as never)
  return anonymityCodes.indexOf(value as 'NO' | 'YES')
}

function sieve(source: Source, values: readonly (string | null)[], known: FactWords): Sieve {
  const room = source.words ? known[source.words].size : 256
  const passes = new Uint8Array(room)
  const sought = values.map(value => numberOf(source, value, known))
  const numbers = sought.filter(number => number >= 0)
  if (!source.several) for (const number of numbers) passes[number] = 1
  else
    for (let bits = 0; bits < room; bits++)
      passes[bits] = numbers.some(number => (number === 0 ? bits === 0 : bits & (1 << (number - 1)))) ? 1 : 0
  return { ...source, passes, misses: numbers.length < sought.length }
}

const sievesOf = (filter: FactFilter, known: FactWords): Sieve[] =>
  Object.entries(filter).map(([dimension, values]) => sieve(sources[dimension as PlainDimension], values, known))

const everything: Wanted = { flows, stocks, delays }

/** Puts a question in the terms of the columns; what is not over is told up to the day it is. */
export function planOf(question: Question, today: number, known: FactWords): Plan {
  const { groupBy, filter, asOf, unit, delays: measured, wanted = everything, everyPiece = false } = question
  const seenOn = asOf === null ? today : Math.min(dayNumber(asOf), today)
  // Of a period still to come, only what is there already is told.
  const from = Math.max(Math.min(dayNumber(question.from), seenOn + 1), 1)
  const to = Math.max(Math.min(dayNumber(question.to), seenOn), from - 1)
  const placed = groupBy.map((dimension, at) => ({ dimension, at }))
  const timed = placed.filter(({ dimension }) => !isPlain(dimension))
  const timeDimensions = timed.map(({ dimension }) => dimension as TimeGrain)
  return {
    ...{ dossiers: unit === 'DOSSIERS', from, to, everyPiece },
    asOf: asOf === null ? stillKnown - 1 : seenOn,
    wanted: measured ? wanted : { ...wanted, delays: [] },
    sieves: sievesOf(filter, known),
    by: placed.flatMap(({ dimension, at }) =>
      isPlain(dimension) ? [{ ...(sources[dimension] as Source), dimension, at }] : [],
    ),
    time: timePieces(from, Math.max(from, to), timeDimensions),
    timeAt: timed.map(({ at }) => at),
    timeDimensions,
  }
}
