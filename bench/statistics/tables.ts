import type { Database } from '../../apps/api/dist/database/Database.js'
import { businessDaysBetween } from '../../packages/domain/dist/index.js'

/**
 * The same matters as whoever writes SQL, or serves a database as it is, would keep them: one row each, its days, its
 * codes in clear and its delay ready made, with the indexes that help; and dossiers to look up by their key.
 */
export async function makeTables({ pool }: Database, dossiers: number): Promise<void> {
  const first = '1990-01-01'
  const ask = (text: string, values: unknown[] = []) => pool.query(text, values)
  const { rows } = await ask(
    `select to_char(day, 'YYYY-MM-DD') as day from generate_series(date '${first}', date '2030-12-31', '1 day') as day`,
  )
  const worked = rows.map(({ day }) => ({ day, through: businessDaysBetween(first, day) }))
  await ask('create table worked_day (day date primary key, through int not null)')
  await ask('insert into worked_day select * from jsonb_to_recordset($1::jsonb) as row (day date, through int)', [
    JSON.stringify(worked),
  ])
  await ask('analyze worked_day')
  await ask('create schema peer')
  await ask(`create table peer.matter as
    select row_number() over () as id, 1 as one, opened_on as received_on, ended_on as closed_on,
      extract(year from opened_on - interval '3 months')::int as received_year,
      extract(year from ended_on - interval '3 months')::int as closed_year, to_char(ended_on, 'YYYY-MM') as closed_month,
      sector, service, subject, officer_id as officer, channel::int as channel, language::int as language, anonymous,
      outcome::int as outcome, greatest(ended.through - opened.through, 0) as closing_days
    from statistics_fact join worked_day opened on opened.day = opened_on left join worked_day ended on ended.day = ended_on
    where known_to is null and kind = 1`)
  await ask('alter table peer.matter add primary key (id)')
  await ask('create index on peer.matter (closed_on)')
  await ask('create index on peer.matter (received_on)')
  await ask('vacuum (analyze) peer.matter')
  await ask(`create table bench_dossier as select gen_random_uuid() as dossier_id, kept.* from (
      select row_number() over () as place, row_to_json(caseload) as row from caseload) kept,
    generate_series(1, ${Math.min(dossiers, 100_000)}) n where kept.place = 1 + n % (select count(*) from caseload)`)
  await ask('alter table bench_dossier add primary key (dossier_id)')
  await ask('vacuum (analyze) bench_dossier')
}
