import { type Fact, type FactVersion, factBits, factNumber, factVersions } from '@bienfonde/domain'
import { statement } from '../database/statement.ts'
import type { ReadModel } from './ReadModel.ts'

/** A fact as the table keeps it: its days, and its codes as small numbers. */
export const factRow = (fact: Fact) => ({
  historical: fact.historical,
  kind: factNumber('kind', fact.kind),
  stay: fact.stay,
  opened_on: fact.openedOn,
  entered_on: fact.enteredOn,
  entered_known_on: fact.enteredKnownOn,
  reopened: fact.reopened,
  answered_on: fact.answeredOn,
  answered_known_on: fact.answeredKnownOn,
  answered_in_time: fact.answeredInTime,
  admitted_on: fact.admittedOn,
  done_on: fact.doneOn,
  done_in_time: fact.doneInTime,
  done_by_date: fact.doneByDate,
  ended_on: fact.endedOn,
  ended_known_on: fact.endedKnownOn,
  undated: fact.undated,
  due_on: fact.dueOn,
  suspensions: fact.suspensions.length > 0 ? fact.suspensions : null,
  sector: fact.sector,
  service: fact.service,
  subject: fact.subject,
  officer_id: fact.officer,
  officer_known_on: fact.officerKnownOn,
  channel: factNumber('channel', fact.channel),
  language: factNumber('language', fact.language),
  anonymous: fact.anonymous,
  outcome: factNumber('outcome', fact.outcome),
  disposition: factNumber('outcome', fact.disposition),
  cause: factNumber('cause', fact.cause),
  criteria: factBits('criterion', fact.criteria),
  grounds: factBits('ground', fact.grounds),
  bodies: factBits('body', fact.bodies),
  improvement: fact.improvement,
  answer: factNumber('answer', fact.answer),
})

/** Everything ever known of a dossier's figures, one row for each fact of each version. */
const factRows = (versions: readonly FactVersion[]) =>
  versions.flatMap(({ knownFrom, knownTo, facts }, version) =>
    facts.map((fact, position) => ({ version, position, known_from: knownFrom, known_to: knownTo, ...factRow(fact) })),
  )

const days = ['opened_on', 'entered_on', 'entered_known_on', 'answered_on', 'answered_known_on', 'admitted_on']
const laterDays = ['done_on', 'ended_on', 'ended_known_on', 'due_on', 'officer_known_on', 'known_from', 'known_to']
const flags = [
  'reopened',
  'answered_in_time',
  'done_in_time',
  'done_by_date',
  'anonymous',
  'improvement',
  'historical',
  'undated',
]
const codes = [
  'kind',
  'stay',
  'channel',
  'language',
  'outcome',
  'disposition',
  'cause',
  'criteria',
  'grounds',
  'bodies',
]
const words = ['sector', 'service', 'subject', 'officer_id']

/** The columns of a fact, with their types. */
export const factColumns = [
  ...[...days, ...laterDays].map(name => `${name} date`),
  ...flags.map(name => `${name} boolean`),
  ...[...codes, 'answer'].map(name => `${name} smallint`),
  ...words.map(name => `${name} text`),
  'suspensions date[]',
]
const names = factColumns.map(column => column.split(' ')[0]).join(', ')

// What a dossier no longer says leaves the end of its rows; only rows that differ are written, and tell that they were.
const write = statement(
  'statistics_write',
  `with told as (
     select statistics_no as dossier_no, versions, facts
     from jsonb_to_recordset($2::jsonb) as row (dossier_id uuid, versions int, facts int[])
     join dossier on dossier.id = row.dossier_id
   ), fact as (
     select dossier.statistics_no as dossier_no, row.*
     from jsonb_to_recordset($1::jsonb) as row
       (dossier_id uuid, version smallint, position smallint, ${factColumns.join(', ')})
     join dossier on dossier.id = row.dossier_id
   ), kept as (
     insert into statistics_fact as kept (dossier_no, version, position, ${names})
     select dossier_no, version, position, ${names} from fact
     on conflict (dossier_no, version, position) do update
       set (${names}) = (${names.replace(/\w+/g, 'excluded.$&')})
       where (${names.replace(/\w+/g, 'kept.$&')}) is distinct from (${names.replace(/\w+/g, 'excluded.$&')})
     returning dossier_no
   ), gone as (
     delete from statistics_fact fact using told
     where fact.dossier_no = told.dossier_no
       and (fact.version >= versions or fact.position >= facts[fact.version + 1])
     returning fact.dossier_no
   )
   insert into statistics_change (dossier_no, written)
   select dossier_no, pg_current_xact_id() from kept union select dossier_no, pg_current_xact_id() from gone
   on conflict (dossier_no) do update set written = excluded.written`,
)

/** What the figures are counted from: no text, no person and no dossier's number can be reached from it. */
export const statisticsFacts: ReadModel = {
  table: 'statistics_fact',
  remade: 'not historical',
  write: async (ask, dossiers) => {
    const told = dossiers.map(({ id, lines }) => ({ id, versions: factVersions(lines) }))
    const rows = told.flatMap(({ id, versions }) => factRows(versions).map(row => ({ dossier_id: id, ...row })))
    const counts = told.map(({ id, versions }) => ({
      dossier_id: id,
      versions: versions.length,
      facts: versions.map(({ facts }) => facts.length),
    }))
    await ask(write, [JSON.stringify(rows), JSON.stringify(counts)])
  },
}
