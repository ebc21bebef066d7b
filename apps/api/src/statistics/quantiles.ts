/** A delay over everything that reached its end, in business days. */
export interface DelayFigures {
  counted: number
  /** The middle value, or the mean of the two in the middle. */
  median: number | null
  /** The smallest number of days within which nine in ten were done. */
  p90: number | null
  mean: number | null
}

/** Whole days that have no place of their own in a histogram, with how many times each was met. */
export type LongDelays = readonly { readonly days: number; readonly count: number }[]

/**
 * The median, the ninth decile and the mean of whole days, exactly: how many times each was met is in a part of a
 * histogram, from the number 0 on; the longer ones come after, in order.
 */
export function quantiles(histogram: Int32Array, from: number, to: number, longer: LongDelays): DelayFigures {
  let counted = 0
  let total = 0
  for (let at = from; at < to; at++) {
    const count = histogram[at]!
    counted += count
    total += (at - from) * count
  }
  for (const { days, count } of longer) {
    counted += count
    total += days * count
  }
  if (counted === 0) return { counted, median: null, p90: null, mean: null }
  let passed = 0
  let reached = from
  /** Ranks are asked from the lowest on. */
  const at = (rank: number): number => {
    while (reached < to && passed + histogram[reached]! < rank) passed += histogram[reached++]!
    if (reached < to) return reached - from
    let beyond = passed
    for (const { days, count } of longer) {
      beyond += count
      if (beyond >= rank) return days
    }
    return 0
  }
  const median = (at(Math.floor((counted + 1) / 2)) + at(Math.ceil((counted + 1) / 2))) / 2
  return { counted, median, p90: at(Math.ceil(counted * 0.9)), mean: total / counted }
}
