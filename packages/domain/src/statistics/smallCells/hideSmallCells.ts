import { equated } from './equated.ts'
import { otherCounts } from './otherCounts.ts'
import type { CellKey, Publication, PublishedBefore } from './publication.ts'

/** What a publication must withhold, and what it could not protect because of what went out before. */
export interface HiddenCells {
  readonly hidden: ReadonlySet<CellKey>
  /** Withheld, but held closer than the threshold, or given away, by what earlier publications already said. */
  readonly exposed: readonly CellKey[]
}

/**
 * The cells to withhold so that no count of one person or more but under the threshold can be recovered: those counts,
 * what was withheld before, and what has changed by so little since that the change itself is a small count; then as
 * many others as it takes, the smallest first, for every withheld count to leave a range of at least `threshold`
 * between two tables that agree with all that is published, now and before. A zero is published: it counts nobody.
 */
export function hideSmallCells(
  publication: Publication,
  threshold: number,
  earlier: readonly PublishedBefore[] = [],
): HiddenCells {
  const small = (count: number) => count > 0 && count < threshold
  const sensitive = ([key, count]: [CellKey, number]) =>
    small(count) ||
    earlier.some(({ cells, hidden }) => {
      const before = cells.get(key)
      return before !== undefined && (hidden.has(key) || small(Math.abs(count - before)))
    })
  const said = [...publication.cells].filter(([key]) => !publication.unsaid?.has(key))
  const hidden = new Set(said.filter(sensitive).map(([key]) => key))
  const { counts, free, known, withheld, indexOf } = equated(publication, hidden, earlier)
  const spare = said
    .filter(([key, count]) => count > 0 && !hidden.has(key) && !known.has(indexOf(key)))
    .sort(([, one], [, other]) => one - other)
    .map(([key]) => key)
  const safe = new Set<number>()
  const exposed: CellKey[] = []

  const queue = [...withheld]
  for (const { key, index } of queue) {
    if (!known.has(index)) protect(index)
    if (!safe.has(index)) exposed.push(key)
  }
  return { hidden, exposed }

  /** Withholds as many of the smallest cells as it takes for this one to be safe. */
  function protect(sought: number): void {
    let left: CellKey[] = []
    while (!safe.has(sought)) {
      const found = otherCounts(counts, free, sought, threshold)
      if (found) found.forEach((change, index) => void (Math.abs(change) >= threshold && safe.add(index)))
      else {
        if (left.length === 0) left = spare.filter(key => !hidden.has(key))
        if (left.length === 0) return
        left = hideLastNeeded(sought, left)
      }
    }
  }

  /**
   * Of the smallest cells that would do together, withholds the largest: without it, none of the smaller ones would.
   * Gives those that would do with it.
   */
  function hideLastNeeded(sought: number, left: readonly CellKey[]): CellKey[] {
    const withFirst = (many: number) => {
      const freed = [...free]
      for (const key of left.slice(0, many)) freed[indexOf(key)] = true
      return otherCounts(counts, freed, sought, threshold)
    }
    let changes = withFirst(left.length)
    // Should the search find nothing with all of them, all go: where nothing is published, nothing is given away.
    if (!changes) {
      for (const key of left) hide(key)
      return []
    }
    let [few, enough] = [0, left.length]
    while (enough - few > 1) {
      const middle = (few + enough) >> 1
      const found = withFirst(middle)
      if (found) [enough, changes] = [middle, found]
      else few = middle
    }
    const needed = left[enough - 1]
    if (needed) hide(needed)
    return left.slice(0, enough - 1).filter(key => changes[indexOf(key)] !== 0)
  }

  function hide(key: CellKey): void {
    const index = indexOf(key)
    hidden.add(key)
    free[index] = true
    queue.push({ key, index })
  }
}
