import { type Delay, delays, type Flow, flows, type Stock, stocks } from '@bienfonde/domain'
import { Durations } from './Durations.ts'
import { type Columns, factFlags } from './FactColumns.ts'
import { FactCounter } from './FactCounter.ts'
import type { Plan } from './plan.ts'
import { factKinds } from './StoredFact.ts'

const flowAt = Object.fromEntries(flows.map((flow, at) => [flow, at])) as Record<Flow, number>
const stockAt = Object.fromEntries(stocks.map((stock, at) => [stock, flows.length + at])) as Record<Stock, number>
const delayAt = Object.fromEntries(delays.map((delay, at) => [delay, at])) as Record<Delay, number>

/** How many counters a cell holds: each flow, then how much each stock rises or falls. */
export const counters = flows.length + stocks.length

/** Under which flow a result goes, by the number of its code. */
const flowOfResult = [
  ...[-1, flowAt.FOUNDED, flowAt.UNFOUNDED, flowAt.INADMISSIBLE_ALONE, flowAt.REFERRED, flowAt.TRANSFERRED],
  ...[flowAt.WITHOUT_FURTHER_ACTION, flowAt.WITHDRAWN, flowAt.RESOLVED_INFORMALLY],
]
const unfounded = 2
const withoutFurtherAction = 6
const flowOfCause = [-1, flowAt.CONSENT_REFUSED, flowAt.ANONYMITY]
const [accepted, partlyAccepted, refused, granted] = [1, 2, 3, 4]

/** Where dense tables end and maps begin, in entries. */
const directRoom = 1 << 20

/** How many groups, each with its pieces of time, one answer may hold. */
export const mostCells = 25_000

export class TooManyCells extends Error {}

/**
 * The counts of one question. Facts are added and taken away one by one, so that a tally follows the caseload without
 * being made anew. What it counts of a fact is what the domain says a fact contributes.
 */
export class Tally extends FactCounter {
  declare readonly plan: Plan
  /** The numbers of each group, one per plain dimension, in the order they were met. */
  readonly groups: number[][] = []
  readonly durations: Durations
  #counts = new Int32Array(64 * counters)
  /** What each group had in stock before the period. */
  #before = new Int32Array(16 * stocks.length)
  #cells = 0
  readonly #groupOf: Map<number, number> | Int32Array
  readonly #strides: number[]
  #cellOf: Int32Array<ArrayBuffer>
  readonly #pieces: number
  readonly #numbers: number[]
  readonly #measured: boolean[]
  readonly #none: boolean

  constructor(plan: Plan, sizes: readonly number[]) {
    super(plan)
    this.#pieces = Math.max(plan.time.pieces.length, 1)
    this.#strides = sizes.map(size => 2 ** Math.ceil(Math.log2(size + 16)))
    const room = this.#strides.reduce((product, stride) => product * stride, 1)
    this.#groupOf = room <= directRoom ? new Int32Array(room) : new Map()
    this.#cellOf = new Int32Array(16 * this.#pieces)
    this.durations = new Durations(delays.length)
    this.#numbers = plan.by.map(() => 0)
    this.#measured = delays.map(delay => plan.delays.includes(delay))
    this.#none = plan.delays.length === 0
    if (plan.by.length === 0) this.#group([])
  }

  get cells(): number {
    return this.#cells
  }
  override get bytes(): number {
    return this.#counts.byteLength + this.#cellOf.byteLength + this.durations.bytes
  }

  /** Where a group's counters are for a piece of time; nothing when nothing was counted there. */
  cellOf(group: number, piece: number): number | undefined {
    const cell = this.#cellOf[group * this.#pieces + piece]! - 1
    return cell < 0 ? undefined : cell
  }
  flow(cell: number, flow: Flow): number {
    return this.#counts[cell * counters + flowAt[flow]]!
  }
  change(cell: number, stock: Stock): number {
    return this.#counts[cell * counters + stockAt[stock]]!
  }
  /** Whether anything at all was counted in a cell. */
  says(cell: number): boolean {
    for (let at = cell * counters; at < (cell + 1) * counters; at++) if (this.#counts[at] !== 0) return true
    return false
  }
  before(group: number, stock: Stock): number {
    return this.#before[group * stocks.length + stockAt[stock] - flows.length]!
  }

  /** A row counts in one group, or in one for each of its values where a dimension has several. */
  protected override visit(columns: Columns, row: number, shared: boolean, by: 1 | -1): void {
    const { by: dimensions } = this.plan
    const numbers = this.#numbers
    let spread = false
    for (let at = 0; at < dimensions.length; at++) {
      const { column, known, several } = dimensions[at]!
      numbers[at] = this.read(columns, column, known, row)
      spread ||= several && numbers[at] !== 0
    }
    if (spread) this.#spread(columns, row, 0, numbers, shared, by)
    else this.#contribute(columns, row, this.#group(numbers), shared, by)
  }

  #spread(columns: Columns, row: number, at: number, numbers: readonly number[], shared: boolean, by: 1 | -1): void {
    if (at === numbers.length) {
      this.#contribute(columns, row, this.#group(numbers), shared, by)
      return
    }
    const value = numbers[at]!
    if (!this.plan.by[at]?.several || value === 0) this.#spread(columns, row, at + 1, numbers, shared, by)
    else
      for (let bit = 0; value >> bit !== 0; bit++)
        if ((value >> bit) & 1) this.#spread(columns, row, at + 1, numbers.with(at, bit + 1), shared, by)
  }

