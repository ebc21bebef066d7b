/** A figure's name in a publication: the same figure in two tables, or in two editions, has the same name. */
export type CellKey = string

/** Two sums that are equal: a total and its parts, or what came in and what went out. */
export interface Balance {
  readonly left: readonly CellKey[]
  readonly right: readonly CellKey[]
}

/** Counts that are published together, and every equality that a reader may use between them. */
export interface Publication {
  readonly cells: ReadonlyMap<CellKey, number>
  readonly balances: readonly Balance[]
  /** Counts that stand in no table, but that a reader knows to exist: what keeps a part from passing its whole. */
  readonly unsaid?: ReadonlySet<CellKey>
}

/** A publication as it went out: what it withheld is in `hidden`. */
export interface PublishedBefore extends Publication {
  readonly hidden: ReadonlySet<CellKey>
}

/** One of the ways in which a table is divided, with its codes; nobody counts under two codes of it. */
export interface TableDimension {
  readonly name: string
  readonly codes: readonly string[]
}

/** Where a count stands: the code it has in some dimensions, all together in the others. */
export type Place = Readonly<Record<string, string>>

/** The name of a count: what is counted, and its place whatever the order of the dimensions. */
export const cellKey = (measure: string, place: Place = {}): CellKey =>
  [
    measure,
    ...Object.entries(place)
      .map(([name, code]) => `${name}=${code}`)
      .sort(),
  ].join('|')

/** A table of counts in one to three dimensions with all its margins, from the count of each inner cell. */
export function tableWithMargins(
  measure: string,
  dimensions: readonly TableDimension[],
  countAt: (place: Place) => number,
  fixed: Place = {},
): Publication {
  const [first, ...others] = dimensions
  if (!first) return { cells: new Map([[cellKey(measure, fixed), countAt(fixed)]]), balances: [] }
  const slices = first.codes.map(code => tableWithMargins(measure, others, countAt, { ...fixed, [first.name]: code }))
  const cells = new Map(slices.flatMap(slice => [...slice.cells]))
  const balances = slices.flatMap(slice => [...slice.balances])
  const together = marginsOf(measure, others, fixed)
  for (const place of together) {
    const parts = first.codes.map(code => cellKey(measure, { ...place, [first.name]: code }))
    const total = cellKey(measure, place)
    cells.set(
      total,
      parts.reduce((sum, part) => sum + (cells.get(part) ?? 0), 0),
    )
    balances.push({ left: [total], right: parts })
  }
  // The margins of what is summed balance among themselves too.
  for (const at of others.keys()) {
    const [summed, rest] = [others[at], others.filter((_, other) => other !== at)]
    if (!summed) continue
    for (const place of marginsOf(measure, rest, fixed)) {
      const parts = summed.codes.map(code => cellKey(measure, { ...place, [summed.name]: code }))
      balances.push({ left: [cellKey(measure, place)], right: parts })
    }
  }
  return { cells, balances }
}

/** Every place of a table with these dimensions, each dimension at one code or all together. */
function marginsOf(measure: string, dimensions: readonly TableDimension[], fixed: Place): Place[] {
  const [first, ...others] = dimensions
  if (!first) return [fixed]
  return [
    ...marginsOf(measure, others, fixed),
    ...first.codes.flatMap(code => marginsOf(measure, others, { ...fixed, [first.name]: code })),
  ]
}

/** Tables of one publication as one: a count that stands in two of them is the same count. */
export function publishedTogether(publications: readonly Publication[]): Publication {
  const cells = new Map<CellKey, number>()
  for (const [key, count] of publications.flatMap(publication => [...publication.cells])) {
    if ((cells.get(key) ?? count) !== count) throw new RangeError(`Two tables disagree on ${key}`)
    cells.set(key, count)
  }
  const balances = publications.flatMap(publication => publication.balances)
  return { cells, balances, unsaid: new Set(publications.flatMap(({ unsaid }) => [...(unsaid ?? [])])) }
}

/** Counts that may overlap, each of them part of a whole, and together no less than it: a person may be in several. */
export function overlappingParts(whole: CellKey, total: number, parts: ReadonlyMap<CellKey, number>): Publication {
  const cells = new Map([[whole, total], ...parts])
  const unsaid = new Set<CellKey>()
  const without = (key: CellKey, count: number) => {
    cells.set(key, count)
    unsaid.add(key)
    return key
  }
  const each = [...parts]
    .filter(([, count]) => count <= total)
    .map(([part, count]) => ({ left: [whole], right: [part, without(`${whole} less ${part}`, total - count)] }))
  const names = [...parts.keys()]
  const sum = [...parts.values()].reduce((all, count) => all + count, 0)
  if (sum < total) return { cells, balances: each, unsaid }
  const again = without(`${names.join(' + ')} less ${whole}`, sum - total)
  return { cells, balances: [...each, { left: names, right: [whole, again] }], unsaid }
}
