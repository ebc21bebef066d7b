/** Delays up to this many days have a place of their own in the histogram of their cell; longer ones are rare. */
const width = 256

/** Exact histograms of whole days, one for each delay and cell: medians stay exact and days can be taken away. */
export class Durations {
  readonly #histograms: Int32Array[]
  readonly #long: Map<number, Map<number, number>>[]

  constructor(delays: number) {
    this.#histograms = Array.from({ length: delays }, () => new Int32Array(0))
    this.#long = Array.from({ length: delays }, () => new Map())
  }

  get bytes(): number {
    return this.#histograms.reduce((sum, { byteLength }) => sum + byteLength, 0)
  }

  count(delay: number, cell: number, days: number, by: 1 | -1): void {
    if (days < width) {
      let histogram = this.#histograms[delay]!
      if ((cell + 1) * width > histogram.length) histogram = this.#widen(delay, cell)
      histogram[cell * width + days]! += by
      return
    }
    const long = this.#long[delay]!.get(cell) ?? new Map<number, number>()
    long.set(days, (long.get(days) ?? 0) + by)
    this.#long[delay]!.set(cell, long)
  }

  #widen(delay: number, cell: number): Int32Array {
    const before = this.#histograms[delay]!
    const wider = new Int32Array(Math.max((cell + 1) * width, before.length * 2))
    wider.set(before)
    this.#histograms[delay] = wider
    return wider
  }

  /** Each number of days met in a cell, in order, with how many times. */
  of(delay: number, cell: number): { days: number; count: number }[] {
    const histogram = this.#histograms[delay]!
    const found: { days: number; count: number }[] = []
    const end = Math.min((cell + 1) * width, histogram.length)
    for (let at = cell * width; at < end; at++) {
      const count = histogram[at]!
      if (count > 0) found.push({ days: at - cell * width, count })
    }
    const long = [...(this.#long[delay]!.get(cell) ?? [])].filter(([, count]) => count > 0)
    for (const [days, count] of long.sort(([one], [other]) => one - other)) found.push({ days, count })
    return found
  }
}
