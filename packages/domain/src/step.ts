import type { LocalDate } from './calendar/localDate.ts'
import { isLocalDate } from './calendar/localDate.ts'
import type { Complaint, Matter } from './complaint.ts'
import { concerns } from './confidentiality/concerns.ts'
import {
  type IdentifyingPassage,
  identifyingPassages,
  normaliseToken,
  type Recognises,
} from './confidentiality/identifyingPassages.ts'
import type { Opener } from './confidentiality/openingLimit.ts'
import { type Act, type Actor, permits } from './confidentiality/permits.ts'
import type { Event, MatterId } from './events.ts'
import type { RefusalCode } from './tables/refusals.ts'
import { defaultSettings, type Settings } from './tables/settings.ts'

export type Optional<T> = T | null | undefined

/** The rooms of the process, in the order an officer meets them. */
export type Room =
  | 'intake'
  | 'admissibility'
  | 'transfer'
  | 'confidentiality'
  | 'analysis'
  | 'decision'
  | 'result'
  | 'followUp'
  | 'ombudsman'
  | 'retention'

/** Who takes a step, when, and under which settings: a step reads no clock, database or network. */
export interface Stamp {
  readonly actor: Actor
  /** The instant, ISO 8601 in UTC. */
  readonly at: string
  /** The day of that instant in the ministry's time zone. */
  readonly on: LocalDate
  readonly settings: Settings
  /** Knows the tokens of this dossier's identity without reading the vault. */
  readonly recognises?: Recognises | undefined
  /** What the server knows of whoever opens an identity; the portal leaves it out and is told. */
  readonly opener?: Opener | undefined
  /** Why a passage that looks identifying is kept. */
  readonly confirmation?: Optional<string>
}

/** Why a step was not taken: one code of the table of refusals, and the field it is about. */
export interface Refusal {
  readonly code: RefusalCode
  readonly field?: string | undefined
  readonly passages?: readonly IdentifyingPassage[] | undefined
}

export type Decision<E extends Event = Event> =
  | { readonly accepted: true; readonly events: readonly E[] }
  | { readonly accepted: false; readonly refusal: Refusal }

/** A text that a command would write into the journal, under the name of its field. */
export interface Written {
  readonly field: string
  readonly text: Optional<string>
  /** Names and numbers belong in this field: a likeness is nothing there, and only the person's own are sought. */
  readonly mayName?: true
}

export interface Step<Command, E extends Event = Event> {
  /** What the officer does, in words. */
  readonly title: string
  readonly room: Room
  readonly act: Act
  /** Set when the step is taken on one matter: why that matter bars it. The command then names its `matter`. */
  barredOn?(matter: Matter, complaint: Complaint): RefusalCode | undefined
  /** Why the step may not be taken now, whatever is answered. */
  barred(complaint: Complaint, actor: Actor, settings: Settings): RefusalCode | undefined
  /** The free texts that the command writes, for the detector of identifying passages. */
  writes?(command: Command): readonly Written[]
  /** What follows from this answer. */
  decide(complaint: Complaint, command: Command, stamp: Stamp): Decision<E>
}

export const accept = <E extends Event>(...events: E[]): Decision<E> => ({ accepted: true, events })

export const refuse = (code: RefusalCode, field?: string): Decision<never> => ({
  accepted: false,
  refusal: { code, field },
})

export const isBlank = (text: Optional<string>): boolean => !text?.trim()

/** What is wrong with the date of an act that has taken place, if anything is. */
export function misdated(date: Optional<string>, complaint: Complaint, { on }: Stamp): RefusalCode | undefined {
  if (!isLocalDate(date)) return 'DATE_INVALID'
  if (date > on) return 'DATE_IN_FUTURE'
  if (complaint.registration && date < complaint.registration.receivedOn) return 'DATE_BEFORE_RECEIPT'
  return undefined
}

/** What is wrong with a date that is still to come, if anything is. */
export function misplanned(date: Optional<string>, { on }: Stamp): RefusalCode | undefined {
  if (!isLocalDate(date)) return 'DATE_INVALID'
  return date < on ? 'DATE_IN_PAST' : undefined
}

