import { type HistoricalComplaint, historicalFact, type LocalDate } from '@bienfonde/domain'
import { type Ask, statement } from '../database/statement.ts'
import { factColumns, factRow } from '../readModels/statisticsFacts.ts'
import { columnArrays, selected, unnested } from './columnArrays.ts'

/** A complaint of a register with the mark that tells it from any other line of that register. */
export interface MarkedComplaint {
  id: string
  line: number
  complaint: HistoricalComplaint
}

const columns = [
  'received_on date',
  'acknowledged_on date',
  'replied_on date',
  'closed_on date',
  'closed boolean',
  'intake_channel text',
  'language text',
  'anonymous boolean',
  'sector text',
  'service text',
  'subject text',
  'outcome text',
  'inadmissibility_grounds text[]',
  'bodies text[]',
  'without_further_action_cause text',
  'criteria text[]',
]
const names = columns.map(column => column.split(' ')[0]).join(', ')

const rowOf = ({ id, line, complaint }: MarkedComplaint) => ({
  id,
  line,
  received_on: complaint.receivedOn,
  acknowledged_on: complaint.acknowledgedOn,
  replied_on: complaint.repliedOn,
  closed_on: complaint.closedOn,
  closed: complaint.closed,
  intake_channel: complaint.intakeChannel,
  language: complaint.language,
  anonymous: complaint.anonymous,
  sector: complaint.sector,
  service: complaint.service,
  subject: complaint.subject,
  outcome: complaint.outcome,
  inadmissibility_grounds: complaint.inadmissibilityGrounds,
  bodies: complaint.bodies,
  without_further_action_cause: complaint.withoutFurtherActionCause,
  criteria: complaint.criteria,
})

const factNames = factColumns.map(column => column.split(' ')[0]).join(', ')

const given = ['id uuid', 'line int', ...columns]
const told = ['id uuid', ...factColumns]

// A line that is new enters the figures with it, under the number it is given there.
const add = statement(
  'historical_complaint_add',
  `with taken as (
     insert into historical_complaint (id, import_id, line, taken_up_on, ${names})
     select given.id, $1, given.line, $2, ${selected(columns, 'given')} from ${unnested(given, 3, 'given')}
     on conflict (id) do nothing returning id, statistics_no
   ), fact as (
     insert into statistics_fact (dossier_no, version, position, ${factNames})
     select taken.statistics_no, 0, 0, ${selected(factColumns, 'told')}
     from ${unnested(told, 3 + given.length, 'told')} join taken on taken.id = told.id
     returning dossier_no
   ), change as (
     insert into statistics_change (dossier_no, written) select dossier_no, pg_current_xact_id() from fact
   )
   select id from taken`,
)

/**
 * Takes complaints up, on a day; those that were taken up before stay as they are, and of lines with one mark the first
 * counts. Gives the marks of those that are new.
 */
export async function addHistoricalComplaints(
  ask: Ask,
  importId: number,
  complaints: MarkedComplaint[],
  takenUpOn: LocalDate,
): Promise<string[]> {
  if (complaints.length === 0) return []
  const distinct = [...new Map(complaints.toReversed().map(each => [each.id, each])).values()].reverse()
  const facts = distinct.map(({ id, complaint }) => ({
    ...{ id, known_from: takenUpOn, known_to: null },
    ...factRow(historicalFact(complaint, takenUpOn)),
  }))
  const arrays = [...columnArrays(given, distinct.map(rowOf)), ...columnArrays(told, facts)]
  return (await ask<{ id: string }>(add, [importId, takenUpOn, ...arrays])).map(({ id }) => id)
}
