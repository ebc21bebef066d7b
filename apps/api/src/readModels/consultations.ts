import type { Complaint } from '@bienfonde/domain'
import { statement } from '../database/statement.ts'
import type { ReadModel } from './ReadModel.ts'

/** The consultations of a dossier as each sector consulted may read them. */
const consultationRows = ({ consultations }: Complaint) =>
  consultations.map(({ id, sector, purpose, statement, question, askedOn, dueOn, reply, repliedOn, cancelled }) => ({
    consultation_id: id,
    sector,
    purpose,
    statement,
    question,
    asked_on: askedOn,
    due_on: dueOn,
    reply,
    replied_on: repliedOn,
    state: reply !== null ? 'ANSWERED' : cancelled ? 'CANCELLED' : 'PENDING',
  }))

const write = statement(
  'consultation_write',
  `insert into consultation as kept
   select * from jsonb_to_recordset($1::jsonb) as row (dossier_id uuid, consultation_id text, sector text, purpose text,
     statement text, question text, asked_on date, due_on date, reply text, replied_on date, state text)
   on conflict (dossier_id, consultation_id) do update
     set (reply, replied_on, state) = (excluded.reply, excluded.replied_on, excluded.state)
     where kept.state <> excluded.state`,
)

/** One row per consultation: what a sector is asked, and what it answered. */
export const consultations: ReadModel = {
  table: 'consultation',
  write: async (ask, dossiers) => {
    const rows = dossiers.flatMap(({ id, complaint }) =>
      consultationRows(complaint).map(row => ({ dossier_id: id, ...row })),
    )
    if (rows.length > 0) await ask(write, [JSON.stringify(rows)])
  },
}
