/** One equality between counts: how many times each count enters it, by the count's index. */
export type Equation = ReadonlyMap<number, number>

/** A system of counts, all of them whole and none under its `least`, bound by equations. */
export interface Counts {
  readonly values: readonly number[]
  readonly least: readonly number[]
  readonly equations: readonly Equation[]
}

/**
 * Other counts that satisfy the same equations, where only those that are `free` differ and the one sought differs by
 * `width` at least: what each changes by, or undefined when none is found. What is given has been checked in whole
 * numbers; the search itself, a simplex that starts from the true counts, need not be trusted.
 */
export function otherCounts(
  counts: Counts,
  free: readonly boolean[],
  sought: number,
  width: number,
): number[] | undefined {
  // Where nothing is published, as many times the whole is another whole.
  const multiplied = counts.values.map((value, index) => (free[index] ? value * width : 0))
  if (stands(counts, multiplied, sought, width)) return multiplied
  const room = (counts.values[sought] ?? 0) - (counts.least[sought] ?? 0)
  for (const direction of room >= width ? [1, -1] : [1]) {
    for (const patient of [false, true]) {
      const changes = pushed(counts, free, sought, direction * width, patient)
      if (!changes) break
      // Where the search ends may fall between whole numbers: a few times that change may not.
      for (const times of [1, 2, 3, 4, 6]) {
        const whole = changes.map(change => Math.round(change * times))
        if (stands(counts, whole, sought, width)) return whole
      }
    }
  }
  return undefined
}

const stands = ({ values, least, equations }: Counts, changes: readonly number[], sought: number, width: number) =>
  Math.abs(changes[sought] ?? 0) >= width &&
  values.every((value, index) => {
    const change = changes[index] ?? 0
    return change === 0 || value + change >= (least[index] ?? 0)
  }) &&
  equations.every(equation => {
    let sum = 0
    for (const [index, times] of equation) sum += times * (changes[index] ?? 0)
    return sum === 0
  })

const tiny = 1e-9

/** Moves the count sought as far as `goal` while the others that are free make up for it, by the simplex method. */
function pushed(
  { values, least, equations }: Counts,
  free: readonly boolean[],
  sought: number,
  goal: number,
  patient: boolean,
) {
  const columns = values.flatMap((_, index) => (free[index] ? [index] : []))
  const place = new Map(columns.map((index, column) => [index, column]))
  const own = place.get(sought) ?? -1
  const floor = columns.map(index => (least[index] ?? 0) - (values[index] ?? 0))
  const changes = columns.map(() => 0)
  const rows = equations.flatMap(equation => {
    const row = new Float64Array(columns.length)
    for (const [index, times] of equation) {
      const column = place.get(index)
      if (column !== undefined) row[column] = times
    }
    return row.some(times => times !== 0) ? [row] : []
  })
  /** The count that each row gives from the others; none until the row has been of use. */
  const basis = rows.map(() => -1)
  const inBasis = columns.map(() => false)
  const away = Math.sign(goal)

  for (let turn = 0; turn < 20 * columns.length; turn++) {
    const missing = Math.abs(goal - (changes[own] ?? 0))
    if (missing <= tiny) return values.map((_, index) => changes[place.get(index) ?? -1] ?? 0)
    const entering = enteringColumn(rows[basis.indexOf(own)], patient || turn > 4 * columns.length)
    if (!entering) return undefined
    const { column, direction, rate } = entering

    let step = missing / Math.abs(rate)
    if (direction < 0) step = Math.min(step, (changes[column] ?? 0) - (floor[column] ?? 0))
    let leaving = -1
    for (const [at, row] of rows.entries()) {
      const slope = -(row[column] ?? 0) * direction
      if (Math.abs(slope) <= tiny) continue
      const given = basis[at] ?? -1
      const room = given < 0 ? 0 : slope < 0 ? ((changes[given] ?? 0) - (floor[given] ?? 0)) / -slope : Infinity
      const earlier = leaving < 0 ? Infinity : (basis[leaving] ?? -1)
      if (room < step - tiny || (room < step + tiny && given < earlier)) {
        step = Math.min(step, room)
        leaving = at
      }
    }
    changes[column] = (changes[column] ?? 0) + direction * step
    for (const [at, row] of rows.entries()) {
      const given = basis[at] ?? -1
      if (given >= 0) changes[given] = (changes[given] ?? 0) - (row[column] ?? 0) * direction * step
    }
    if (leaving < 0) continue
    const left = basis[leaving] ?? -1
    if (left >= 0) inBasis[left] = false
    basis[leaving] = column
    inBasis[column] = true
    pivot(rows, leaving, column)
  }
  return undefined

  /** A count that would bring the one sought nearer to the goal: the one that does most, then in turn to end surely. */
  function enteringColumn(row: Float64Array | undefined, inTurn: boolean) {
    if (!row) return { column: own, direction: away, rate: 1 }
    let best: { column: number; direction: number; rate: number } | undefined
    for (let column = 0; column < columns.length; column++) {
      const rate = -(row[column] ?? 0)
      if (inBasis[column] || Math.abs(rate) <= tiny) continue
      const direction = Math.sign(rate) * away
      if (direction < 0 && (changes[column] ?? 0) <= (floor[column] ?? 0) + tiny) continue
      if (!best || Math.abs(rate) > Math.abs(best.rate) + tiny) best = { column, direction, rate }
      if (inTurn) return best
    }
    return best
  }
}

/** Rewrites the rows so that one of them gives this column from the others. */
function pivot(rows: Float64Array[], at: number, column: number): void {
  const row = rows[at]
  if (!row) return
  const divisor = row[column] ?? 1
  for (let each = 0; each < row.length; each++) row[each] = (row[each] ?? 0) / divisor
  for (const [other, cells] of rows.entries()) {
    const times = cells[column] ?? 0
    if (other === at || Math.abs(times) <= tiny) continue
    for (let each = 0; each < cells.length; each++) cells[each] = (cells[each] ?? 0) - times * (row[each] ?? 0)
  }
}
