import { type Ask, statement } from '../database/statement.ts'
import { readModels } from './index.ts'

// A digest of the columns of the read models' tables: a version that adds a table or a column makes it another.
const shape = `(select to_jsonb(md5(string_agg(format('%s.%s %s', table_name, column_name, data_type), ',' order by table_name, column_name)))
   from information_schema.columns where table_schema = current_schema() and table_name = any ($1::text[]))`

const keep = statement(
  'shape_keep',
  `insert into setting (key, value) values ('READ_MODELS', ${shape}) on conflict (key) do update set value = excluded.value`,
)
const compare = statement(
  'shape_compare',
  `select coalesce((select value from setting where key = 'READ_MODELS') <> ${shape}, true) as reshaped`,
)

const tables = () => readModels.map(({ table }) => table)

/** Writes down the shape of the tables that were just filled. */
export async function keepShape(ask: Ask): Promise<void> {
  await ask(keep, [tables()])
}

/** True when the tables are no longer those that were last filled from the journal: a new version changed them. */
export async function isReshaped(ask: Ask): Promise<boolean> {
  const [{ reshaped = true } = {}] = await ask<{ reshaped: boolean }>(compare, [tables()])
  return reshaped
}
