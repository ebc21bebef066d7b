import { type DelayFigures, quantiles } from './quantiles.ts'

/** Delays up to so many days may have a place of their own in the histogram of their cell; longer ones are rare. */
const widest = 256
const narrowest = 32

/** Exact histograms of whole days, one for each delay and cell: medians stay exact and days can be taken away. */
export class Durations {
  /** Up to how many days, not included, a cell's histogram goes. */
  readonly width: number
  readonly #histograms: Int32Array[]
  readonly #long: Map<number, Map<number, number>>[]

  /** Of so many delays, the longest of which is known; a longer one may come. */
  constructor(delays: number, longest: number) {
    this.width = Math.min(widest, Math.max(narrowest, 2 ** Math.ceil(Math.log2(longest + 1))))
    this.#histograms = Array.from({ length: delays }, () => new Int32Array(0))
    this.#long = Array.from({ length: delays }, () => new Map())
  }

  get bytes(): number {
    return this.#histograms.reduce((sum, { byteLength }) => sum + byteLength, 0)
  }

  /** The histograms of a delay side by side, with room for so many cells. */
  upTo(delay: number, cells: number): Int32Array {
    const before = this.#histograms[delay]!
    if (cells * this.width <= before.length) return before
    const wider = new Int32Array(Math.max(cells * this.width, before.length * 2))
    wider.set(before)
    this.#histograms[delay] = wider
    return wider
  }

  count(delay: number, cell: number, days: number, by: 1 | -1): void {
    if (days < this.width) {
      this.upTo(delay, cell + 1)[cell * this.width + days]! += by
      return
    }
    const long = this.#long[delay]!.get(cell) ?? new Map<number, number>()
    long.set(days, (long.get(days) ?? 0) + by)
    this.#long[delay]!.set(cell, long)
  }

  /** The median, the ninth decile and the mean of a delay in a cell. */
  figures(delay: number, cell: number): DelayFigures {
    const histogram = this.#histograms[delay]!
    const [from, to] = [cell * this.width, Math.min((cell + 1) * this.width, histogram.length)]
    return quantiles(histogram, from, to, this.#longer(delay, cell))
  }

  #longer(delay: number, cell: number): { days: number; count: number }[] {
    const long = this.#long[delay]!.get(cell)
    if (!long) return none
    return [...long]
      .map(([days, count]) => ({ days, count }))
      .filter(({ count }) => count > 0)
      .sort((one, other) => one.days - other.days)
  }
}

const none: { days: number; count: number }[] = []
