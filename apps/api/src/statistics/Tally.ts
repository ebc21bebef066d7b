import { type Delay, delays, type Flow, flows, type Stock, stocks } from '@bienfonde/domain'
import { Durations } from './Durations.ts'
import { type Columns, factFlags, zoneRows } from './FactColumns.ts'
import { FactCounter, sameStay } from './FactCounter.ts'
import type { FactWords } from './FactWords.ts'
import type { Plan } from './plan.ts'
import type { DelayFigures } from './quantiles.ts'
import { factKinds } from './StoredFact.ts'

const flowAt = Object.fromEntries(flows.map((flow, at) => [flow, at])) as Record<Flow, number>
const stockAt = Object.fromEntries(stocks.map((stock, at) => [stock, flows.length + at])) as Record<Stock, number>
const delayAt = Object.fromEntries(delays.map((delay, at) => [delay, at])) as Record<Delay, number>

/** How many counters a cell holds: each flow, then how much each stock rises or falls. */
const counters = flows.length + stocks.length

/** Under which flow a result goes, by the number of its code. */
const flowOfResult = [
  ...[-1, flowAt.FOUNDED, flowAt.UNFOUNDED, flowAt.INADMISSIBLE_ALONE, flowAt.REFERRED, flowAt.TRANSFERRED],
  ...[flowAt.WITHOUT_FURTHER_ACTION, flowAt.WITHDRAWN, flowAt.RESOLVED_INFORMALLY],
]
const unfounded = 2
const withoutFurtherAction = 6
const flowOfCause = [-1, flowAt.CONSENT_REFUSED, flowAt.ANONYMITY]
const answeredFlows = [flowAt.ACKNOWLEDGED, flowAt.ACKNOWLEDGED_IN_TIME, flowAt.ACKNOWLEDGED_UNJUDGED]
const doneFlows = [flowAt.REPLIED, flowAt.REPLIED_IN_TIME, flowAt.REPLIED_BY_DATE, flowAt.REPLIED_UNJUDGED]
const endedFlows = [
  ...[flowAt.CLOSED, flowAt.UNFOUNDED_WITH_LEAD, flowAt.CONSENT_REFUSED, flowAt.ANONYMITY],
  ...flowOfResult.slice(1),
]
const [accepted, partlyAccepted, refused, granted] = [1, 2, 3, 4]

/** Where dense tables end and maps begin, in entries. */
const directRoom = 1 << 20

/** How many groups, each with its pieces of time, one answer may hold. */
const mostCells = 25_000

export class TooManyCells extends Error {}

/**
 * The rows of a zone that are counted together: which they are, then what a
 * dimension says of each and its group, the day on which something is
 * counted of it, and the cell where. Nothing is kept here from one zone to the next.
 */
const rows = new Int32Array(zoneRows * 2)
const values = new Int32Array(zoneRows * 2)
const nearKeys = new Int32Array(zoneRows * 2)
const farKeys = new Float64Array(zoneRows * 2)
const groupsFound = new Int32Array(zoneRows * 2)
const daysFound = new Int32Array(zoneRows * 2)
const cellsFound = new Int32Array(zoneRows * 2)

/** For each number that a small column may hold, whether it is one that counts. */
const among = (counts: (value: number) => boolean) => Uint8Array.from({ length: 256 }, (_, value) => +counts(value))
const bearing = (flag: number) => among(flags => (flags & flag) !== 0)
const [firstStay, laterStay] = [among(stay => stay < 2), among(stay => stay > 1)]
const [onceIn, backIn] = [among(flags => (flags & factFlags.reopened) === 0), bearing(factFlags.reopened)]
const [answeredInTime, answeredUnjudged] = [bearing(factFlags.answeredInTime), bearing(factFlags.answeredUnjudged)]
const [doneInTime, doneByDate] = [bearing(factFlags.doneInTime), bearing(factFlags.doneByDate)]
const [doneUnjudged, improvement] = [bearing(factFlags.doneUnjudged), bearing(factFlags.improvement)]
const causes = flowOfCause.map((_, cause) => among(value => value === cause))

/**
 * The counts of one question. Facts are added and taken away one by one, so that a tally follows the caseload without
 * being made anew. What it counts of a fact is what the domain says a fact contributes.
 */
