import type { Columns } from './FactColumns.ts'
import { type CountedFacts, FactCounter } from './FactCounter.ts'
import { factKinds } from './StoredFact.ts'

/** What is open at the end of one day, by the day it came in; and how much of it is late. */
export class Backlog extends FactCounter {
  /** The day is the first and the last of the plan. */
  readonly #since = new Map<number, number>()
  #overdue = 0

  constructor(plan: Omit<CountedFacts, 'from' | 'to'>, day: number) {
    super({ ...plan, from: day, to: day })
  }

  override get bytes(): number {
    return this.#since.size * 32
  }
  get overdue(): number {
    return this.#overdue
  }
  /** How many came in on each day, the earliest first. */
  get since(): { day: number; count: number }[] {
    return [...this.#since]
      .filter(([, count]) => count > 0)
      .sort(([one], [other]) => one - other)
      .map(([day, count]) => ({ day, count }))
  }

  protected override visit(columns: Columns, row: number, shared: boolean, by: 1 | -1): void {
    if (columns.kind[row] !== factKinds.MATTER) return
    const { dossiers, asOf, to: day } = this.plan
    const since = dossiers ? columns.openedOn[row]! : columns.enteredOn[row]!
    if (since > day) return
    const over = columns.endedKnownOn[row] !== 0 && columns.endedKnownOn[row]! <= asOf
    if (over && columns.endedOn[row]! <= day) return
    if (shared && !this.fresh(0)) return
    this.#since.set(since, (this.#since.get(since) ?? 0) + by)
    const lateFrom = columns.lateFrom[row]!
    if (lateFrom > 0 && lateFrom <= day) this.#overdue += by
  }
}
