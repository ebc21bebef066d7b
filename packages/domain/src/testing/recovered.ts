import type { CellKey, PublishedBefore } from '../statistics/smallCells/publication.ts'

interface Unknown {
  key: CellKey
  /** Stands in no table. */
  unsaid: boolean
  low: number
  high: number
}
interface Sum {
  /** Unknown counts and how many times each enters the sum. */
  terms: [Unknown, number][]
  /** What the sum is. */
  is: number
}

/** What somebody sees who holds every edition, guesses rightly which counts have not changed, and knows the rule. */
function seen(editions: readonly PublishedBefore[]): { unknowns: Unknown[]; sums: Sum[]; shown: Set<string> } {
  const nameIn = ({ cells }: PublishedBefore, key: CellKey) => `${key}=${cells.get(key)}`
  const shown = new Set(
    editions.flatMap(edition =>
      [...edition.cells.keys()]
        .filter(key => !edition.hidden.has(key) && !edition.unsaid?.has(key))
        .map(key => nameIn(edition, key)),
    ),
  )
  const unknowns = new Map<string, Unknown>()
  const sums = editions.flatMap(edition =>
    edition.balances.map(({ left, right }) => {
      const terms = new Map<Unknown, number>()
      let is = 0
      const enter = (key: CellKey, times: number) => {
        const name = nameIn(edition, key)
        const count = edition.cells.get(key) ?? 0
        if (shown.has(name)) {
          is -= times * count
          return
        }
        const unsaid = edition.unsaid?.has(key) ?? false
        const low = unsaid ? 0 : Math.min(count, 1)
        const unknown = unknowns.get(name) ?? { key, unsaid, low, high: Number.POSITIVE_INFINITY }
        unknowns.set(name, unknown)
        terms.set(unknown, (terms.get(unknown) ?? 0) + times)
      }
      for (const key of left) enter(key, 1)
      for (const key of right) enter(key, -1)
      return { terms: [...terms].filter(([, times]) => times !== 0), is }
    }),
  )
  return { unknowns: [...unknowns.values()], sums, shown }
}

/** Narrows every unknown by every sum until nothing moves; false when no counts satisfy the sums. */
function narrowed(sums: readonly Sum[]): boolean {
  for (let moved = true; moved; ) {
    moved = false
    for (const { terms, is } of sums) {
      if (terms.length === 0 && is !== 0) return false
      for (const [unknown, times] of terms) {
        const others = terms.filter(([other]) => other !== unknown)
        const most = (sign: 1 | -1) =>
          others.reduce((sum, [{ low, high }, each]) => sum + (each * sign > 0 ? each * high : each * low), 0)
        const ends = [(is - most(1)) / times, (is - most(-1)) / times].sort((one, other) => one - other)
        const [low = 0, high = 0] = [Math.ceil((ends[0] ?? 0) - 1e-9), Math.floor((ends[1] ?? 0) + 1e-9)]
        if (low > unknown.low) [unknown.low, moved] = [low, true]
        if (high < unknown.high) [unknown.high, moved] = [high, true]
        if (unknown.low > unknown.high) return false
      }
    }
  }
  return true
}

/** True when whole counts satisfy the sums: each unknown in turn is tried at each of its values. */
function satisfiable(unknowns: readonly Unknown[], sums: readonly Sum[], tries: { left: number }): boolean {
  const before = unknowns.map(({ low, high }) => ({ low, high }))
  const restore = () =>
    unknowns.forEach((unknown, at) => {
      Object.assign(unknown, before[at])
    })
  if (!narrowed(sums)) {
    restore()
    return false
  }
  const open = unknowns.filter(({ low, high }) => low < high).sort((one, other) => one.high - other.high)[0]
  const fixed = !open
  let found = fixed
  if (open) {
    for (let value = open.low; value <= Math.min(open.high, open.low + 40) && !found; value++) {
      if (tries.left-- < 0) break
      const [low, high] = [open.low, open.high]
      open.low = open.high = value
      found = satisfiable(unknowns, sums, tries)
      Object.assign(open, { low, high })
    }
  }
  restore()
  return found
}

