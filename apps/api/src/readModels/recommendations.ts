import type { Complaint } from '@bienfonde/domain'
import { statement } from '../database/statement.ts'
import type { ReadModel } from './ReadModel.ts'

/** The recommendations of a dossier; a sector sees its own from the notice on, even if the dossier reopens. */
const recommendationRows = ({ recommendations }: Complaint) =>
  recommendations.map(({ id, sector, text, dueOn, answer, plan, issuedOn, implementedOn, closedOn }) => ({
    recommendation_id: id,
    sector,
    text,
    due_on: dueOn,
    answer,
    plan,
    implemented_on: implementedOn,
    closed_on: closedOn,
    visible: issuedOn !== null,
  }))

const write = statement(
  'recommendation_write',
  `insert into recommendation as kept
   select * from jsonb_to_recordset($1::jsonb) as row (dossier_id uuid, recommendation_id text, sector text, text text,
     due_on date, answer text, plan text, implemented_on date, closed_on date, visible boolean)
   on conflict (dossier_id, recommendation_id) do update
     set (due_on, answer, plan, implemented_on, closed_on, visible) = (excluded.due_on, excluded.answer, excluded.plan,
       excluded.implemented_on, excluded.closed_on, excluded.visible)
     where kept is distinct from excluded`,
)

/** One row per recommendation: what a sector is asked to correct, and what came of it. */
export const recommendations: ReadModel = {
  table: 'recommendation',
  write: async (ask, dossiers) => {
    const rows = dossiers.flatMap(({ id, complaint }) =>
      recommendationRows(complaint).map(row => ({ dossier_id: id, ...row })),
    )
    if (rows.length > 0) await ask(write, [JSON.stringify(rows)])
  },
}
