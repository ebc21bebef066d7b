import type { HistoricalComplaint } from '@bienfonde/domain'
import { type Ask, statement } from '../database/statement.ts'

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

const add = statement(
  'historical_complaint_add',
  `insert into historical_complaint (id, import_id, line, ${names})
   select id, $2, line, ${names} from json_to_recordset($1) as row (id uuid, line int, ${columns.join(', ')})
   on conflict (id) do nothing returning id`,
)

/** Takes complaints up; those that were taken up before stay as they are. Gives the marks of those that are new. */
export async function addHistoricalComplaints(ask: Ask, importId: number, complaints: MarkedComplaint[]) {
  if (complaints.length === 0) return []
  const added = await ask<{ id: string }>(add, [JSON.stringify(complaints.map(rowOf)), importId])
  return added.map(({ id }) => id)
}