  #group(numbers: readonly number[]): number {
    let key = 0
    for (let at = 0; at < numbers.length; at++) key = key * this.#strides[at]! + numbers[at]!
    const known = this.#groupOf instanceof Map ? this.#groupOf.get(key) : this.#groupOf[key]!
    if (known) return known - 1
    const group = this.groups.push([...numbers]) - 1
    if (this.#groupOf instanceof Map) this.#groupOf.set(key, group + 1)
    else this.#groupOf[key] = group + 1
    if ((group + 1) * this.#pieces > this.#cellOf.length) this.#cellOf = doubled(this.#cellOf)
    if ((group + 1) * stocks.length > this.#before.length) this.#before = doubled(this.#before)
    return group
  }

  #cell(group: number, day: number): number {
    const { from, time } = this.plan
    const at = group * this.#pieces + time.of[day - from]!
    const known = this.#cellOf[at]!
    if (known !== 0) return known - 1
    if (this.#cells === mostCells) throw new TooManyCells()
    const cell = this.#cells++
    this.#cellOf[at] = cell + 1
    if ((cell + 1) * counters > this.#counts.length) this.#counts = doubled(this.#counts)
    return cell
  }

  #flow(group: number, counter: number, day: number, shared: boolean, by: 1 | -1): void {
    const { from, to } = this.plan
    if (day < from || day > to) return
    const at = this.#cell(group, day) * counters + counter
    if (shared && !this.fresh(at)) return
    this.#counts[at]! += by
  }

  /** Something is in stock from one day, until another when there is one. */
  #hold(group: number, stock: number, since: number, until: number, shared: boolean, by: 1 | -1): void {
    const { from, to } = this.plan
    const rise = (day: number, change: number, mark: number) => {
      if (day > to) return
      if (day < from) {
        const at = group * stocks.length + stock - flows.length
        if (shared && !this.fresh(-1 - (at * 2 + mark))) return
        this.#before[at]! += change
        return
      }
      const at = this.#cell(group, day) * counters + stock
      if (shared && !this.fresh(at * 2 + mark + seenStocks)) return
      this.#counts[at]! += change
    }
    rise(since, by, 0)
    if (until > 0) rise(until, -by, 1)
  }

  #delay(group: number, delay: number, day: number, days: number, shared: boolean, by: 1 | -1): void {
    const { from, to } = this.plan
    if (day < from || day > to) return
    const cell = this.#cell(group, day)
    if (shared && !this.fresh((cell * delays.length + delay) * 2 + seenDelays)) return
    this.durations.count(delay, cell, days, by)
  }

  #contribute(columns: Columns, row: number, group: number, shared: boolean, by: 1 | -1): void {
    const { dossiers, asOf } = this.plan
    const kind = columns.kind[row]!
    const enteredOn = columns.enteredOn[row]!
    const answeredOn = columns.answeredKnownOn[row]! <= asOf ? columns.answeredOn[row]! : 0
    if (kind === factKinds.CONSENT || kind === factKinds.ESCALATION) {
      this.#flow(group, kind === factKinds.CONSENT ? flowAt.CONSENTS_ASKED : flowAt.ESCALATIONS, enteredOn, false, by)
      if (answeredOn === 0) return
      const answer = columns.answer[row]
      if (answer === granted) this.#flow(group, flowAt.CONSENTS_GRANTED, answeredOn, false, by)
      if (answer === refused) this.#flow(group, flowAt.CONSENTS_REFUSED, answeredOn, false, by)
      return
    }
    const over = columns.endedKnownOn[row] !== 0 && columns.endedKnownOn[row]! <= asOf
    const endedOn = over ? columns.endedOn[row]! : 0
    const doneOn = over ? columns.doneOn[row]! : 0
    const lateFrom = columns.lateFrom[row]!
    if (kind === factKinds.RECOMMENDATION) {
      const answer = answeredOn === 0 ? 0 : columns.answer[row]
      this.#flow(group, flowAt.RECOMMENDATIONS_FORMULATED, enteredOn, false, by)
      if (answer === accepted || answer === partlyAccepted)
        this.#flow(group, flowAt.RECOMMENDATIONS_ACCEPTED, answeredOn, false, by)
      if (answer === refused) this.#flow(group, flowAt.RECOMMENDATIONS_REFUSED, answeredOn, false, by)
      if (doneOn > 0) this.#flow(group, flowAt.RECOMMENDATIONS_CARRIED_OUT, doneOn, false, by)
      const until = answer === refused && (endedOn === 0 || answeredOn < endedOn) ? answeredOn : endedOn
      this.#hold(group, stockAt.RECOMMENDATIONS_OPEN, enteredOn, until, false, by)
      const late = Math.max(lateFrom, enteredOn)
      if (lateFrom > 0 && (until === 0 || late < until))
        this.#hold(group, stockAt.RECOMMENDATIONS_OVERDUE, late, until, false, by)
      return
    }

