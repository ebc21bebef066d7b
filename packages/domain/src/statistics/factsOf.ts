import type { LocalDate } from '../calendar/localDate.ts'
import type { Matter } from '../complaint.ts'
import type { Recorded } from '../events.ts'
import { Course, type MatterCourse, type SideCourse, type Stay } from './course.ts'
import type { Fact } from './fact.ts'

const byDate = (day: LocalDate | null, dueOn: LocalDate | null): boolean | null =>
  day === null || dueOn === null ? null : day <= dueOn

const undecided = {
  ...{ outcome: null, disposition: null, cause: null, improvement: false },
  ...{ criteria: [], grounds: [], bodies: [] },
} as const

/** What became of a matter, once its dossier has left. */
function resultOf({ left, improvement }: MatterCourse, { end }: Stay): Pick<Fact, keyof typeof undecided> {
  if (!left || !end) return undecided
  const { outcome, assessment, grounds, transfer, referredTo, withoutFurtherActionCause } = left
  const elsewhere = outcome === 'REFERRED' || outcome === 'TRANSFERRED'
  const met = outcome === 'FOUNDED' ? (assessment?.criteria.filter(answer => answer.met) ?? []) : []
  const to = outcome === 'TRANSFERRED' && transfer ? [transfer.body] : outcome === 'REFERRED' ? referredTo : []
  return {
    ...undecided,
    ...{ outcome, disposition: end.disposition, improvement },
    cause: outcome === 'CLOSED_WITHOUT_FURTHER_ACTION' ? withoutFurtherActionCause : null,
    criteria: distinct(met.map(({ criterion }) => criterion)),
    grounds: outcome === 'INADMISSIBLE' || elsewhere ? distinct(grounds.map(({ ground }) => ground)) : [],
    bodies: distinct(to.map(({ code }) => code)),
  }
}

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)]

/** The facts of a dossier as its course stands. */
export function factsOfCourse({ complaint, stays, sides }: Course): Fact[] {
  const { registration, matters } = complaint
  if (!registration) return []
  const { receivedOn, intakeChannel: channel, language, anonymous } = registration
  const person = { channel, language, anonymous }
  const dossierOf = (stay: Stay | undefined) => ({
    openedOn: stay?.reopenedOn ?? receivedOn,
    officer: stay?.officer ?? null,
    officerKnownOn: stay?.officerKnownOn ?? null,
  })
  const contentOf = (matter: Matter | undefined) => ({
    sector: matter?.sector ?? null,
    service: matter?.service ?? null,
    subject: matter?.subject ?? null,
  })

  const ofMatter = (course: MatterCourse, stay: Stay): Fact => ({
    kind: 'MATTER',
    historical: false,
    stay: stay.number,
    ...dossierOf(stay),
    enteredOn: course.enteredOn ?? receivedOn,
    enteredKnownOn: course.knownOn,
    reopened: course.reopened,
    answeredOn: stay.answeredOn,
    answeredKnownOn: stay.answeredKnownOn,
    answeredInTime: byDate(stay.answeredOn, stay.acknowledgementDueOn),
    admittedOn: course.admittedOn,
    doneOn: stay.end?.doneOn ?? null,
    doneInTime: byDate(stay.end?.doneOn ?? null, stay.promisedOn),
    doneByDate: byDate(stay.end?.doneOn ?? null, stay.owedOn),
    endedOn: stay.end?.on ?? null,
    endedKnownOn: stay.end?.on ?? null,
    undated: false,
    dueOn: stay.stopped ? null : stay.owedOn,
    suspensions: stay.end ? [...stay.suspensions] : [],
    ...contentOf(matters.find(({ id }) => id === course.matter)),
    ...person,
    ...resultOf(course, stay),
    answer: null,
  })

  const ofSide = (side: SideCourse): Fact => ({
    kind: side.kind,
    historical: false,
    stay: side.stay,
    ...dossierOf(stays[side.stay - 1]),
    enteredOn: side.enteredOn,
    enteredKnownOn: side.knownOn,
    reopened: false,
    answeredOn: side.answeredOn,
    answeredKnownOn: side.answeredKnownOn,
    answeredInTime: null,
    admittedOn: null,
    doneOn: side.doneOn,
    doneInTime: null,
    doneByDate: null,
    endedOn: side.endedOn,
    endedKnownOn: side.endedKnownOn,
    undated: false,
    dueOn: side.dueOn,
    suspensions: [],
    ...contentOf(side.matter ? matters.find(({ id }) => id === side.matter) : matters[0]),
    ...(side.sector && { sector: side.sector }),
    ...person,
    ...undecided,
    answer: side.answer,
  })

  return [...stays.flatMap(stay => stay.matters.map(course => ofMatter(course, stay))), ...sides.map(ofSide)]
}

/** What a dossier contributes to the figures, as its journal tells it. */
export function factsOf(lines: Iterable<Recorded>): Fact[] {
  const course = new Course()
  for (const line of lines) course.follow(line)
  return factsOfCourse(course)
}
