import { isBusinessDay, keepClock, localDateAt, replay, systemActor } from '@bienfonde/domain'
import { statement } from '../database/statement.ts'
import { perform } from '../journal/perform.ts'
import { journalOf } from '../journal/recorded.ts'
import { ministrySettings } from '../ministry/settings.ts'
import { StepTaken } from '../schema/StepOutcome.ts'
import type { Keeper } from './Keeper.ts'
import { scheduleClock } from './queue.ts'

const findVersion = statement(
  'clock_dossier',
  'select version, (select jsonb_object_agg(key, value) from setting) as settings from dossier where id = $1',
)

/** Gives the reminders of a dossier for the day, through its journal; then waits for the next day that asks for some. */
export async function keepDossierClock({ database, master, now }: Keeper, dossier: string): Promise<void> {
  const [found] = await database.ask<{ version: number; settings: Record<string, unknown> | null }>(findVersion, [
    dossier,
  ])
  if (!found) return
  const { version } = found
  const on = localDateAt(now())
  const settings = ministrySettings(found.settings)
  if (isBusinessDay(on, settings.calendar)) {
    const performer = { database, master, actor: systemActor, now }
    const idempotencyKey = `clock-${dossier}-${on}-${version}`
    const answer = await perform(performer, keepClock, { id: dossier, expectedVersion: version, idempotencyKey }, {})
    if (answer instanceof StepTaken) return
    // Somebody wrote meanwhile: the job comes back to the dossier as it is then.
    if (answer.code !== 'NOTHING_DUE') throw new Error(`The clock of a dossier was refused: ${answer.code}`)
  }
  await database.transaction(async ask =>
    scheduleClock(ask, dossier, replay(await journalOf(ask, dossier)), settings, on),
  )
}
