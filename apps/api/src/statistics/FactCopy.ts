import { defaultSettings, type Settings } from '@bienfonde/domain'
import type { Database } from '../database/Database.ts'
import { statement } from '../database/statement.ts'
import { ministrySettings } from '../ministry/settings.ts'
import { FactColumns } from './FactColumns.ts'
import { factWords } from './FactWords.ts'
import { everyFactIn, type FactRow, factOfRow, factsOfDossiers } from './readFacts.ts'
import { factKinds, type StoredFact, stillKnown } from './StoredFact.ts'
import { workedDaysOf } from './WorkedDays.ts'

/** Beyond so many changed dossiers, everything is read again rather than dossier by dossier. */
const atMostChanged = 20_000

// One statement sees one moment: what is committed in it and was not in the last one is what changed since.
const findChanges = statement(
  'statistics_changes',
  `select pg_current_snapshot()::text as moment,
     (select jsonb_object_agg(key, value) from setting) as settings,
     (select jsonb_object_agg(code, name) from sector) as sectors,
     (select array_agg(dossier_no) from (
        select dossier_no from statistics_change
        where written >= pg_snapshot_xmin($1::pg_snapshot) and not pg_visible_in_snapshot(written, $1::pg_snapshot)
        limit ${atMostChanged + 1}) as changed) as changed`,
)

/** Whoever counts over the copy, and is told of the rows that come and go. */
export interface CopyFollower {
  /** These rows are about to be dropped, or were just added. */
  change(facts: FactColumns, first: number, end: number, by: 1 | -1): void
  /** Nothing that was counted stands any more. */
  restart(): void
}

/** A copy of every fact in this process, brought to the present before each answer, whoever wrote. */
export class FactCopy {
  readonly #database: Database
  readonly #follower: CopyFollower
  /** What is known now of matters. */
  present = new FactColumns()
  /** What was known of them before, and is known otherwise now. */
  past = new FactColumns()
  /** What stands beside the matters, whenever it was known: recommendations, permissions and recourses. */
  beside = new FactColumns()
  words = factWords()
  settings: Settings = defaultSettings
  /** The names of the sectors, by their codes. */
  sectors: Readonly<Record<string, string>> = {}
  /** Goes up whenever something changed. */
  version = 0
  worked = workedDaysOf(defaultSettings.calendar)
  #moment: string | undefined
  #running: Promise<void> | undefined
  #next: Promise<void> | undefined

  constructor(database: Database, follower: CopyFollower) {
    this.#database = database
    this.#follower = follower
  }

  /**
   * Brings the copy to a moment not earlier than this call. Whoever comes while another is being served waits for the
   * next look, which they share: a look that began before they came may miss what they already know of.
   */
  current(): Promise<void> {
    if (!this.#running) {
      this.#running = this.#look().finally(() => {
        this.#running = undefined
      })
      return this.#running
    }
    this.#next ??= this.#running
      .catch(() => undefined)
      .then(() => {
        this.#next = undefined
        return this.current()
      })
    return this.#next
  }

  async #look(): Promise<void> {
    if (this.#moment === undefined) return this.#load()
    const [found] = await this.#database.ask<{
      moment: string
      settings: Record<string, unknown> | null
      sectors: Record<string, string> | null
      changed: number[] | null
    }>(findChanges, [this.#moment])
    if (!found) return
    this.sectors = found.sectors ?? {}
    const settings = ministrySettings(found.settings)
    const calendarChanged = !same(settings.calendar, this.settings.calendar)
    if (calendarChanged || (found.changed && found.changed.length > atMostChanged)) return this.#load()
    if (!same(settings, this.settings)) {
      this.settings = { ...settings, calendar: this.settings.calendar }
      this.version++
    }
    if (found.changed) await this.#replace(found.changed)
    this.#moment = found.moment
  }

  async #replace(dossiers: number[]): Promise<void> {
    const rows = await this.#database.ask<FactRow>(factsOfDossiers, [dossiers])
    const { present, past, beside, words, worked } = this
    const parts = [present, past, beside]
    for (const facts of parts) {
      for (const dossier of dossiers) {
        this.#follower.change(facts, ...facts.rowsOf(dossier), -1)
        facts.drop(dossier)
      }
    }
    const from = parts.map(({ used }) => used)
    for (const row of rows) {
      const fact = factOfRow(row, words)
      partOf(fact, this).add(fact, worked)
    }
    for (const [at, facts] of parts.entries()) this.#follower.change(facts, from[at] ?? 0, facts.used, 1)
    this.version++
    // Replaced rows weigh on every reading: when a third of all are, the copy is made anew.
    if (parts.some(({ used, live }) => used > 50_000 && live < (used * 2) / 3)) await this.#load()
  }

  /** Reads everything as it was at one moment. */
  async #load(): Promise<void> {
    const client = await this.#database.pool.connect()
    let broken: Error | undefined
    try {
      await client.query('begin isolation level repeatable read read only')
      // Rows of a dossier lie together: reading them in their order is cheaper than sorting them.
      await client.query('set local statement_timeout = 0; set local enable_sort = off')
      const { rows } = await client.query(
        `select pg_current_snapshot()::text as moment, (select jsonb_object_agg(key, value) from setting) as settings,
           (select jsonb_object_agg(code, name) from sector) as sectors,
           (select array[count(*) filter (where kind = ${factKinds.MATTER} and known_to is null),
              count(*) filter (where kind = ${factKinds.MATTER} and known_to is not null),
              count(*) filter (where kind <> ${factKinds.MATTER})]::int[] from statistics_fact) as counts,
           (select coalesce(max(dossier_no), 0) from statistics_fact) as dossiers`,
      )
      const settings = ministrySettings(rows[0].settings)
      const worked = workedDaysOf(settings.calendar)
      const [present, past, beside] = rows[0].counts.map(
        (count: number) => new FactColumns(Math.ceil(count * 1.05) + 1024, rows[0].dossiers + 1024),
      ) as [FactColumns, FactColumns, FactColumns]
      const parts = { present, past, beside }
      const words = factWords()
      await everyFactIn(client, words, fact => partOf(fact, parts).add(fact, worked))
      await client.query('commit')
      Object.assign(this, parts)
      this.words = words
      this.settings = settings
      this.sectors = rows[0].sectors ?? {}
      this.worked = worked
      this.#moment = rows[0].moment
      this.version++
      this.#follower.restart()
    } catch (error) {
      await client.query('rollback').catch(failure => {
        broken = failure
      })
      throw error
    } finally {
      client.release(broken)
    }
  }
}

/** Matters known now are what nearly every question is about: they are kept apart, and close together. */
function partOf(
  { kind, knownTo }: StoredFact,
  { present, past, beside }: Pick<FactCopy, 'present' | 'past' | 'beside'>,
) {
  if (kind !== factKinds.MATTER) return beside
  return knownTo === stillKnown ? present : past
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
