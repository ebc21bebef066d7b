import { type ActingRole, type Event, localDateAt, type Recorded } from '@bienfonde/domain'
import { type Ask, statement } from '../database/statement.ts'

/** A journal line as the database gives it. */
export interface JournalRow {
  seq: number
  event: Event
  actor_id: string
  actor_role: ActingRole
  at: Date
  confirmation: string | null
}

const findLines = statement(
  'journal_lines',
  'select seq, event, actor_id, actor_role, at, confirmation from journal where dossier_id = $1 order by seq',
)
const findMany = statement(
  'journal_lines_of',
  `select dossier_id, seq, event, actor_id, actor_role, at, confirmation
   from journal where dossier_id = any ($1) order by dossier_id, seq`,
)

/** The line as the domain replays it. */
export const recorded = ({ seq, event, actor_id, actor_role, at, confirmation }: JournalRow): Recorded => ({
  seq,
  at: at.toISOString(),
  on: localDateAt(at),
  by: actor_id,
  role: actor_role,
  confirmation,
  event,
})

/** The whole journal of one dossier, in order; empty when there is none. */
export const journalOf = async (ask: Ask, dossier: string): Promise<Recorded[]> =>
  (await ask<JournalRow>(findLines, [dossier])).map(recorded)

/** The journals of several dossiers, in one statement. */
export async function journalsOf(ask: Ask, dossiers: string[]): Promise<Map<string, Recorded[]>> {
  const rows = await ask<JournalRow & { dossier_id: string }>(findMany, [dossiers])
  const journals = new Map<string, Recorded[]>()
  for (const row of rows) {
    const lines = journals.get(row.dossier_id)
    if (lines) lines.push(recorded(row))
    else journals.set(row.dossier_id, [recorded(row)])
  }
  return journals
}
