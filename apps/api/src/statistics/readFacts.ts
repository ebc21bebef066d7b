import type { PoolClient } from 'pg'
import { copyOut } from '../database/copyOut.ts'
import { type Statement, statement } from '../database/statement.ts'
import type { FactWords } from './FactWords.ts'
import { blankFact, type StoredFact, stillKnown } from './StoredFact.ts'

/** The columns in the order in which both readers take them. */
const days = [
  ...['known_from', 'known_to', 'opened_on', 'entered_on', 'entered_known_on', 'answered_on', 'answered_known_on'],
  ...['admitted_on', 'done_on', 'ended_on', 'ended_known_on', 'due_on', 'officer_known_on'],
]
const numbers = [
  ...['kind', 'stay', 'channel', 'language', 'outcome', 'disposition', 'cause', 'criteria', 'grounds', 'bodies'],
  'answer',
]
const flags = [
  'reopened',
  'answered_in_time',
  'done_in_time',
  'done_by_date',
  'improvement',
  'anonymous',
  'historical',
  'undated',
]
const words = ['sector', 'service', 'subject', 'officer_id']

const dayAsNumber = (name: string) => `${name} - date '1970-01-01' as ${name}`

/** The facts of some dossiers, as they are now. */
export const factsOfDossiers: Statement = statement(
  'statistics_facts_of',
  `select dossier_no, ${days.map(dayAsNumber).join(', ')}, ${[...numbers, ...flags, ...words].join(', ')},
     (select array_agg(day - date '1970-01-01') from unnest(suspensions) as day) as suspensions
   from statistics_fact where dossier_no = any ($1) order by dossier_no, version, position`,
)

export type FactRow = Record<string, number | boolean | string | number[] | null>

/** A row of the statement above as a fact. */
export function factOfRow(row: FactRow, known: FactWords): StoredFact {
  const day = (name: string) => clamp(row[name] as number | null)
  const number = (name: string) => row[name] as number
  const word = (name: string) => row[name] as string | null
  return {
    dossier: number('dossier_no'),
    knownFrom: day('known_from'),
    knownTo: row.known_to === null ? stillKnown : day('known_to'),
    openedOn: day('opened_on'),
    enteredOn: day('entered_on'),
    enteredKnownOn: day('entered_known_on'),
    answeredOn: day('answered_on'),
    answeredKnownOn: day('answered_known_on'),
    admittedOn: day('admitted_on'),
    doneOn: day('done_on'),
    endedOn: day('ended_on'),
    endedKnownOn: day('ended_known_on'),
    dueOn: day('due_on'),
    officerKnownOn: day('officer_known_on'),
    kind: number('kind'),
    stay: number('stay'),
    channel: number('channel'),
    language: number('language'),
    outcome: number('outcome'),
    disposition: number('disposition'),
    cause: number('cause'),
    criteria: number('criteria'),
    grounds: number('grounds'),
    bodies: number('bodies'),
    answer: number('answer'),
    reopened: row.reopened === true,
    answeredInTime: row.answered_in_time === true,
    answeredUnjudged: row.answered_in_time === null,
    doneInTime: row.done_in_time === true,
    doneUnjudged: row.done_in_time === null,
    doneByDate: row.done_by_date === true,
    improvement: row.improvement === true,
    anonymity: row.anonymous === null ? 0 : row.anonymous ? 2 : 1,
    origin: row.historical === true ? 2 : 1,
    undated: row.undated === true,
    sector: known.sector.numberOf(word('sector')),
    service: known.service.numberOf(word('service')),
    subject: known.subject.numberOf(word('subject')),
    officer: known.officer.numberOf(word('officer_id')),
    suspensions: (row.suspensions as number[] | null) ?? [],
  }
}

/** Days before 1970 are told as its first; none is 0. */
const clamp = (day: number | null): number => (day === null ? 0 : Math.min(Math.max(day, 1), stillKnown - 1))

const everyFact = `copy (
  select dossier_no, ${[...days, ...numbers, ...flags, ...words, 'suspensions'].join(', ')}
  from statistics_fact order by dossier_no, version, position
) to stdout (format binary)`

/** From 1970-01-01 to 2000-01-01, from which PostgreSQL counts. */
const since2000 = 10_957
const signatureBytes = 19

/** Takes every fact in turn; the same object is filled anew for each, so nobody may keep it. */
export async function everyFactIn(client: PoolClient, known: FactWords, take: (fact: StoredFact) => void) {
  const fact = blankFact()
  let first = true
  let row: Buffer = Buffer.alloc(0)
  let at = 0
  const length = () => {
    const bytes = row.readInt32BE(at)
    at += 4
    return bytes
  }
  const day = () => {
    if (length() < 0) return 0
    const days = row.readInt32BE(at) + since2000
    at += 4
    return clamp(days)
  }
  const small = () => {
    at += 4
    const number = row.readInt16BE(at)
    at += 2
    return number
  }
  const flag = () => {
    if (length() < 0) return -1
    return row[at++]!
  }
  const word = (column: FactWords[keyof FactWords]) => {
    const bytes = length()
    if (bytes < 0) return 0
    at += bytes
    return column.numberIn(row, at - bytes, at)
  }
  /** An array of days: its dimensions, flags, type, then length and bound, then each day after its own length. */
  const dayList = () => {
    const bytes = length()
    if (bytes < 0) return none
    const end = at + bytes
    const list: number[] = []
    for (at += 20; at < end; at += 8) list.push(clamp(row.readInt32BE(at + 4) + since2000))
    at = end
    return list
  }
  await copyOut(client, everyFact, buffer => {
    row = buffer
    at = first ? signatureBytes : 0
    first = false
    if (row.readInt16BE(at) < 0) return
    at += 2 + 4
    fact.dossier = row.readInt32BE(at)
    at += 4
    fact.knownFrom = day()
    fact.knownTo = day() || stillKnown
    fact.openedOn = day()
    fact.enteredOn = day()
    fact.enteredKnownOn = day()
    fact.answeredOn = day()
    fact.answeredKnownOn = day()
    fact.admittedOn = day()
    fact.doneOn = day()
    fact.endedOn = day()
    fact.endedKnownOn = day()
    fact.dueOn = day()
    fact.officerKnownOn = day()
    fact.kind = small()
    fact.stay = small()
    fact.channel = small()
    fact.language = small()
    fact.outcome = small()
    fact.disposition = small()
    fact.cause = small()
    fact.criteria = small()
    fact.grounds = small()
    fact.bodies = small()
    fact.answer = small()
    fact.reopened = flag() === 1
    const answeredInTime = flag()
    fact.answeredInTime = answeredInTime === 1
    fact.answeredUnjudged = answeredInTime < 0
    const doneInTime = flag()
    fact.doneInTime = doneInTime === 1
    fact.doneUnjudged = doneInTime < 0
    fact.doneByDate = flag() === 1
    fact.improvement = flag() === 1
    fact.anonymity = flag() + 1
    fact.origin = flag() + 1
    fact.undated = flag() === 1
    fact.sector = word(known.sector)
    fact.service = word(known.service)
    fact.subject = word(known.subject)
    fact.officer = word(known.officer)
    fact.suspensions = dayList()
    take(fact)
  })
}

const none: number[] = []
