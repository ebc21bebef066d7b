import { addDays, type LocalDate } from '../calendar/localDate.ts'
import type { Recorded } from '../events.ts'
import { Course } from './course.ts'
import type { Fact } from './fact.ts'
import { factsOfCourse } from './factsOf.ts'

/** The facts of a dossier from one day on, until something that was known is known otherwise. */
export interface FactVersion {
  readonly knownFrom: LocalDate
  /** The first day on which they no longer hold; none for the present version. */
  readonly knownTo: LocalDate | null
  readonly facts: readonly Fact[]
}

const unanswered = { answeredOn: null, answeredKnownOn: null, answeredInTime: null, answer: null } as const
const unended = {
  ...{ doneOn: null, doneInTime: null, doneByDate: null, endedOn: null, endedKnownOn: null, suspensions: [] },
  ...{ outcome: null, disposition: null, cause: null, criteria: [], grounds: [], bodies: [], improvement: false },
} as const

const after = (known: LocalDate | null, day: LocalDate) => known !== null && known > day

/** The facts as they were known on the evening of a day: what was recorded later had not happened yet. */
export const asKnownOn = (facts: readonly Fact[], day: LocalDate): Fact[] =>
  facts
    .filter(({ enteredKnownOn }) => enteredKnownOn <= day)
    .map(fact => ({
      ...fact,
      ...(after(fact.answeredKnownOn, day) && unanswered),
      ...(after(fact.admittedOn, day) && { admittedOn: null }),
      ...(after(fact.endedKnownOn, day) && unended),
      ...(after(fact.officerKnownOn, day) && { officer: null, officerKnownOn: null }),
    }))

/**
 * Everything that was ever known of a dossier's figures, day by day. What merely went on needs no second version:
 * the present one, read as it was known on an earlier day, already says it.
 */
export function factVersions(lines: readonly Recorded[]): FactVersion[] {
  const versions: FactVersion[] = []
  const course = new Course()
  let day = ''
  lines.forEach((line, at) => {
    course.follow(line)
    const next = lines[at + 1]
    if (line.on > day) day = line.on
    if (next && next.on <= day) return
    const facts = factsOfCourse(course)
    if (facts.length === 0) return
    const last = versions.at(-1)
    const goesOn = last && JSON.stringify(asKnownOn(facts, addDays(day, -1))) === JSON.stringify(last.facts)
    if (goesOn) versions[versions.length - 1] = { ...last, facts }
    else {
      if (last) versions[versions.length - 1] = { ...last, knownTo: day }
      versions.push({ knownFrom: day, knownTo: null, facts })
    }
  })
  return versions
}

/** What the figures counted of a dossier on the evening of a day. */
export const factsKnownOn = (versions: readonly FactVersion[], day: LocalDate): Fact[] =>
  versions
    .filter(({ knownFrom, knownTo }) => knownFrom <= day && (knownTo === null || day < knownTo))
    .flatMap(({ facts }) => asKnownOn(facts, day))
