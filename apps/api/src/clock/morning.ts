import {
  type DayCounts,
  digestMessage,
  isBusinessDay,
  localDateAt,
  type Role,
  replay,
  soonUntil,
} from '@bienfonde/domain'
import { statement } from '../database/statement.ts'
import { journalsOf } from '../journal/recorded.ts'
import { ministrySettings } from '../ministry/settings.ts'
import { latenessConditions, theirItems, theirValues } from '../queries/theirItems.ts'
import type { Keeper } from './Keeper.ts'
import { enqueue, scheduleMany, scheduleMorning } from './queue.ts'
import { tellDay } from './staffNotices.ts'

const findSettings = statement('clock_settings', 'select jsonb_object_agg(key, value) as settings from setting')
const findReaders = statement(
  'clock_readers',
  `select id from staff where active and role in ('OFFICER', 'RESPONSIBLE_OFFICER') order by id`,
)
const findPerson = statement(
  'clock_person',
  `select id, role, sector from staff where id = $1 and active and role in ('OFFICER', 'RESPONSIBLE_OFFICER')`,
)
const isLate = latenessConditions(
  'due_on',
  () => '$4::date',
  () => '$5::date',
)
const countDay = statement(
  'clock_day',
  `with theirs as (${theirItems({ person: '$1', decides: '$2', sector: '$3' })}),
   to_do as (select dossier_id, min(due_on) as due_on from theirs where kind = 'TO_DO' group by dossier_id),
   waiting as (select dossier_id, min(due_on) as due_on from theirs where kind = 'WAIT' group by dossier_id)
   select count(*) filter (where ${isLate.OVERDUE()})::int as overdue,
     count(*) filter (where ${isLate.DUE_TODAY()})::int as "dueToday",
     count(*) filter (where ${isLate.DUE_SOON()})::int as "dueSoon",
     (select count(*)::int from waiting where ${isLate.OVERDUE()}) as "waitingOverdue"
   from to_do`,
)
// A dossier without an alarm was written before the clock kept alarms, or has nothing left to say: the rules tell which.
const findUnwatched = statement(
  'clock_unwatched',
  `select c.dossier_id as id from caseload c
   where c.dossier_id > $1 and (c.closed_on is null or $2::boolean
     or exists (select from recommendation r where r.dossier_id = c.dossier_id and r.closed_on is null))
     and ($2::boolean
       or not exists (select from graphile_worker.jobs j where j.key = 'clock|' || c.dossier_id::text))
   order by c.dossier_id limit 500`,
)

const settingsOf = async ({ database }: Keeper) => {
  const [row] = await database.ask<{ settings: Record<string, unknown> | null }>(findSettings)
  return ministrySettings(row?.settings ?? null)
}

/** A morning: on business days, what each person's day holds; every day, the dossiers that no alarm watches. */
export async function morning(keeper: Keeper): Promise<void> {
  const { database, now } = keeper
  const on = localDateAt(now())
  await watchAll(keeper, false)
  await database.transaction(async ask => {
    if (isBusinessDay(on, (await settingsOf(keeper)).calendar)) {
      for (const { id } of await ask<{ id: string }>(findReaders))
        await enqueue(ask, 'digest', { staff: id, on }, { key: `digest|${id}|${on}` })
    }
    await scheduleMorning(ask)
  })
}

/** Tells somebody what their day holds, when something in it presses. */
export async function digest(keeper: Keeper, staff: string, on: string): Promise<void> {
  const { database } = keeper
  const settings = await settingsOf(keeper)
  const [person] = await database.ask<{ id: string; role: Role; sector: string | null }>(findPerson, [staff])
  if (!person) return
  const [counts] = await database.ask<DayCounts & Record<string, unknown>>(countDay, [
    ...theirValues(person),
    on,
    soonUntil(on, settings),
  ])
  const message = counts && digestMessage(counts, on)
  if (message) await database.transaction(ask => tellDay(ask, staff, on, message))
}

/** Sets an alarm for each dossier that has none, or for every dossier anew when the delays have changed. */
export async function watchAll(keeper: Keeper, anew: boolean): Promise<void> {
  const { database, now } = keeper
  const on = localDateAt(now())
  const settings = await settingsOf(keeper)
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const found = await database.ask<{ id: string }>(findUnwatched, [after, anew])
    const last = found.at(-1)
    if (!last) return
    after = last.id
    await database.transaction(async ask => {
      const journals = await journalsOf(
        ask,
        found.map(({ id }) => id),
      )
      const dossiers = found.map(({ id }) => ({ id, complaint: replay(journals.get(id) ?? []) }))
      await scheduleMany(ask, dossiers, settings, on)
    })
  }
}
