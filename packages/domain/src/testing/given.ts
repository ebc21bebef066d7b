import { type Complaint, evolve, replay, unregistered } from '../complaint.ts'
import type { Actor } from '../confidentiality/permits.ts'
import type { Event, Recorded } from '../events.ts'
import { type Decision, type Refusal, type Stamp, type Step, take } from '../step.ts'
import { defaultSettings } from '../tables/settings.ts'
import { responsible } from './people.ts'

/** What a trial changes of the usual stamp: another person, day or setting. */
export type StampChange = Partial<Stamp>

export const stampOf = (change: StampChange = {}): Stamp => {
  const on = change.on ?? '2026-06-15'
  return { actor: responsible, on, at: `${on}T14:00:00.000Z`, settings: defaultSettings, ...change }
}

/** The lines that a decision adds to a journal. */
export const recordedBy = (events: readonly Event[], complaint: Complaint, stamp: Stamp): Recorded[] =>
  events.map((event, at) => ({
    seq: complaint.version + at + 1,
    at: stamp.at,
    on: stamp.on,
    by: stamp.actor.id,
    role: stamp.actor.role,
    confirmation: stamp.confirmation ?? null,
    event,
  }))

/** The dossier after the events of a decision. */
export const after = (complaint: Complaint, events: readonly Event[], stamp: Stamp): Complaint =>
  recordedBy(events, complaint, stamp).reduce(evolve, complaint)

export interface Expectation {
  /** Fails unless the step was accepted and its first event has at least these fields. */
  yields(expected: Record<string, unknown>): void
  /** Fails unless the step was refused with this code, about this field if one is given. */
  refuses(code: Refusal['code'], field?: string): void
}

const mismatch = (expected: unknown, actual: unknown) =>
  new Error(`expected ${JSON.stringify(expected)}\n     got ${JSON.stringify(actual)}`)

const includes = (actual: unknown, expected: unknown): boolean =>
  typeof expected === 'object' && expected !== null
    ? typeof actual === 'object' &&
      actual !== null &&
      Object.entries(expected).every(([key, value]) => includes((actual as Record<string, unknown>)[key], value))
    : Object.is(actual, expected)

const expectation = (decision: Decision): Expectation => ({
  yields(expected) {
    if (!decision.accepted || !decision.events.some(event => includes(event, expected)))
      throw mismatch(expected, decision)
  },
  refuses(code, field) {
    if (decision.accepted || decision.refusal.code !== code || (field && decision.refusal.field !== field))
      throw mismatch({ code, field }, decision)
  },
})

/** A dossier, given the events that made it. */
export function given(...events: Event[]): {
  complaint: Complaint
  when<C extends object, E extends Event>(step: Step<C, E>, command: C, change?: StampChange): Expectation
} {
  const complaint =
    events.length === 0 ? unregistered : replay(recordedBy(events, unregistered, stampOf({ on: '2026-06-08' })))
  return { complaint, when: (step, command, change) => expectation(take(step, complaint, command, stampOf(change))) }
}

/** Who acts, in a trial where it matters. */
export const by = (actor: Actor): StampChange => ({ actor })
