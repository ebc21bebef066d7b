/** A delay over everything that reached its end, in business days. */
export interface DelayFigures {
  counted: number
  /** The middle value, or the mean of the two in the middle. */
  median: number | null
  /** The smallest number of days within which nine in ten were done. */
  p90: number | null
  mean: number | null
}

/** The median, the ninth decile and the mean of days counted in order, exactly. */
export function quantiles(histogram: readonly { days: number; count: number }[]): DelayFigures {
  let counted = 0
  let total = 0
  for (const { days, count } of histogram) {
    counted += count
    total += days * count
  }
  if (counted === 0) return { counted, median: null, p90: null, mean: null }
  const at = (rank: number): number => {
    let passed = 0
    for (const { days, count } of histogram) {
      passed += count
      if (passed >= rank) return days
    }
    return 0
  }
  const median = (at(Math.floor((counted + 1) / 2)) + at(Math.ceil((counted + 1) / 2))) / 2
  return { counted, median, p90: at(Math.ceil(counted * 0.9)), mean: total / counted }
}
