import { type Complaint, followUpKindOf, followUpsOf, isFollowed } from '@bienfonde/domain'
import { statement } from '../database/statement.ts'
import type { ReadModel } from './ReadModel.ts'

/** What a dossier asks of units; a sector sees its own from the notice on, even if the dossier reopens. */
const recommendationRows = (complaint: Complaint) =>
  followUpsOf(complaint).map(asked => ({
    recommendation_id: asked.id,
    sector: asked.sector,
    text: asked.text,
    due_on: asked.dueOn,
    answer: asked.answer,
    plan: asked.plan,
    implemented_on: asked.implementedOn,
    closed_on: asked.closedOn,
    visible: asked.issuedOn !== null,
    kind: followUpKindOf(asked),
    issued_on: asked.issuedOn,
    answered_on: asked.answeredOn,
    evidence: asked.evidence,
    followed: isFollowed(asked),
  }))

const write = statement(
  'recommendation_write',
  `insert into recommendation as kept
   select * from jsonb_to_recordset($1::jsonb) as row (dossier_id uuid, recommendation_id text, sector text, text text,
     due_on date, answer text, plan text, implemented_on date, closed_on date, visible boolean, kind text,
     issued_on date, answered_on date, evidence text, followed boolean)
   on conflict (dossier_id, recommendation_id) do update
     set (due_on, answer, plan, implemented_on, closed_on, visible, issued_on, answered_on, evidence, followed) =
       (excluded.due_on, excluded.answer, excluded.plan, excluded.implemented_on, excluded.closed_on, excluded.visible,
        excluded.issued_on, excluded.answered_on, excluded.evidence, excluded.followed)
     where kept is distinct from excluded`,
)

/** One row per recommendation or improvement lead: what a sector is asked, and what came of it. */
export const recommendations: ReadModel = {
  table: 'recommendation',
  write: async (ask, dossiers) => {
    const rows = dossiers.flatMap(({ id, complaint }) =>
      recommendationRows(complaint).map(row => ({ dossier_id: id, ...row })),
    )
    if (rows.length > 0) await ask(write, [JSON.stringify(rows)])
  },
}
