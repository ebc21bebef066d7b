import type { LocalDate } from '../calendar/localDate.ts'
import { type Complaint, evolve, type Matter, unregistered } from '../complaint.ts'
import type { SectorCode, StaffId } from '../confidentiality/permits.ts'
import type { MatterId, Recorded } from '../events.ts'
import type { Outcome } from '../tables/outcomes.ts'
import { dispositionOf } from './disposition.ts'

/** A matter's part in a stay of its dossier. */
export interface MatterCourse {
  matter: MatterId
  /** The day it came in when it was not with the complaint itself. */
  enteredOn: LocalDate | null
  knownOn: LocalDate
  reopened: boolean
  admittedOn: LocalDate | null
  improvement: boolean
  /** The matter as it was when its dossier left. */
  left: Matter | null
}

/** A stay of the dossier in the caseload, from its coming in to the notice. */
export interface Stay {
  number: number
  /** The day of a reopening; none for the first stay, which begins on the day of receipt. */
  reopenedOn: LocalDate | null
  knownOn: LocalDate
  matters: MatterCourse[]
  officer: StaffId | null
  officerKnownOn: LocalDate | null
  answeredOn: LocalDate | null
  answeredKnownOn: LocalDate | null
  acknowledgementDueOn: LocalDate | null
  /** The date of the commitment: what was owed before any extension. */
  promisedOn: LocalDate | null
  extended: boolean
  owedOn: LocalDate | null
  stopped: boolean
  suspensions: LocalDate[]
  end: { on: LocalDate; doneOn: LocalDate | null; disposition: Outcome | null } | null
}

/** What is made or asked beside the matters, with the day on which each thing was known. */
export interface SideCourse {
  kind: 'RECOMMENDATION' | 'CONSENT' | 'ESCALATION'
  /** The recommendation, or the sector whose permission is asked. */
  id: string
  stay: number
  matter: MatterId | null
  sector: SectorCode | null
  enteredOn: LocalDate
  knownOn: LocalDate
  answer: 'ACCEPTED' | 'PARTLY_ACCEPTED' | 'REFUSED' | 'GRANTED' | null
  answeredOn: LocalDate | null
  answeredKnownOn: LocalDate | null
  doneOn: LocalDate | null
  endedOn: LocalDate | null
  endedKnownOn: LocalDate | null
  dueOn: LocalDate | null
}

/** A dossier followed line by line, with what it does not remember of its earlier stays. */
export class Course {
  complaint: Complaint = unregistered
  readonly stays: Stay[] = []
  readonly sides: SideCourse[] = []
  #firstAt = ''

  get open(): Stay | undefined {
    const last = this.stays.at(-1)
    return last?.end ? undefined : last
  }

  follow(line: Recorded): void {
    const before = this.complaint
    this.complaint = evolve(before, line)
    this.#firstAt ||= line.at
    this.#turn(line, before)
    this.#side(line)
    this.#clock(line)
  }

