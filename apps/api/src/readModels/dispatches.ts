import { statement } from '../database/statement.ts'
import type { ReadModel } from './ReadModel.ts'

const write = statement(
  'dispatch_write',
  `insert into dispatch as kept
   select * from jsonb_to_recordset($1::jsonb) as row (dossier_id uuid, line int, kind text, channel text, begun_on date,
     state text, failure text, done_on date)
   on conflict (dossier_id, line) do update
     set (state, failure, done_on) = (excluded.state, excluded.failure, excluded.done_on)
     where kept is distinct from excluded`,
)

/** One row per letter that leaves: how, since when, and whether it has left. */
export const dispatches: ReadModel = {
  table: 'dispatch',
  write: async (ask, dossiers) => {
    const rows = dossiers.flatMap(({ id, complaint }) =>
      complaint.dispatches.map(({ line, kind, channel, on, state, failure, doneOn }) => ({
        ...{ dossier_id: id, line, kind, channel },
        ...{ begun_on: on, state, failure, done_on: doneOn },
      })),
    )
    if (rows.length > 0) await ask(write, [JSON.stringify(rows)])
  },
}
