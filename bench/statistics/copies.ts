import type { Database } from '../../apps/api/dist/database/Database.js'

/**
 * Copies what the played dossiers contribute to the figures, moved in time over twenty-five years and spread over twelve
 * sectors, eighty subjects, thirty services and forty officers; the oldest come first, as they would have. One in a hundred
 * is still open, and recent: the others are over, as those of twenty-five years are. Facts and a list to look one up in: never the journal.
 */
export async function copyFacts({ pool }: Database, wanted: number): Promise<number> {
  const client = await pool.connect()
  try {
    return await copyWith(text => client.query(text), wanted)
  } finally {
    client.release(true)
  }
}

async function copyWith(ask: (text: string) => Promise<{ rows: Record<string, number>[] }>, wanted: number) {
  await ask(`create temp table source as
    select dossier_no, bool_and(ended_on is not null or kind <> 1) as over from statistics_fact group by 1`)
  const { rows } = await ask(
    'select count(*) filter (where over)::int as over, count(*) filter (where not over)::int as open from source',
  )
  const open = Math.ceil(wanted / 100)
  const [eachOver, eachOpen] = [(wanted - open) / (rows[0]?.over ?? 1), open / (rows[0]?.open ?? 1)].map(Math.ceil)
  await ask(`create temp table copied as
    select dossier_no as source, shift, row_number() over (order by shift desc, n, dossier_no) + 1000000 as no
    from source, generate_series(1, case when over then ${eachOver} else ${eachOpen} end) n,
      lateral (select case when over then (n * 7919) % 9100 else (n * 31) % 150 end as shift) moved
    limit ${wanted}`)
  await ask('analyze copied')
  await ask('create temp table fact as select * from statistics_fact')
  await ask('delete from statistics_fact')
  await ask('delete from statistics_change')
  await ask('drop index statistics_change_written')
  const moved = (names: string) =>
    names
      .split(' ')
      .map(name => `${name} - shift`)
      .join(', ')
  const days =
    'known_from known_to opened_on entered_on entered_known_on answered_on answered_known_on admitted_on done_on ended_on ended_known_on due_on officer_known_on'
  const kept =
    'version position historical undated kind stay reopened answered_in_time done_in_time done_by_date channel language anonymous outcome disposition cause criteria grounds bodies improvement answer'
  await ask(`insert into statistics_fact (dossier_no, ${days.replaceAll(' ', ', ')}, ${kept.replaceAll(' ', ', ')},
      suspensions, sector, service, subject, officer_id)
    select no, ${moved(days)}, ${kept.replaceAll(' ', ', ')},
      (select array_agg(day - shift) from unnest(suspensions) as day),
      'S' || (no * 7 + position) % 12, 'Service ' || (no * 13) % 30, 'Sujet ' || (no * 11 + position) % 80,
      'A' || (no * 3) % 40
    from copied join fact on fact.dossier_no = copied.source order by no, version, position`)
  await ask('create index statistics_change_written on statistics_change (written)')
  await ask('vacuum (analyze) statistics_fact')
  const { rows: counted } = await ask('select count(*)::int as facts from statistics_fact')
  return counted[0]?.facts ?? 0
}
