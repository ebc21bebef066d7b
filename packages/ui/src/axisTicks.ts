/** The round values that an axis shows, from zero to the first that is not under the greatest. */
export function axisTicks(greatest: number): number[] {
  const least = Math.max(greatest, 1) / 4
  const power = 10 ** Math.floor(Math.log10(least))
  const round = [1, 2, 5, 10].find(factor => factor * power >= least) ?? 10
  const step = Math.max(1, round * power)
  return Array.from({ length: Math.ceil(Math.max(greatest, 1) / step) + 1 }, (_, at) => at * step)
}
