import { type StoredFact, stillKnown } from './StoredFact.ts'
import type { WorkedDays } from './WorkedDays.ts'

/** How many rows share one note of their first and last days. */
export const zoneRows = 1024

const bits = {
  ...{ reopened: 1, answeredInTime: 2, doneInTime: 4, doneByDate: 8, improvement: 16 },
  ...{ answeredUnjudged: 32, doneUnjudged: 64, undated: 128 },
} as const
export const factFlags = bits

const columnsOf = (room: number) => ({
  dossier: new Int32Array(room),
  knownFrom: new Uint16Array(room),
  knownTo: new Uint16Array(room),
  /** 0 for a row that another has replaced. */
  kind: new Uint8Array(room),
  origin: new Uint8Array(room),
  stay: new Uint8Array(room),
  openedOn: new Uint16Array(room),
  enteredOn: new Uint16Array(room),
  enteredKnownOn: new Uint16Array(room),
  answeredOn: new Uint16Array(room),
  answeredKnownOn: new Uint16Array(room),
  admittedOn: new Uint16Array(room),
  doneOn: new Uint16Array(room),
  endedOn: new Uint16Array(room),
  endedKnownOn: new Uint16Array(room),
  lateFrom: new Uint16Array(room),
  officerKnownOn: new Uint16Array(room),
  answerDays: new Uint16Array(room),
  doneDays: new Uint16Array(room),
  doneNetDays: new Uint16Array(room),
  endedDays: new Uint16Array(room),
  endedNetDays: new Uint16Array(room),
  channel: new Uint8Array(room),
  language: new Uint8Array(room),
  anonymity: new Uint8Array(room),
  outcome: new Uint8Array(room),
  disposition: new Uint8Array(room),
  cause: new Uint8Array(room),
  criteria: new Uint8Array(room),
  grounds: new Uint8Array(room),
  bodies: new Uint8Array(room),
  answer: new Uint8Array(room),
  flags: new Uint8Array(room),
  sector: new Uint16Array(room),
  service: new Uint32Array(room),
  subject: new Uint32Array(room),
  officer: new Uint16Array(room),
})

export type Columns = ReturnType<typeof columnsOf>

/** Every fact, column by column: what one question reads of them lies side by side in memory. */
export class FactColumns {
  #columns: Columns
  #room: number
  #used = 0
  #live = 0
  #longest = 0
  /** Where the rows of a dossier begin; they follow one another. */
  #firstRow: Int32Array
  /** The earliest and the latest day of each zone's rows; what is still open has no last day. */
  #zoneFirst: Uint16Array
  #zoneLast: Uint16Array

