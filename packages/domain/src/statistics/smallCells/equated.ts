import type { Counts, Equation } from './otherCounts.ts'
import type { CellKey, Publication, PublishedBefore } from './publication.ts'

/**
 * Every count that a reader of all editions can set in an equation. A count that two editions give alike is one count:
 * a reader may suppose so, and what one edition gives away, the other cannot protect.
 */
export function equated(publication: Publication, hidden: ReadonlySet<CellKey>, earlier: readonly PublishedBefore[]) {
  const indexes = new Map<string, number>()
  const [values, least, free]: [number[], number[], boolean[]] = [[], [], []]
  const known = new Set<number>()
  const withheld = new Map<number, { key: CellKey; index: number }>()
  const equations: Equation[] = []
  const indexIn = ({ cells, unsaid }: Publication, key: CellKey): number => {
    const value = cells.get(key)
    if (value === undefined) throw new RangeError(`A balance names ${key}, which is not published`)
    const name = `${key}=${value}`
    const index = indexes.get(name) ?? values.length
    if (index === values.length) {
      indexes.set(name, index)
      values.push(value)
      // A reader knows that what is withheld is somebody: a zero would have been shown.
      least.push(unsaid?.has(key) ? 0 : Math.min(value, 1))
      free.push(unsaid?.has(key) ?? false)
    }
    return index
  }

  for (const edition of [{ ...publication, hidden }, ...earlier]) {
    for (const key of edition.cells.keys()) {
      const index = indexIn(edition, key)
      if (edition.unsaid?.has(key)) continue
      if (edition.hidden.has(key)) withheld.set(index, { key, index })
      else if (edition.hidden !== hidden) known.add(index)
    }
    for (const { left, right } of edition.balances) {
      const equation = new Map<number, number>()
      const enter = (keys: readonly CellKey[], times: number) => {
        for (const index of keys.map(key => indexIn(edition, key))) {
          equation.set(index, (equation.get(index) ?? 0) + times)
        }
      }
      enter(left, 1)
      enter(right, -1)
      equations.push(equation)
    }
  }
  for (const index of withheld.keys()) free[index] = !known.has(index)
  const counts: Counts = { values, least, equations }
  return {
    counts,
    /** What a reader does not know, and may vary in their mind. */
    free,
    /** What an earlier edition already says. */
    known,
    withheld: [...withheld.values()],
    indexOf: (key: CellKey) => indexIn(publication, key),
  }
}
