import {
  addDays,
  dateOfDayNumber,
  dayNumber,
  grainKey,
  type LocalDate,
  nextGrain,
  type TimeGrain,
} from '@bienfonde/domain'

/** A period cut in pieces of time, one for each different reading of the time dimensions asked for. */
export interface TimePieces {
  /** The piece of each day, counted from the period's first. */
  readonly of: Int32Array
  readonly pieces: readonly TimePiece[]
}

interface TimePiece {
  readonly from: LocalDate
  readonly to: LocalDate
  /** How it is written in each dimension asked for. */
  readonly keys: readonly string[]
}

const earlier = (one: LocalDate, other: LocalDate): LocalDate => {
  if (one < other) return one
  return other
}

/** Cuts a period, in day numbers, by as many grains as are asked for; without any, it is one piece. */
export function timePieces(from: number, to: number, grains: readonly TimeGrain[]): TimePieces {
  const of = new Int32Array(Math.max(to - from + 1, 1))
  const pieces: TimePiece[] = []
  const last = dateOfDayNumber(to)
  for (let day = from; day <= to; ) {
    const date = dateOfDayNumber(day)
    const end = grains.map(grain => addDays(nextGrain(grain, date), -1)).reduce(earlier, last)
    const next = dayNumber(end) + 1
    of.fill(pieces.length, day - from, next - from)
    pieces.push({ from: date, to: end, keys: grains.map(grain => grainKey(grain, date)) })
    day = next
  }
  return { of, pieces }
}