export class Tally extends FactCounter {
  declare readonly plan: Plan
  /** The numbers of each group, one per plain dimension, in the order they were met. */
  readonly groups: number[][] = []
  readonly durations: Durations
  /** The counters of each cell; the first is that of nothing, where what is out of the period goes. */
  #counts = new Int32Array(64 * counters)
  /** What each group had in stock before the period. */
  #before = new Int32Array(16 * stocks.length)
  #cells = 1
  readonly #groupOf: Map<number, number> | Int32Array
  /** By plain dimension, how many numbers can be told apart. */
  readonly #strides: readonly number[]
  #cellOf: Int32Array<ArrayBuffer>
  readonly #pieces: number
  readonly #numbers: number[]
  readonly #measured: boolean[]
  readonly #none: boolean
  /** Whether anything but matters is read. */
  override readonly sides: boolean
  /** By counter, whether anybody reads it. */
  readonly #counted: boolean[]

  constructor(plan: Plan, strides: readonly number[], longest: number) {
    super(plan)
    this.#pieces = Math.max(plan.time.pieces.length, 1)
    this.#strides = strides
    const room = strides.reduce((product, stride) => product * stride, 1)
    this.#groupOf = room <= directRoom ? new Int32Array(room) : new Map()
    this.#cellOf = new Int32Array(16 * this.#pieces)
    this.durations = new Durations(delays.length, longest)
    this.#numbers = plan.by.map(() => 0)
    const { wanted } = plan
    this.#measured = delays.map(delay => wanted.delays.includes(delay))
    this.#none = wanted.delays.length === 0
    this.sides = [...wanted.flows, ...wanted.stocks].some(name => /^(RECOMMENDATIONS|CONSENTS|ESCALATIONS)/.test(name))
    this.#counted = [
      ...flows.map(flow => wanted.flows.includes(flow)),
      ...stocks.map(stock => wanted.stocks.includes(stock)),
    ]
    if (plan.by.length === 0) this.#group([])
  }

  override get bytes(): number {
    const direct = this.#groupOf instanceof Map ? this.#groupOf.size * 40 : this.#groupOf.byteLength
    return this.#counts.byteLength + this.#cellOf.byteLength + direct + this.durations.bytes
  }

  /** Whether the words known now can still be told apart. */
  override fits(words: FactWords): boolean {
    const { by } = this.plan
    return super.fits(words) && by.every(({ words: column }, at) => !column || words[column].size <= this.#strides[at]!)
  }

  /** Where a group's counters are for a piece of time; nothing when nothing was counted there. */
  cellOf(group: number, piece: number): number | undefined {
    return this.#cellOf[group * this.#pieces + piece]! || undefined
  }
  flow(cell: number, flow: Flow): number {
    return this.#counts[cell * counters + flowAt[flow]]!
  }
  change(cell: number, stock: Stock): number {
    return this.#counts[cell * counters + stockAt[stock]]!
  }
  delay(cell: number, delay: Delay): DelayFigures {
    return this.durations.figures(delayAt[delay], cell)
  }
  /** Whether anything at all was counted in a cell. */
  says(cell: number): boolean {
    for (let at = cell * counters; at < (cell + 1) * counters; at++) if (this.#counts[at] !== 0) return true
    return this.plan.wanted.delays.some(delay => this.delay(cell, delay).counted > 0)
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
    if (known !== 0) return known
    if (this.#cells > mostCells) throw new TooManyCells()
    const cell = this.#cells++
    this.#cellOf[at] = cell
    if ((cell + 1) * counters > this.#counts.length) this.#counts = doubled(this.#counts)
    return cell
  }

  #flow(group: number, counter: number, day: number, shared: boolean, by: 1 | -1): void {
    const { from, to } = this.plan
    if (day < from || day > to || !this.#counted[counter]) return
    const at = this.#cell(group, day) * counters + counter
    if (shared && !this.fresh(at)) return
    this.#counts[at]! += by
  }

  /** Something is in stock from one day, until another when there is one. */
  #hold(group: number, stock: number, since: number, until: number, shared: boolean, by: 1 | -1): void {
    if (!this.#counted[stock]) return
    this.#rise(group, stock, since, by, 0, shared)
    if (until > 0) this.#rise(group, stock, until, -by, 1, shared)
  }

  #rise(group: number, stock: number, day: number, change: number, mark: 0 | 1, shared: boolean): void {
    const { from, to } = this.plan
    if (day > to) return
    if (day < from) {
      const at = group * stocks.length + stock - flows.length
      if (!shared || this.fresh(-1 - (at * 2 + mark))) this.#before[at]! += change
      return
    }
    const at = this.#cell(group, day) * counters + stock
    if (!shared || this.fresh(at * 2 + mark + seenStocks)) this.#counts[at]! += change
  }

  #delay(group: number, delay: number, day: number, days: number, shared: boolean, by: 1 | -1): void {
    const { from, to } = this.plan
    if (day < from || day > to) return
    const cell = this.#cell(group, day)
    if (shared && !this.fresh((cell * delays.length + delay) * 2 + seenDelays)) return
    this.durations.count(delay, cell, days, by)
  }

  /**
   * A zone is counted column by column: the rows that stand alone and have one value by dimension, in passes of a few
   * instructions each. The others, few, go one by one as everywhere else.
   */
  protected override countZone(columns: Columns, first: number, end: number, used: number): void {
    const count = this.#alone(columns, first, end, used)
    if (count === 0) return
    this.#groupAll(columns, count)
    const { dossiers } = this.plan
    const { answeredOn, answeredKnownOn, admittedOn, doneOn, endedOn, endedKnownOn, flags, cause } = columns
    const counted = this.#counted
    const since = dossiers ? columns.openedOn : columns.enteredOn
    if (counted[flowAt.RECEIVED] || counted[flowAt.REOPENED]) {
      this.#cellAll(since, since, count)
      const back = dossiers ? columns.stay : flags
      this.#addAmong(count, flowAt.RECEIVED, back, dossiers ? firstStay : onceIn)
      this.#addAmong(count, flowAt.REOPENED, back, dossiers ? laterStay : backIn)
    }
    if (this.#reads(answeredFlows) || this.#measured[delayAt.ACKNOWLEDGEMENT]) {
      this.#cellAll(answeredOn, answeredKnownOn, count)
      this.#addAll(count, flowAt.ACKNOWLEDGED)
      this.#addAmong(count, flowAt.ACKNOWLEDGED_IN_TIME, flags, answeredInTime)
      this.#addAmong(count, flowAt.ACKNOWLEDGED_UNJUDGED, flags, answeredUnjudged)
      this.#delayAll(count, delayAt.ACKNOWLEDGEMENT, columns.answerDays)
    }
    if (counted[flowAt.ADMISSIBLE]) {
      this.#cellAll(admittedOn, admittedOn, count)
      this.#addAll(count, flowAt.ADMISSIBLE)
    }
    if (this.#reads(doneFlows) || this.#measured[delayAt.REPLY] || this.#measured[delayAt.REPLY_NET]) {
      this.#cellAll(doneOn, endedKnownOn, count)
      this.#addAll(count, flowAt.REPLIED)
      this.#addAmong(count, flowAt.REPLIED_IN_TIME, flags, doneInTime)
      this.#addAmong(count, flowAt.REPLIED_BY_DATE, flags, doneByDate)
      this.#addAmong(count, flowAt.REPLIED_UNJUDGED, flags, doneUnjudged)
      this.#delayAll(count, delayAt.REPLY, columns.doneDays)
      this.#delayAll(count, delayAt.REPLY_NET, columns.doneNetDays)
    }
    if (this.#reads(endedFlows) || this.#measured[delayAt.CLOSING] || this.#measured[delayAt.CLOSING_NET]) {
      this.#cellAll(endedOn, endedKnownOn, count)
      this.#addAll(count, flowAt.CLOSED)
      const results = dossiers ? columns.disposition : columns.outcome
      this.#resultAll(count, results)
      this.#addAmong(count, flowAt.UNFOUNDED_WITH_LEAD, flags, improvement, results, unfounded)
      for (const [at, flow] of flowOfCause.entries())
        if (at > 0) this.#addAmong(count, flow, cause, causes[at]!, results, withoutFurtherAction)
      if (this.#measured[delayAt.CLOSING] || this.#measured[delayAt.CLOSING_NET]) {
        for (let each = 0; each < count; each++) if (flags[rows[each]!]! & factFlags.undated) cellsFound[each] = 0
        this.#delayAll(count, delayAt.CLOSING, columns.endedDays)
        this.#delayAll(count, delayAt.CLOSING_NET, columns.endedNetDays)
      }
    }
    if (counted[stockAt.OPEN]) {
      this.#riseAll(count, stockAt.OPEN, since, since, 1)
      this.#riseAll(count, stockAt.OPEN, endedOn, endedKnownOn, -1)
    }
    if (counted[stockAt.OVERDUE]) this.#lateAll(columns, count, since)
  }

  #reads(counters: readonly number[]): boolean {
    return counters.some(counter => this.#counted[counter])
  }

  /** Keeps the rows that can be counted together; counts the others at once. */
  #alone(columns: Columns, first: number, end: number, used: number): number {
    const { dossiers, sieves, by } = this.plan
    const { now } = this
    const several = by.filter(dimension => dimension.several).map(({ column }) => columns[column])
    let kept =
      dossiers || !now || several.length > 0
        ? this.#pick(columns, first, end, used, several)
        : allMatters(columns, first, end)
    for (const { column, known, passes } of sieves) {
      const before = kept
      kept = 0
      if (now || known === 'ALWAYS') {
        takeAll(columns[column], before)
        for (let at = 0; at < before; at++) {
          rows[kept] = rows[at]!
          if (passes[values[at]!] === 1) kept++
        }
      } else {
        for (let at = 0; at < before; at++) {
          const candidate = rows[at]!
          if (passes[this.read(columns, column, known, candidate)] === 1) rows[kept++] = candidate
        }
      }
    }
    return kept
  }

  #pick(columns: Columns, first: number, end: number, used: number, several: Columns[keyof Columns][]): number {
    const { dossiers, asOf } = this.plan
    const { now } = this
    const { kind, knownFrom, knownTo, enteredKnownOn } = columns
    let kept = 0
    let row = first
    if (dossiers) while (row > 0 && row < used && sameStay(columns, row - 1, row)) row++
    while (row < end) {
      if (
        kind[row] === 0 ||
        (!now && (knownTo[row]! <= asOf || knownFrom[row]! > asOf || enteredKnownOn[row]! > asOf))
      ) {
        row++
        continue
      }
      let next = row + 1
      if (dossiers) while (next < used && sameStay(columns, next - 1, next)) next++
      let together = next === row + 1
      for (let at = 0; together && at < several.length; at++) {
        const bits = several[at]![row]!
        together = (bits & (bits - 1)) === 0
      }
      if (together) rows[kept++] = row
      else this.count(columns, row, next, used, 1)
      row = next
    }
    return kept
  }

  /** Finds the group of each row kept. */
  #groupAll(columns: Columns, count: number): void {
    const { by } = this.plan
    if (by.length === 0) {
      groupsFound.fill(0, 0, count)
      return
    }
    const known = this.#groupOf
    const keys = known instanceof Map ? farKeys : nearKeys
    keys.fill(0, 0, count)
    for (let at = 0; at < by.length; at++) {
      this.#valueAll(columns, at, count)
      const stride = this.#strides[at]!
      if (keys === nearKeys)
        for (let each = 0; each < count; each++) nearKeys[each] = nearKeys[each]! * stride + values[each]!
      else for (let each = 0; each < count; each++) farKeys[each] = farKeys[each]! * stride + values[each]!
    }
    if (known instanceof Map) {
      for (let each = 0; each < count; each++)
        groupsFound[each] = (known.get(farKeys[each]!) ?? this.#groupUnder(farKeys[each]!) + 1) - 1
    } else {
      for (let each = 0; each < count; each++) {
        const group = known[nearKeys[each]!]!
        groupsFound[each] = group === 0 ? this.#groupUnder(nearKeys[each]!) : group - 1
      }
    }
  }

  /** Notes what a dimension says of each row kept. */
  #valueAll(columns: Columns, at: number, count: number): void {
    const { column, known, several } = this.plan.by[at]!
    const { asOf } = this.plan
    takeAll(columns[column], count)
    if (!this.now && known !== 'ALWAYS') {
      const { endedKnownOn, officerKnownOn } = columns
      for (let each = 0; each < count; each++) {
        const row = rows[each]!
        const day = known === 'WITH_END' ? endedKnownOn[row]! : officerKnownOn[row]!
        if (day > asOf || (day === 0 && known === 'WITH_END')) values[each] = 0
      }
    }
    if (several) for (let each = 0; each < count; each++) values[each] = 32 - Math.clz32(values[each]!)
  }

  /** The group of a key not met before. */
  #groupUnder(key: number): number {
    const numbers: number[] = []
    let rest = key
    for (let at = this.#strides.length - 1; at >= 0; at--) {
      const stride = this.#strides[at]!
      numbers[at] = rest % stride
      rest = Math.floor(rest / stride)
    }
    return this.#group(numbers)
  }

  /** Finds the cell of each row kept for a day of its own: that of nothing when the day is not known or out of the period. */
  #cellAll(days: Uint16Array, known: Uint16Array, count: number): void {
    this.#dayAll(days, known, count)
    const { from, to, time } = this.plan
    const span = to - from
    const pieces = this.#pieces
    const pieceOf = time.of
    const cellOf = this.#cellOf
    for (let each = 0; each < count; each++) {
      const at = daysFound[each]! - from
      if (at < 0 || at > span) {
        cellsFound[each] = 0
        continue
      }
      const group = groupsFound[each]!
      cellsFound[each] = cellOf[group * pieces + pieceOf[at]!]! || this.#cell(group, at + from)
    }
  }

  /** Notes a day of each row kept, none when it was not known yet. */
  #dayAll(days: Uint16Array, known: Uint16Array, count: number): void {
    if (this.now) {
      for (let each = 0; each < count; each++) daysFound[each] = days[rows[each]!]!
      return
    }
    const { asOf } = this.plan
    for (let each = 0; each < count; each++) {
      const row = rows[each]!
      daysFound[each] = known[row]! > asOf ? 0 : days[row]!
    }
  }

  #addAll(count: number, counter: number): void {
    if (!this.#counted[counter]) return
    const numbers = this.#counts
    for (let each = 0; each < count; each++) numbers[cellsFound[each]! * counters + counter]!++
  }

  /** The same for the rows whose number in a column is among some; and in a second one, the one sought. */
  #addAmong(
    ...[count, counter, column, counts, second, sought]: [
      ...[count: number, counter: number, column: Uint8Array, counts: Uint8Array],
      ...[second?: Uint8Array, sought?: number],
    ]
  ): void {
    if (!this.#counted[counter]) return
    const numbers = this.#counts
    for (let each = 0; each < count; each++) {
      const row = rows[each]!
      if (counts[column[row]!] === 1 && (!second || second[row] === sought))
        numbers[cellsFound[each]! * counters + counter]!++
    }
  }

  #resultAll(count: number, results: Uint8Array): void {
    if (!this.#reads(flowOfResult.slice(1))) return
    const numbers = this.#counts
    const counted = this.#counted
    for (let each = 0; each < count; each++) {
      const flow = flowOfResult[results[rows[each]!]!]!
      if (flow >= 0 && counted[flow]) numbers[cellsFound[each]! * counters + flow]!++
    }
  }

  #delayAll(count: number, delay: number, days: Uint16Array): void {
    if (!this.#measured[delay]) return
    const { durations } = this
    const { width } = durations
    const histogram = durations.upTo(delay, this.#cells)
    for (let each = 0; each < count; each++) {
      const long = days[rows[each]!]!
      if (long < width) histogram[cellsFound[each]! * width + long]!++
      else durations.count(delay, cellsFound[each]!, long, 1)
    }
  }

  #riseAll(count: number, stock: number, days: Uint16Array, known: Uint16Array, change: 1 | -1): void {
    this.#dayAll(days, known, count)
    for (let each = 0; each < count; each++)
      if (daysFound[each] !== 0) this.#rise(groupsFound[each]!, stock, daysFound[each]!, change, 0, false)
  }

  #lateAll({ lateFrom, endedOn, endedKnownOn }: Columns, count: number, since: Uint16Array): void {
    this.#dayAll(endedOn, endedKnownOn, count)
    for (let each = 0; each < count; each++) {
      const row = rows[each]!
      if (lateFrom[row] === 0) continue
      const late = Math.max(lateFrom[row]!, since[row]!)
      const ended = daysFound[each]!
      if (ended === 0 || late < ended) this.#hold(groupsFound[each]!, stockAt.OVERDUE, late, ended, false, 1)
    }
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

/** Notes what a column says of each row kept. One loop for each width: a loop that meets several is many times slower. */
function takeAll(column: Columns[keyof Columns], count: number): void {
  if (column instanceof Uint8Array) for (let each = 0; each < count; each++) values[each] = column[rows[each]!]!
  else if (column instanceof Uint16Array) for (let each = 0; each < count; each++) values[each] = column[rows[each]!]!
  else for (let each = 0; each < count; each++) values[each] = column[rows[each]!]!
}

/** Every row that stands, where all are matters. */
function allMatters({ kind }: Columns, first: number, end: number): number {
  let kept = 0
  for (let row = first; row < end; row++) {
    rows[kept] = row
    if (kind[row] !== 0) kept++
  }
  return kept
}

function doubled(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(numbers.length * 2)
  wider.set(numbers)
  return wider
}