    const flags = columns.flags[row]!
    const openedOn = columns.openedOn[row]!
    const since = dossiers ? openedOn : enteredOn
    const back = dossiers ? columns.stay[row]! > 1 : (flags & factFlags.reopened) !== 0
    this.#flow(group, back ? flowAt.REOPENED : flowAt.RECEIVED, since, shared, by)
    if (answeredOn > 0) {
      this.#flow(group, flowAt.ACKNOWLEDGED, answeredOn, shared, by)
      if (flags & factFlags.answeredInTime) this.#flow(group, flowAt.ACKNOWLEDGED_IN_TIME, answeredOn, shared, by)
      if (flags & factFlags.answeredUnjudged) this.#flow(group, flowAt.ACKNOWLEDGED_UNJUDGED, answeredOn, shared, by)
    }
    const admittedOn = columns.admittedOn[row]!
    if (admittedOn > 0 && admittedOn <= asOf) this.#flow(group, flowAt.ADMISSIBLE, admittedOn, shared, by)
    if (doneOn > 0) {
      this.#flow(group, flowAt.REPLIED, doneOn, shared, by)
      if (flags & factFlags.doneInTime) this.#flow(group, flowAt.REPLIED_IN_TIME, doneOn, shared, by)
      if (flags & factFlags.doneByDate) this.#flow(group, flowAt.REPLIED_BY_DATE, doneOn, shared, by)
      if (flags & factFlags.doneUnjudged) this.#flow(group, flowAt.REPLIED_UNJUDGED, doneOn, shared, by)
    }
    if (endedOn > 0) {
      this.#flow(group, flowAt.CLOSED, endedOn, shared, by)
      const result = dossiers ? columns.disposition[row]! : columns.outcome[row]!
      if (result > 0) this.#flow(group, flowOfResult[result]!, endedOn, shared, by)
      if (result === unfounded && flags & factFlags.improvement)
        this.#flow(group, flowAt.UNFOUNDED_WITH_LEAD, endedOn, shared, by)
      const cause = result === withoutFurtherAction ? columns.cause[row]! : 0
      if (cause > 0) this.#flow(group, flowOfCause[cause]!, endedOn, shared, by)
    }
    this.#hold(group, stockAt.OPEN, since, endedOn, shared, by)
    const late = Math.max(lateFrom, since)
    if (lateFrom > 0 && (endedOn === 0 || late < endedOn)) this.#hold(group, stockAt.OVERDUE, late, endedOn, shared, by)
    if (this.#none) return
    if (answeredOn > 0 && this.#measured[delayAt.ACKNOWLEDGEMENT])
      this.#delay(group, delayAt.ACKNOWLEDGEMENT, answeredOn, columns.answerDays[row]!, shared, by)
    if (doneOn > 0) {
      if (this.#measured[delayAt.REPLY]) this.#delay(group, delayAt.REPLY, doneOn, columns.doneDays[row]!, shared, by)
      if (this.#measured[delayAt.REPLY_NET])
        this.#delay(group, delayAt.REPLY_NET, doneOn, columns.doneNetDays[row]!, shared, by)
    }
    if (endedOn > 0 && (flags & factFlags.undated) === 0) {
      if (this.#measured[delayAt.CLOSING])
        this.#delay(group, delayAt.CLOSING, endedOn, columns.endedDays[row]!, shared, by)
      if (this.#measured[delayAt.CLOSING_NET])
        this.#delay(group, delayAt.CLOSING_NET, endedOn, columns.endedNetDays[row]!, shared, by)
    }
  }
}

/** Apart from those of flows, so that nothing is taken for something else. */
const seenStocks = 2 ** 40
const seenDelays = 2 ** 44

function doubled(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(numbers.length * 2)
  wider.set(numbers)
  return wider
}
