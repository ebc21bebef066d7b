import { type Columns, type FactColumns, zoneRows } from './FactColumns.ts'
import type { FactWords } from './FactWords.ts'
import type { Sieve } from './plan.ts'
import { factKinds, stillKnown } from './StoredFact.ts'

/** Which facts a count is about. */
export interface CountedFacts {
  /** True when the rows of one stay of a dossier count once. */
  readonly dossiers: boolean
  /** First and last day, both included, as day numbers. */
  readonly from: number
  readonly to: number
  /** The evening on which it would have been asked. */
  readonly asOf: number
  readonly sieves: readonly Sieve[]
}

/**
 * A count over the facts, to which rows are added and from which they are taken one by one, so that it follows the
 * caseload without being made anew.
 */
export abstract class FactCounter {
  readonly plan: CountedFacts
  /** Whether it is asked of the present: then everything that stands is known. */
  readonly now: boolean
  readonly #seen = new Set<number>()

  constructor(plan: CountedFacts) {
    this.plan = plan
    this.now = plan.asOf === stillKnown - 1
  }

  abstract get bytes(): number

  /** Whether what stands beside the matters is counted too. */
  readonly sides: boolean = false

  /** Whether the words known now can still be told apart: a filter that names a word met since cannot. */
  fits(words: FactWords): boolean {
    return this.plan.sieves.every(
      ({ words: column, misses, passes }) => !column || !misses || words[column].size === passes.length,
    )
  }

  /** Adds a row that is retained, or takes it away; `shared` when other rows are of the same stay. */
  protected abstract visit(columns: Columns, row: number, shared: boolean, by: 1 | -1): void

  /** Counts every matter whose zone has something to say of the period; or what stands beside them. */
  countAll(facts: FactColumns, beside = false): void {
    const { from, to } = this.plan
    const { columns, used } = facts
    let read = 0
    for (let start = 0; start < used; start += zoneRows) {
      if (!facts.zoneMeets(start / zoneRows, from, to)) continue
      let first = start
      // A stay that begins in a zone left aside is counted from its beginning.
      while (read < start && first > 0 && sameStay(columns, first - 1, first)) first--
      read = Math.min(start + zoneRows, used)
      if (beside) this.count(columns, first, read, used, 1)
      else this.countZone(columns, first, read, used)
    }
  }

  /** Counts the matters of a zone, which is where a count may take a faster way. */
  protected countZone(columns: Columns, first: number, end: number, used: number): void {
    this.count(columns, first, end, used, 1)
  }

  /**
   * Counts some rows, or takes them away. In dossiers, the rows of one stay count once: those of a stay that goes on past
   * `end` are left to the rows that follow, which look back to where it begins.
   */
  count(columns: Columns, first: number, end: number, used: number, by: 1 | -1): void {
    const { dossiers, asOf, sieves } = this.plan
    const { kind, knownFrom, knownTo, enteredKnownOn } = columns
    const { MATTER } = factKinds
    let row = first
    if (dossiers) while (row > 0 && row < used && sameStay(columns, row - 1, row)) row++
    const limit = dossiers ? endOfStay(columns, end, used) : end
    for (; row < limit; row++) {
      if (kind[row] === 0 || knownFrom[row]! > asOf || knownTo[row]! <= asOf || enteredKnownOn[row]! > asOf) continue
      let shared = false
      if (dossiers && kind[row] === MATTER) {
        const goesOn = row > 0 && sameStay(columns, row - 1, row)
        shared = goesOn || (row + 1 < used && sameStay(columns, row, row + 1))
        if (shared && !goesOn) this.#seen.clear()
      }
      if (sieves.length > 0 && !this.#passes(columns, row)) continue
      this.visit(columns, row, shared, by)
    }
  }

  #passes(columns: Columns, row: number): boolean {
    for (const { column, known, passes } of this.plan.sieves) {
      if (passes[this.read(columns, column, known, row)] !== 1) return false
    }
    return true
  }

  /** What a column says of a row, as it was known. */
  protected read(
    columns: Columns,
    column: keyof Columns,
    known: 'ALWAYS' | 'WITH_OFFICER' | 'WITH_END',
    row: number,
  ): number {
    const { asOf } = this.plan
    if (this.now) return columns[column][row]!
    if (known === 'WITH_END' && (columns.endedKnownOn[row] === 0 || columns.endedKnownOn[row]! > asOf)) return 0
    if (known === 'WITH_OFFICER' && columns.officerKnownOn[row]! > asOf) return 0
    return columns[column][row]!
  }

  /** Whether something of a stay is counted for the first time under this key. */
  protected fresh(key: number): boolean {
    if (this.#seen.has(key)) return false
    this.#seen.add(key)
    return true
  }
}

/** Whether two rows that follow one another are matters of the same stay of a dossier, in the same version. */
export const sameStay = ({ dossier, stay, kind, knownFrom }: Columns, row: number, next: number): boolean =>
  dossier[row] === dossier[next] &&
  kind[row] === factKinds.MATTER &&
  kind[next] === factKinds.MATTER &&
  stay[row] === stay[next] &&
  knownFrom[row] === knownFrom[next]

function endOfStay(columns: Columns, end: number, used: number): number {
  let row = end
  while (row > 0 && row < used && sameStay(columns, row - 1, row)) row++
  return row
}