function barredForActor(
  { act }: Pick<Step<never>, 'act'>,
  complaint: Complaint,
  actor: Actor,
): RefusalCode | undefined {
  if (!permits(actor, act)) return 'NOT_PERMITTED'
  if (act === 'REGISTER') return complaint.version > 0 ? 'ALREADY_REGISTERED' : undefined
  if (complaint.version === 0) return 'DOSSIER_UNKNOWN'
  if (!concerns(complaint, actor)) return 'DOSSIER_UNKNOWN'
  if (act === 'PREPARE' && actor.role === 'OFFICER' && complaint.officer && complaint.officer !== actor.id)
    return 'ASSIGNED_TO_ANOTHER'
  if (act === 'DECIDE' && isSubject(complaint, actor)) return 'DECIDER_IS_SUBJECT'
  return undefined
}

/** Nobody decides on a complaint of which they or their unit are the subject. */
export const isSubject = ({ matters }: Pick<Complaint, 'matters'>, { id, sector }: Actor): boolean =>
  matters.some(matter => matter.concernedStaff.includes(id) || (sector !== null && matter.sector === sector))

/** How a step stands for somebody: open, on which matters, or why it is closed. */
export interface Standing {
  readonly refusal: RefusalCode | undefined
  /** The matters on which the step may be taken; empty for a step on the dossier. */
  readonly matters: readonly MatterId[]
}

export function standing<Command, E extends Event>(
  step: Step<Command, E>,
  complaint: Complaint,
  actor: Actor,
  settings: Settings = defaultSettings,
): Standing {
  const refusal = barredForActor(step, complaint, actor) ?? step.barred(complaint, actor, settings)
  if (refusal) return { refusal, matters: [] }
  if (!step.barredOn) return { refusal: undefined, matters: [] }
  const answers = complaint.matters.map(matter => ({ id: matter.id, refusal: step.barredOn?.(matter, complaint) }))
  const matters = answers.filter(answer => !answer.refusal).map(({ id }) => id)
  return { refusal: matters.length > 0 ? undefined : (answers[0]?.refusal ?? 'MATTER_MISSING'), matters }
}

/** What every letter prints identifies nobody: the Secretariat's own address and telephone, the dossier's own number. */
const isPrinted = (
  { known, passage }: IdentifyingPassage,
  { registration }: Complaint,
  { contacts }: Settings,
): boolean =>
  !known &&
  [contacts.email, contacts.telephone, ...contacts.address, registration?.fileNumber ?? ''].some(own =>
    normaliseToken(own).includes(normaliseToken(passage)),
  )

/** The first text of the command that seems to identify the person and is not confirmed. */
function identifyingText(written: readonly Written[], complaint: Complaint, stamp: Stamp): Refusal | undefined {
  const { recognises, confirmation, settings } = stamp
  for (const { field, text, mayName } of written) {
    const found = text ? identifyingPassages(text, recognises) : []
    const sought = mayName ? found.filter(({ known }) => known) : found
    const passages = sought.filter(passage => !isPrinted(passage, complaint, settings))
    // A surname may be an ordinary word, and can be confirmed; contact details and numbers of the person cannot.
    const certain = passages.filter(({ known, kind }) => known && kind !== 'NAME')
    if (certain.length > 0) return { code: 'IDENTITY_IN_TEXT', field, passages: certain }
    if (passages.length > 0 && isBlank(confirmation)) return { code: 'IDENTIFYING_PASSAGE', field, passages }
  }
  return undefined
}

/** Takes a step: the events that follow, or the one refusal that says what is missing. */
export function take<Command extends object, E extends Event>(
  step: Step<Command, E>,
  complaint: Complaint,
  command: Command,
  stamp: Stamp,
): Decision<E> {
  const { actor, settings } = stamp
  const refusal = barredForActor(step, complaint, actor) ?? step.barred(complaint, actor, settings)
  if (refusal) return refuse(refusal)
  if (step.barredOn) {
    const matter = complaint.matters.find(({ id }) => 'matter' in command && id === command.matter)
    if (!matter) return refuse('MATTER_UNKNOWN', 'matter')
    const barred = step.barredOn(matter, complaint)
    if (barred) return refuse(barred, 'matter')
  }
  const decision = step.decide(complaint, command, stamp)
  if (!decision.accepted) return decision
  const confirmation = { field: 'confirmation', text: stamp.confirmation }
  const identifying = identifyingText([...(step.writes?.(command) ?? []), confirmation], complaint, stamp)
  return identifying ? { accepted: false, refusal: identifying } : decision
}
