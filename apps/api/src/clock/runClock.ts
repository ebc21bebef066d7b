import { Logger, type Runner, run, type TaskList } from 'graphile-worker'
import type { Keeper } from './Keeper.ts'
import { keepDossierClock } from './keepDossierClock.ts'
import { digest, morning, watchAll } from './morning.ts'
import { scheduleMail, scheduleMorning } from './queue.ts'
import { readMail } from './readMail.ts'
import { sendLetter } from './sendLetter.ts'
import { sendStaffNotice } from './sendStaffNotice.ts'

const text = (payload: unknown, key: string): string => String((payload as Record<string, unknown>)[key])

/** Everything that the clock does by itself, under the names of its jobs. */
const tasksOf = (keeper: Keeper): TaskList => ({
  keep_clock: payload => keepDossierClock(keeper, text(payload, 'dossier')),
  morning: () => morning(keeper),
  digest: payload => digest(keeper, text(payload, 'staff'), text(payload, 'on')),
  reschedule: () => watchAll(keeper, true),
  read_mailbox: () => readMail(keeper),
  send_letter: (payload, { job }) =>
    sendLetter(
      keeper,
      { dossier: text(payload, 'dossier'), line: Number(text(payload, 'line')) },
      job.attempts >= job.max_attempts,
    ),
  send_staff_notice: (payload, { job }) =>
    sendStaffNotice(keeper, text(payload, 'notice'), job.attempts >= job.max_attempts),
})

/** Runs the jobs until it is stopped; several processes may, and each job is done by one of them. */
export async function runClock(keeper: Keeper): Promise<Runner> {
  const { database, log } = keeper
  await scheduleMorning(database.ask)
  if (keeper.mailbox) await scheduleMail(database.ask)
  return run({
    pgPool: database.pool,
    taskList: tasksOf(keeper),
    concurrency: 2,
    pollInterval: 10_000,
    noHandleSignals: true,
    noPreparedStatements: false,
    crontab: '',
    // A job's own words may quote an address: only that it failed is logged, and which one.
    logger: new Logger(() => (level, _, meta) => {
      const job = (meta as { job?: { id: string; task_identifier: string } } | undefined)?.job
      if (level === 'error') log.error({ job: job?.id, task: job?.task_identifier }, 'a job of the clock failed')
    }),
  })
}
