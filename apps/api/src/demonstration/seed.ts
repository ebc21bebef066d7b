import { localDateAt } from '@bienfonde/domain'
import type { Application } from '../application.ts'
import { statement } from '../database/statement.ts'
import { keepShippedTemplates } from '../letters/templates.ts'
import { ministrySettings } from '../ministry/settings.ts'
import { addDemonstrationAccounts, castOf } from './accounts.ts'
import { businessDayBefore, caseload } from './caseload.ts'
import { Dossier, NotYet } from './Dossier.ts'
import { register } from './registration.ts'
import type { Stage } from './Stage.ts'
import type { Story } from './stories/Story.ts'

const anyone = statement('demonstration_anyone', 'select 1 from staff limit 1')
const findSettings = statement('demonstration_settings', 'select jsonb_object_agg(key, value) as settings from setting')
const begin = statement(
  'demonstration_begin',
  `insert into setting (key, value) values ('DEMONSTRATION', $1)
   on conflict (key) do update set value = setting.value returning value`,
)
const finish = statement(
  'demonstration_finish',
  `update setting set value = value || '{"complete": true}' where key = 'DEMONSTRATION'`,
)
const findErased = statement(
  'demonstration_erased',
  `select distinct d.id, d.file_number as "fileNumber" from dossier d join journal j on j.dossier_id = d.id
   where j.type = 'IDENTITY_ERASED'`,
)
const findUnfinished = statement(
  'demonstration_unfinished',
  `select 1 from setting where key = 'DEMONSTRATION' and not (value ->> 'complete')::boolean`,
)

/** What a demonstration was begun with; one that was interrupted goes on as of the same day. */
interface Begun {
  today: string
  count: number
  complete: boolean
}

/** How the demonstration is filled. */
export interface Seeding {
  /** How many dossiers. */
  count: number
  now?: () => Date
  /** Hears of the progress: dossiers done, and in all. */
  tell?: (done: number, all: number) => void
  /** True when someone asks to stop: what is left is done at the next start. */
  halted?: () => boolean
}

/** Dossiers played side by side. */
const abreast = 4

/** Fills the database with an invented ministry at work, by taking the steps that its people would have taken. */
export async function seedDemonstration(
  { database, master }: Pick<Application, 'database' | 'master'>,
  { count, now = () => new Date(), tell = () => undefined, halted = () => false }: Seeding,
): Promise<number> {
  await database.transaction(addDemonstrationAccounts)
  await keepShippedTemplates(database)
  const [settled] = await database.ask<{ settings: Record<string, unknown> | null }>(findSettings)
  const settings = ministrySettings(settled?.settings ?? null)
  const wanted: Begun = { today: localDateAt(now()), count, complete: false }
  const [begun] = await database.ask<{ value: Begun }>(begin, [JSON.stringify(wanted)])
  const { today, count: planned, complete } = begun?.value ?? wanted
  if (complete) return 0

  const stage: Stage = {
    // What a failure of the machine undoes is played again at the next start; the mark of the end waits for the disk.
    database: database.withoutWaiting(),
    master,
    cast: await castOf(database.ask),
    settings,
    lastDay: businessDayBefore(today, settings),
    fileNumbers: new Map(),
  }
  const tales = caseload(today, settings, planned)
  tell(0, tales.length)
  // One after the other, so that each takes the number of its turn.
  const begunTales: BegunTale[] = []
  // What was answered in an erased dossier is forgotten: it cannot be told again, and has nothing left to tell.
  const erased = await database.ask<{ id: string; fileNumber: string }>(findErased)
  for (const { plan, story } of tales) {
    if (halted()) return 0
    const dossier = new Dossier(stage, plan)
    const ended = erased.find(({ id }) => id === dossier.id)
    if (ended) {
      stage.fileNumbers.set(plan.key, ended)
      continue
    }
    await register(dossier, story)
    begunTales.push({ dossier, story })
  }
  let done = tales.length - begunTales.length
  const waiting = inTurn(begunTales, halted)
  const players = Array.from({ length: abreast }, async () => {
    for (const tale of waiting) {
      await told(tale)
      tell(++done, tales.length)
    }
  })
  const failed = (await Promise.allSettled(players)).find(player => player.status === 'rejected')
  if (failed) throw failed.reason
  if (done === tales.length) await database.ask(finish)
  return done
}

interface BegunTale {
  dossier: Dossier
  story: Story
}

/** Shared by the players: whoever fails closes it for all. */
function* inTurn(tales: readonly BegunTale[], halted: () => boolean): Generator<BegunTale> {
  for (const tale of tales) {
    if (halted()) return
    yield tale
  }
}

/** Tells the story until its end, or until today. */
async function told({ dossier, story }: BegunTale): Promise<void> {
  try {
    await story.tell(dossier)
  } catch (error) {
    if (!(error instanceof NotYet)) throw error
  }
}

/** Whether the demonstration may come, or go on, by itself: nobody was ever registered here, or it was interrupted. */
export async function awaitsDemonstration({ database }: Pick<Application, 'database'>): Promise<boolean> {
  return (await database.ask(anyone)).length === 0 || (await database.ask(findUnfinished)).length > 0
}
