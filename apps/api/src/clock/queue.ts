import { addDays, type Complaint, type LocalDate, nextClockDay, type Settings } from '@bienfonde/domain'
import { type Ask, statement } from '../database/statement.ts'

/** What the clock does by itself, by the name under which a job asks for it. */
export type TaskName =
  | 'keep_clock'
  | 'morning'
  | 'digest'
  | 'send_staff_notice'
  | 'send_letter'
  | 'reschedule'
  | 'read_mailbox'

/** When the clock speaks: before anybody has begun to write. */
const zone = `'America/Toronto'`
// What is due already waits for the next morning: nobody's dossier changes under their hands.
const nextMorning = `((date_trunc('day', clock_timestamp() at time zone ${zone}) + interval '30 hours') at time zone ${zone})`
const morningOf = `greatest(($2::date + time '06:00') at time zone ${zone}, ${nextMorning})`

const setAlarm = statement(
  'clock_set',
  `select graphile_worker.add_job('keep_clock', json_build_object('dossier', $1::text), run_at := ${morningOf},
     job_key := 'clock|' || $1::text)`,
)
const dropAlarm = statement('clock_drop', `select graphile_worker.remove_job('clock|' || $1::text)`)
const setMany = statement(
  'clock_set_many',
  `select count(*) from graphile_worker.add_jobs((select array_agg(('keep_clock', json_build_object('dossier', id), null,
       greatest((day::date + time '06:00') at time zone ${zone}, ${nextMorning}), null, 'clock|' || id, null, null
     )::graphile_worker.job_spec) from unnest($1::text[], $2::text[]) as alarm (id, day)))`,
)
const addJob = statement(
  'job_add',
  `select graphile_worker.add_job($1, $2::json, run_at := $3::timestamptz, job_key := $4, max_attempts := $5,
     job_key_mode := $6)`,
)
const addMorning = statement(
  'job_morning',
  `select graphile_worker.add_job('morning', run_at := ${nextMorning} + interval '15 minutes', job_key := 'morning',
     job_key_mode := 'preserve_run_at')`,
)

/** Sets the next morning on which the clock has something to say in a dossier, in the transaction of the step itself. */
export async function scheduleClock(
  ask: Ask,
  dossier: string,
  complaint: Complaint,
  settings: Settings,
  on: LocalDate,
): Promise<void> {
  const day = nextClockDay(complaint, settings, addDays(on, 1))
  if (day) await ask(setAlarm, [dossier, day])
  else await ask(dropAlarm, [dossier])
}

/** Sets the mornings of many dossiers at once. */
export async function scheduleMany(
  ask: Ask,
  dossiers: readonly { id: string; complaint: Complaint }[],
  settings: Settings,
  on: LocalDate,
): Promise<void> {
  const alarms = dossiers.flatMap(({ id, complaint }) => {
    const day = nextClockDay(complaint, settings, addDays(on, 1))
    return day ? [{ id, day }] : []
  })
  if (alarms.length > 0) await ask(setMany, [alarms.map(({ id }) => id), alarms.map(({ day }) => day)])
}

interface JobOptions {
  /** When it may begin; at once unless said. */
  at?: Date
  /** Two jobs of one key are one job. */
  key?: string
  attempts?: number
  /** The job that waits already under this key keeps its hour. */
  keepsHour?: boolean
}

/** Asks for something to be done apart, once the transaction is committed. */
export async function enqueue(
  ask: Ask,
  task: TaskName,
  payload: object,
  { at, key, attempts = 12, keepsHour = false }: JobOptions = {},
): Promise<void> {
  const mode = keepsHour ? 'preserve_run_at' : 'replace'
  await ask(addJob, [task, JSON.stringify(payload), at ?? null, key ?? null, attempts, mode])
}

/** How long the mailbox rests between two readings. */
const mailboxMinutes = 5
const addMail = statement(
  'job_mail',
  `select graphile_worker.add_job('read_mailbox', run_at := clock_timestamp() + make_interval(mins => ${mailboxMinutes}),
     job_key := 'read_mailbox', job_key_mode := 'preserve_run_at', max_attempts := 1)`,
)

/** Asks for the next reading of the mailbox, unless it is asked already. */
export const scheduleMail = (ask: Ask) => ask(addMail)

/** Asks for the next morning, unless it is asked already. */
export const scheduleMorning = (ask: Ask) => ask(addMorning)