/** Exact elimination: the unknowns that the sums fix whatever the bounds. */
function solved(unknowns: readonly Unknown[], sums: readonly Sum[]): CellKey[] {
  type Fraction = [bigint, bigint]
  const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b))
  const reduced = ([n, d]: Fraction): Fraction => {
    const common = gcd(n, d) || 1n
    return d < 0n ? [-n / common, -d / common] : [n / common, d / common]
  }
  const rows = sums.map(({ terms }) =>
    unknowns.map((unknown): Fraction => [BigInt(terms.find(([other]) => other === unknown)?.[1] ?? 0), 1n]),
  )
  let rank = 0
  for (let column = 0; column < unknowns.length; column++) {
    const at = rows.findIndex((row, index) => index >= rank && row[column]?.[0] !== 0n)
    const pivot = rows[at]
    if (!pivot) continue
    ;[rows[at], rows[rank]] = [rows[rank] ?? [], pivot]
    const [n, d] = pivot[column] ?? [1n, 1n]
    const scaled = pivot.map(([a, b]) => reduced([a * d, b * n]))
    rows[rank] = scaled
    rows.forEach((row, index) => {
      const [times, by] = row[column] ?? [0n, 1n]
      if (index === rank || times === 0n) return
      rows[index] = row.map(([a, b], other) => {
        const [c, e] = scaled[other] ?? [0n, 1n]
        return reduced([a * by * e - times * c * b, b * by * e])
      })
    })
    rank++
  }
  return rows.flatMap(row => {
    const [first, ...others] = unknowns.filter((_, at) => row[at]?.[0] !== 0n)
    return first && others.length === 0 ? [first.key] : []
  })
}

/**
 * Everything that somebody recovers who holds all the editions, by name of attack: what is not withheld, what one edition
 * gives away of another, what the sums fix, what they hold too close, and what trying every table leaves possible.
 */
export function recovered(editions: readonly PublishedBefore[], threshold: number, { exhaustive = false } = {}) {
  const { unknowns, sums, shown } = seen(editions)
  const direct = editions.flatMap(({ cells, hidden, unsaid }) =>
    [...cells]
      .filter(([key, count]) => count > 0 && count < threshold && !hidden.has(key) && !unsaid?.has(key))
      .map(([key]) => key),
  )
  const beforeAfter = editions.flatMap(({ cells, hidden }) =>
    [...hidden].filter(key => shown.has(`${key}=${cells.get(key)}`)),
  )
  const said = unknowns.filter(({ unsaid }) => !unsaid)
  const bySolving = solved(unknowns, sums).filter(key => said.some(unknown => unknown.key === key))
  const feasible = unknowns.map(({ low, high }) => ({ low, high }))
  if (!narrowed(sums)) throw new Error('The attacker contradicts the truth')
  const narrow = ({ low, high }: Unknown) => high - low < threshold
  const byBounds = said.filter(narrow).map(({ key }) => key)
  const byTrying = exhaustive ? said.filter(unknown => !spreads(unknown)).map(({ key }) => key) : []
  unknowns.forEach((unknown, at) => {
    Object.assign(unknown, feasible[at])
  })
  return { direct, beforeAfter, bySolving, byBounds, byTrying }

  /** Whether two whole solutions give this count values that are far enough apart. */
  function spreads(unknown: Unknown): boolean {
    const { low, high } = unknown
    const possible = (value: number) => {
      unknown.low = unknown.high = value
      const answer = satisfiable(unknowns, sums, { left: 20_000 })
      Object.assign(unknown, { low, high })
      return answer
    }
    const last = Math.min(high, low + 60)
    let least = low
    while (least <= last && !possible(least)) least++
    for (let value = last; value >= least + threshold; value--) if (possible(value)) return true
    return false
  }
}

/** What a good protection leaves. */
export const nothing = { direct: [], beforeAfter: [], bySolving: [], byBounds: [], byTrying: [] }