  #enter(matter: MatterId, enteredOn: LocalDate | null, knownOn: LocalDate, reopened: boolean): void {
    this.open?.matters.push({
      ...{ matter, enteredOn, knownOn, reopened },
      ...{ admittedOn: null, improvement: false, left: null },
    })
  }

  #begin(reopenedOn: LocalDate | null, knownOn: LocalDate): void {
    const { officer } = this.complaint
    this.stays.push({
      ...{ number: this.stays.length + 1, reopenedOn, knownOn, matters: [] },
      ...{ officer, officerKnownOn: officer && knownOn, answeredOn: null, answeredKnownOn: null },
      ...{ acknowledgementDueOn: null, promisedOn: null, extended: false, owedOn: null, stopped: false },
      ...{ suspensions: [], end: null },
    })
  }

  /** The latest course of a matter, ended or not. */
  #latest(matter: MatterId): MatterCourse | undefined {
    return this.stays.flatMap(({ matters }) => matters).findLast(course => course.matter === matter)
  }

  #turn({ event, on, at }: Recorded, before: Complaint): void {
    const stay = this.open
    switch (event.type) {
      case 'COMPLAINT_REGISTERED':
        this.#begin(null, on)
        break
      case 'MATTER_ADDED':
        // What is written with the registration came in with the complaint; what is added later, on its own day.
        this.#enter(event.matter, at === this.#firstAt ? null : on, on, false)
        break
      case 'OFFICER_ASSIGNED':
        if (stay) Object.assign(stay, { officer: event.officer, officerKnownOn: on })
        break
      case 'RECEIPT_ACKNOWLEDGED':
        if (stay) Object.assign(stay, { answeredOn: event.sentOn, answeredKnownOn: on })
        break
      case 'MATTER_ADMITTED': {
        const course = this.#latest(event.matter)
        if (course) course.admittedOn = on
        break
      }
      case 'IMPROVEMENT_SUGGESTED': {
        const course = this.#latest(event.matter)
        if (course) course.improvement = true
        break
      }
      case 'COMPLAINANT_INFORMED':
        this.#leave(on, event.sentOn, before)
        break
      case 'IMPOSSIBILITY_TO_INFORM_RECORDED':
        this.#leave(on, null, before)
        break
      case 'COMPLAINT_REOPENED':
        if (stay) for (const course of stay.matters) if (event.matters.includes(course.matter)) course.admittedOn = null
        if (stay) break
        this.#begin(on, on)
        for (const matter of event.matters) this.#enter(matter, on, on, true)
        break
    }
  }

  #leave(on: LocalDate, doneOn: LocalDate | null, before: Complaint): void {
    const stay = this.open
    if (!stay) return
    for (const course of stay.matters) course.left = before.matters.find(({ id }) => id === course.matter) ?? null
    const disposition = dispositionOf(stay.matters.map(({ left }) => left?.outcome ?? null))
    const from = before.clock?.suspendedFrom
    if (from) stay.suspensions.push(from, doneOn ?? on)
    stay.end = { on, doneOn, disposition }
  }

  #clock({ event }: Recorded): void {
    const stay = this.open
    const { clock } = this.complaint
    if (!stay || !clock) return
    if (event.type === 'CLOCK_RESUMED') {
      const last = clock.suspensions.at(-1)
      if (last) stay.suspensions.push(last.from, last.to)
    }
    if (event.type === 'REPLY_DATE_EXTENDED' && !stay.extended)
      Object.assign(stay, { extended: true, promisedOn: event.from })
    if (!stay.extended) stay.promisedOn = clock.replyDueOn
    stay.acknowledgementDueOn = clock.acknowledgementDueOn
    stay.owedOn = clock.replyDueOn
    stay.stopped = clock.suspendedFrom !== null
  }

  #side({ event, on }: Recorded): void {
    const made = (kind: SideCourse['kind'], id: string, enteredOn: LocalDate, more: Partial<SideCourse> = {}) =>
      this.sides.push({
        ...{ kind, id, enteredOn, knownOn: on, stay: this.stays.length, matter: null, sector: null },
        ...{ answer: null, answeredOn: null, answeredKnownOn: null },
        ...{ doneOn: null, endedOn: null, endedKnownOn: null, dueOn: null },
        ...more,
      })
    const change = (kind: SideCourse['kind'], id: string, of: (side: SideCourse) => Partial<SideCourse>) => {
      const side = this.sides.findLast(each => each.kind === kind && each.id === id)
      if (side) Object.assign(side, of(side))
    }
    switch (event.type) {
      case 'RECOMMENDATION_FORMULATED': {
        const { recommendation, matter, sector, dueOn } = event
        made('RECOMMENDATION', recommendation, on, { matter, sector, dueOn })
        break
      }
      case 'RECOMMENDATION_ANSWERED': {
        const { recommendation, answer } = event
        const answered = { answer, answeredOn: on, answeredKnownOn: on }
        change('RECOMMENDATION', recommendation, ({ dueOn }) => ({ ...answered, dueOn: event.dueOn ?? dueOn }))
        break
      }
      case 'IMPLEMENTATION_RECORDED': {
        const done = { doneOn: event.implementedOn, endedOn: event.implementedOn, endedKnownOn: on }
        change('RECOMMENDATION', event.recommendation, () => done)
        break
      }
      case 'RECOMMENDATION_CLOSED':
        change('RECOMMENDATION', event.recommendation, ({ endedOn }) =>
          endedOn ? {} : { endedOn: on, endedKnownOn: on },
        )
        break
      case 'DISCLOSURE_CONSENT_REQUESTED':
        for (const sector of event.sectors) made('CONSENT', sector, event.askedOn, { sector })
        break
      case 'DISCLOSURE_CONSENT_RECORDED': {
        const answer = event.granted ? 'GRANTED' : 'REFUSED'
        change('CONSENT', event.sector, () => ({ answer, answeredOn: event.answeredOn, answeredKnownOn: on }))
        break
      }
      case 'ESCALATED_TO_OMBUDSMAN':
        made('ESCALATION', event.escalation, event.escalatedOn)
        break
    }
  }
}
