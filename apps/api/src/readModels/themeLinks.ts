import { statement } from '../database/statement.ts'
import type { ReadModel } from './ReadModel.ts'

const write = statement(
  'theme_link_write',
  `insert into theme_link
   select * from jsonb_to_recordset($1::jsonb) as row (dossier_id uuid, theme text, title text, linked_on date)
   on conflict (dossier_id, theme) do nothing`,
)

/** One row per dossier and theme: where dossiers that show the same thing meet. */
export const themeLinks: ReadModel = {
  table: 'theme_link',
  write: async (ask, dossiers) => {
    const rows = dossiers.flatMap(({ id, lines }) =>
      lines.flatMap(({ on, event }) =>
        event.type === 'THEME_LINKED'
          ? [{ dossier_id: id, theme: event.theme, title: event.title, linked_on: on }]
          : [],
      ),
    )
    if (rows.length > 0) await ask(write, [JSON.stringify(rows)])
  },
}