  constructor(room = 1024, dossiers = 1024) {
    this.#room = Math.max(room, zoneRows)
    this.#columns = columnsOf(this.#room)
    this.#firstRow = new Int32Array(Math.max(dossiers, 16)).fill(-1)
    const zones = Math.ceil(this.#room / zoneRows)
    this.#zoneFirst = new Uint16Array(zones).fill(stillKnown)
    this.#zoneLast = new Uint16Array(zones)
  }

  get columns(): Columns {
    return this.#columns
  }
  get used(): number {
    return this.#used
  }
  /** How many rows stand; the others were replaced. */
  get live(): number {
    return this.#live
  }
  /** The longest delay met, in business days. */
  get longest(): number {
    return this.#longest
  }
  get bytes(): number {
    return Object.values(this.#columns).reduce((sum, { byteLength }) => sum + byteLength, this.#firstRow.byteLength)
  }

  /** Whether any row of a zone has something to say of a period. */
  zoneMeets(zone: number, from: number, to: number): boolean {
    return this.#zoneFirst[zone]! <= to && this.#zoneLast[zone]! >= from
  }

  /** The rows of a dossier: from the first, up to and not including the second. */
  rowsOf(dossier: number): [number, number] {
    const first = this.#firstRow[dossier] ?? -1
    if (first < 0) return [0, 0]
    let end = first
    while (end < this.#used && this.#columns.dossier[end] === dossier) end++
    return [first, end]
  }

  /** The rows of a dossier no longer stand. */
  drop(dossier: number): void {
    const [first, end] = this.rowsOf(dossier)
    this.#columns.kind.fill(0, first, end)
    this.#live -= end - first
    if (dossier < this.#firstRow.length) this.#firstRow[dossier] = -1
  }

  /** Adds a fact after the others; those of a dossier come one after the other. */
  add(fact: StoredFact, worked: WorkedDays): void {
    if (this.#used === this.#room) this.#grow()
    const row = this.#used++
    this.#live++
    const to = this.#columns
    this.#place(fact.dossier, row)
    to.dossier[row] = fact.dossier
    to.knownFrom[row] = fact.knownFrom
    to.knownTo[row] = fact.knownTo
    to.kind[row] = fact.kind
    to.origin[row] = fact.origin
    to.stay[row] = fact.stay
    to.openedOn[row] = fact.openedOn
    to.enteredOn[row] = fact.enteredOn
    to.enteredKnownOn[row] = fact.enteredKnownOn
    to.answeredOn[row] = fact.answeredOn
    to.answeredKnownOn[row] = fact.answeredKnownOn
    to.admittedOn[row] = fact.admittedOn
    to.doneOn[row] = fact.doneOn
    to.endedOn[row] = fact.endedOn
    to.endedKnownOn[row] = fact.endedKnownOn
    to.lateFrom[row] = fact.dueOn === 0 ? 0 : fact.dueOn + 1
    to.officerKnownOn[row] = fact.officerKnownOn
    const { openedOn, answeredOn, doneOn, endedOn, suspensions } = fact
    if (answeredOn > 0) to.answerDays[row] = worked.between(openedOn, answeredOn)
    if (doneOn > 0) {
      const gross = worked.between(openedOn, doneOn)
      to.doneDays[row] = gross
      to.doneNetDays[row] = suspensions.length === 0 ? gross : worked.net(openedOn, doneOn, suspensions)
    }
    if (endedOn > 0) {
      const gross = worked.between(openedOn, endedOn)
      to.endedDays[row] = gross
      to.endedNetDays[row] = suspensions.length === 0 ? gross : worked.net(openedOn, endedOn, suspensions)
    }
    this.#longest = Math.max(this.#longest, to.answerDays[row]!, to.doneDays[row]!, to.endedDays[row]!)
    to.channel[row] = fact.channel
    to.language[row] = fact.language
    to.anonymity[row] = fact.anonymity
    // What a dossier leaves under is said once it has left.
    if (fact.endedKnownOn > 0) {
      to.outcome[row] = fact.outcome
      to.disposition[row] = fact.disposition
      to.cause[row] = fact.cause
      to.criteria[row] = fact.criteria
      to.grounds[row] = fact.grounds
      to.bodies[row] = fact.bodies
    }
    to.answer[row] = fact.answer
    to.flags[row] =
      (fact.reopened ? bits.reopened : 0) |
      (fact.answeredInTime ? bits.answeredInTime : 0) |
      (fact.doneInTime ? bits.doneInTime : 0) |
      (fact.doneByDate ? bits.doneByDate : 0) |
      (fact.improvement ? bits.improvement : 0) |
      (fact.answeredUnjudged ? bits.answeredUnjudged : 0) |
      (fact.doneUnjudged ? bits.doneUnjudged : 0) |
      (fact.undated ? bits.undated : 0)
    to.sector[row] = fact.sector
    to.service[row] = fact.service
    to.subject[row] = fact.subject
    to.officer[row] = fact.officer
    this.#note(fact, row)
  }

  #note(fact: StoredFact, row: number): void {
    const zone = Math.floor(row / zoneRows)
    const first = Math.min(fact.openedOn, fact.enteredOn)
    const over = fact.kind > 2 ? Math.max(fact.enteredOn, fact.answeredOn) : fact.endedOn
    const last =
      over === 0 ? stillKnown : Math.max(over, fact.endedKnownOn, fact.doneOn, fact.answeredOn, fact.admittedOn)
    if (first < this.#zoneFirst[zone]!) this.#zoneFirst[zone] = first
    if (last > this.#zoneLast[zone]!) this.#zoneLast[zone] = last
  }

  #place(dossier: number, row: number): void {
    if (dossier >= this.#firstRow.length) {
      const wider = new Int32Array(Math.max(dossier + 1, this.#firstRow.length * 2)).fill(-1)
      wider.set(this.#firstRow)
      this.#firstRow = wider
    }
    if (this.#firstRow[dossier] === -1) this.#firstRow[dossier] = row
  }

  #grow(): void {
    this.#room = Math.ceil((this.#room * 5) / 4 / zoneRows) * zoneRows
    const wider = columnsOf(this.#room)
    for (const name of Object.keys(wider) as (keyof Columns)[]) wider[name].set(this.#columns[name])
    this.#columns = wider
    const zones = this.#room / zoneRows
    const first = new Uint16Array(zones).fill(stillKnown)
    const last = new Uint16Array(zones)
    first.set(this.#zoneFirst)
    last.set(this.#zoneLast)
    this.#zoneFirst = first
    this.#zoneLast = last
  }
}
