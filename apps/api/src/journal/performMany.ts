import { type Event, localDateAt, replay, type Settings, type Step, take } from '@bienfonde/domain'
import { scheduleMany } from '../clock/queue.ts'
import { type Ask, statement } from '../database/statement.ts'
import { changeChannel, nameOf, toldAs } from '../live/Change.ts'
import { readModels } from '../readModels/index.ts'
import { appendMany } from './append.ts'
import type { Performer } from './perform.ts'
import { journalsOf, recorded } from './recorded.ts'

const findHeads = statement(
  'perform_heads',
  'select id, file_number, version, head_hash from dossier where id = any ($1) order by id for update',
)
const tellMany = statement(
  'perform_tell_many',
  `select count(pg_notify('${changeChannel}', said)) from unnest($1::text[]) as said`,
)

/** How many dossiers are held in memory at once. */
const batch = 250

interface HeadRow {
  id: string
  file_number: string
  version: number
  head_hash: string
}

/**
 * Takes on many dossiers a step that follows from a change of the ministry: it writes no text and nothing for the vault.
 * One transaction, the caller's: every dossier takes the step, or none does.
 */
export async function performMany<Command extends object, E extends Event>(
  ask: Ask,
  { actor, now }: Pick<Performer, 'actor' | 'now'>,
  step: Step<Command, E>,
  dossiers: readonly string[],
  command: Command,
  settings: Settings,
): Promise<void> {
  const at = now()
  const on = localDateAt(at)
  const stamp = { actor: actor.id, role: actor.role, at }
  for (let start = 0; start < dossiers.length; start += batch) {
    const ids = dossiers.slice(start, start + batch)
    const heads = await ask<HeadRow & Record<string, unknown>>(findHeads, [ids])
    const journals = await journalsOf(ask, [...ids])
    const taken = heads.map(({ id, file_number, version, head_hash }) => {
      const lines = journals.get(id) ?? []
      const decision = take(step, replay(lines), command, { actor, at: at.toISOString(), on, settings })
      if (!decision.accepted) throw new Error(`A dossier did not take a step of the ministry: ${decision.refusal.code}`)
      const { events } = decision
      const written = events.map((event, index) =>
        recorded({
          event,
          at,
          seq: version + index + 1,
          actor_id: actor.id,
          actor_role: actor.role,
          confirmation: null,
        }),
      )
      const journal = [...lines, ...written]
      const head = { dossier: id, fileNumber: file_number, version, hash: head_hash }
      const after = { id, fileNumber: file_number, lines: journal, complaint: replay(journal) }
      return { head, events, after }
    })
    await appendMany(ask, taken, stamp)
    const replayed = taken.map(({ after }) => after)
    for (const model of readModels) await model.write(ask, replayed)
    await scheduleMany(ask, replayed, settings, on)
    const name = nameOf(step)
    await ask(tellMany, [
      replayed.map(({ id, complaint }) =>
        toldAs({ dossier: id, version: complaint.version, by: actor.id, step: name }),
      ),
    ])
  }
}
