/** Chance that can be told again: the same seed gives the same draws. */
export interface Chance {
  /** A whole number from 0 up to, and not including, `below`. */
  below(below: number): number
  /** True so many times in a hundred. */
  percent(share: number): boolean
  one<T>(among: readonly T[]): T
  some<T>(among: readonly T[]): T[]
}

export function chanceOf(seed: number): Chance {
  let state = seed | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const below = (limit: number) => next() % limit
  return {
    below,
    percent: share => below(100) < share,
    one: among => among[below(among.length)]!,
    some: among => among.filter(() => (next() & 1) === 1),
  }
}
