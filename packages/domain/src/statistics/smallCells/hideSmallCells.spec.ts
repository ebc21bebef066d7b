import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hideSmallCells } from './hideSmallCells.ts'
import {
  type CellKey,
  cellKey,
  overlappingParts,
  type Publication,
  publishedTogether,
  tableWithMargins,
} from './publication.ts'

const threshold = 5

interface Edition extends Publication {
  hidden: ReadonlySet<CellKey>
}
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

const published = (publication: Publication, earlier: Edition[] = []): Edition => ({
  ...publication,
  hidden: hideSmallCells(publication, threshold, earlier).hidden,
})

/** What somebody sees who holds every edition, guesses rightly which counts have not changed, and knows the rule. */
function seen(editions: readonly Edition[]): { unknowns: Unknown[]; sums: Sum[]; shown: Set<string> } {
  const nameIn = ({ cells }: Edition, key: CellKey) => `${key}=${cells.get(key)}`
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

/** Everything that an attacker recovers, by name of attack. */
function recovered(editions: readonly Edition[], { exhaustive = false } = {}) {
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
  expect(narrowed(sums)).toBe(true)
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

const nothing = { direct: [], beforeAfter: [], bySolving: [], byBounds: [], byTrying: [] }

/** A small population, each person with a sector, a result and a channel. */
const codes = (name: string, many: number) => ({ name, codes: Array.from({ length: many }, (_, n) => `${name}${n}`) })
type Person = Record<string, string>
const counted = (people: readonly Person[], dimensions: readonly ReturnType<typeof codes>[]) =>
  tableWithMargins(
    'closed',
    dimensions,
    place => people.filter(person => Object.entries(place).every(([name, code]) => person[name] === code)).length,
  )
const [sector, result, channel] = [codes('sector', 4), codes('result', 3), codes('channel', 3)]
const person = fc.record({
  // Some codes are rare: that is where small counts are.
  sector: fc.constantFrom(...sector.codes, 'sector0', 'sector0', 'sector1'),
  result: fc.constantFrom(...result.codes, 'result0', 'result0', 'result1'),
  channel: fc.constantFrom(...channel.codes, 'channel0'),
})
const people = fc.array(person, { minLength: 1, maxLength: 120, size: 'max' })
const linkedTables = (all: readonly Person[]) =>
  publishedTogether([counted(all, [sector, result]), counted(all, [sector, channel]), counted(all, [result])])
const runs = { numRuns: 100 }

describe('les petits nombres d’une publication', () => {
  it('une table sur une à trois dimensions ne laisse retrouver aucun chiffre caché', () => {
    const dimensions = fc.constantFrom([sector], [sector, result], [sector, result, channel])
    fc.assert(
      fc.property(people, dimensions, (all, of) => {
        expect(recovered([published(counted(all, of))])).toEqual(nothing)
      }),
      runs,
    )
  })

  it('ni par un essai de toutes les tables possibles', () => {
    const small = fc.array(person, { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(small, all => {
        expect(recovered([published(counted(all, [codes('sector', 3), result]))], { exhaustive: true })).toEqual(
          nothing,
        )
      }),
      runs,
    )
  })

  it('des tables liées par leurs totaux ne se trahissent pas l’une l’autre', () => {
    fc.assert(
      fc.property(people, all => {
        expect(recovered([published(linkedTables(all))])).toEqual(nothing)
      }),
      runs,
    )
  })

  it('deux publications successives ne se trahissent pas l’une l’autre', () => {
    fc.assert(
      fc.property(people, fc.array(person, { maxLength: 8 }), fc.nat(3), (all, late, gone) => {
        const before = published(linkedTables(all))
        const corrected = linkedTables([...all.slice(gone), ...late])
        const { hidden, exposed } = hideSmallCells(corrected, threshold, [before])
        const { byBounds, ...attacked } = recovered([before, { ...corrected, hidden }])
        expect({ ...attacked, byBounds: byBounds.filter(key => !exposed.includes(key)) }).toEqual(nothing)
      }),
      runs,
    )
  })

  it('des parts qui se recoupent ne disent pas la plus petite par ce que les autres laissent', () => {
    const parts = new Map([
      ['a', 9],
      ['b', 3],
      ['c', 0],
    ])
    const table = overlappingParts('whole', 12, parts)
    const careless = { ...table, hidden: new Set(['b']) }
    expect(recovered([careless]).byBounds).toEqual([])
    const tight = overlappingParts('whole', 6, new Map([...parts, ['a', 6]]))
    expect(recovered([published(tight)])).toEqual(nothing)
    expect(recovered([published(table)])).toEqual(nothing)
  })

  it('un chiffre qui bouge de moins que le seuil ne dit pas qui s’est ajouté', () => {
    const all: Person[] = Array.from({ length: 40 }, (_, n) => ({
      sector: `sector${n % 4}`,
      result: 'result0',
      channel: 'channel0',
    }))
    const before = published(counted(all, [sector]))
    expect([...before.hidden]).toEqual([])
    const late = { sector: 'sector2', result: 'result0', channel: 'channel0' }
    const after = published(counted([...all, late], [sector]), [before])
    expect([...after.hidden].sort()).toEqual(['closed', 'closed|sector=sector2'])
  })

  it('un chiffre caché une fois l’est encore, même devenu grand', () => {
    const before = published(tableWithMargins('n', [codes('a', 3)], ({ a }) => ({ a0: 3, a1: 9, a2: 30 })[`${a}`] ?? 0))
    const after = published(
      tableWithMargins('n', [codes('a', 3)], ({ a }) => ({ a0: 11, a1: 9, a2: 30 })[`${a}`] ?? 0),
      [before],
    )
    expect([...before.hidden].sort()).toEqual(['n|a=a0', 'n|a=a1'])
    expect(after.hidden.has('n|a=a0') && after.hidden.has('n|a=a1')).toBe(true)
  })

  it('un zéro se publie : il ne compte personne', () => {
    const table = published(tableWithMargins('n', [codes('a', 3)], ({ a }) => (a === 'a0' ? 0 : 20)))
    expect([...table.hidden]).toEqual([])
  })

  it('rien n’est caché sans besoin : ce qui protège est ce qui coûte le moins', () => {
    const counts: Record<string, number> = { a0: 3, a1: 60, a2: 12, a3: 200 }
    const { hidden } = published(tableWithMargins('n', [codes('a', 4)], ({ a }) => counts[`${a}`] ?? 0))
    expect([...hidden].sort()).toEqual(['n|a=a0', 'n|a=a2'])
  })

  it('deux petits nombres ne se protègent pas l’un l’autre quand leur somme les dit', () => {
    const counts: Record<string, number> = { a0: 1, a1: 1, a2: 40 }
    const { hidden } = published(tableWithMargins('n', [codes('a', 3)], ({ a }) => counts[`${a}`] ?? 0))
    expect([...hidden].sort()).toEqual(['n|a=a0', 'n|a=a1', 'n|a=a2'])
  })

  it('ce qu’une publication antérieure a donné est signalé, et non tenu pour protégé', () => {
    const table = tableWithMargins('n', [codes('a', 2)], ({ a }) => (a === 'a0' ? 7 : 30))
    const generous = published(table)
    const { hidden, exposed } = hideSmallCells(table, 10, [generous])
    expect([[...hidden], exposed]).toEqual([['n|a=a0'], ['n|a=a0']])
  })

  it('le seuil est celui qu’on donne', () => {
    const table = tableWithMargins('n', [codes('a', 3)], ({ a }) => ({ a0: 9, a1: 20, a2: 40 })[`${a}`] ?? 0)
    expect([...hideSmallCells(table, 5).hidden]).toEqual([])
    expect([...hideSmallCells(table, 10).hidden].sort()).toEqual(['n|a=a0', 'n|a=a1'])
  })

  it('deux tables qui ne disent pas le même chiffre ne se publient pas ensemble', () => {
    const one = tableWithMargins('n', [], () => 1)
    expect(() => publishedTogether([one, tableWithMargins('n', [], () => 2)])).toThrow(RangeError)
  })

  describe('l’attaquant n’est pas aveugle', () => {
    const counts: Record<string, number> = { 'a0,b0': 2, 'a0,b1': 20, 'a1,b0': 30, 'a1,b1': 40 }
    const table = tableWithMargins('n', [codes('a', 2), codes('b', 2)], ({ a, b }) => counts[`${a},${b}`] ?? 0)
    const small = cellKey('n', { a: 'a0', b: 'b0' })

    it('voit ce qui n’est pas caché', () => {
      expect(recovered([{ ...table, hidden: new Set() }]).direct).toEqual([small])
    })

    it('retrouve par différence un petit nombre caché seul', () => {
      const attacked = recovered([{ ...table, hidden: new Set([small]) }])
      expect([attacked.bySolving, attacked.byBounds]).toEqual([[small], [small]])
    })

    it('retrouve par les marges ce qu’une somme serre de trop près', () => {
      const hidden = new Set(['n|a=a0|b=b0', 'n|a=a0|b=b1', 'n|a=a1|b=b0', 'n|a=a1|b=b1'])
      expect(recovered([{ ...table, hidden }]).byBounds).toEqual([])
      const tight = tableWithMargins('n', [codes('a', 2), codes('b', 2)], ({ a }) => (a === 'a0' ? 1 : 30))
      expect(recovered([{ ...tight, hidden }]).byBounds).not.toEqual([])
    })

    it('retrouve d’une édition à l’autre ce qu’une seule cache', () => {
      const hidden = published(table).hidden
      const [other] = [...hidden].filter(key => key !== small)
      const careless = { ...table, hidden: new Set([...hidden].filter(key => key !== other)) }
      expect(recovered([{ ...table, hidden }, careless]).beforeAfter).toContain(other)
    })

    it('défait le plus souvent une protection à laquelle il manque un chiffre', () => {
      let [broken, tried] = [0, 0]
      fc.assert(
        fc.property(people, all => {
          const whole = published(linkedTables(all))
          const spare = [...whole.hidden].find(key => (whole.cells.get(key) ?? 0) >= threshold)
          if (!spare) return
          tried++
          const without = { ...whole, hidden: new Set([...whole.hidden].filter(key => key !== spare)) }
          const attacked = recovered([without])
          if (attacked.bySolving.length + attacked.byBounds.length > 0) broken++
        }),
        { ...runs, seed: 7 },
      )
      expect(tried).toBeGreaterThan(10)
      expect(broken).toBeGreaterThan(tried / 2)
    })
  })
})
