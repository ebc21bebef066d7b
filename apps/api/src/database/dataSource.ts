import { Logger, runMigrations } from 'graphile-worker'
import { DataSource } from 'typeorm'
import { Sector } from '../access/Sector.ts'
import { Staff } from '../access/Staff.ts'
import { JournalEntry } from '../journal/JournalEntry.ts'
import { Database } from './Database.ts'
import { migrations } from './migrations/index.ts'

/** Where the database is: a server's address, or the folder of a private socket. */
export type Place = { url: string } | { host: string; database?: string }

export interface OpenOptions {
  /** How long one statement may last, in milliseconds; none for the operators' long commands. */
  statementTimeout?: number
  connections?: number
}

/** Opens the database and brings its tables to the present version. */
export async function openDatabase(place: Place, { statementTimeout = 0, connections = 16 }: OpenOptions = {}) {
  const source = new DataSource({
    type: 'postgres',
    ...('url' in place
      ? { url: place.url }
      : { host: place.host, username: 'postgres', database: place.database ?? 'postgres' }),
    entities: [JournalEntry, Staff, Sector],
    migrations,
    migrationsTableName: 'migration',
    poolSize: connections,
    extra: {
      statement_timeout: statementTimeout,
      idle_in_transaction_session_timeout: 60_000,
      application_name: 'bienfonde',
      // Data on solid-state disks: a page taken apart from the others costs hardly more, and indexes are worth using.
      options: '-c random_page_cost=1.1',
    },
  })
  await source.initialize()
  const database = new Database(source)
  // A connection that breaks is told to whoever was asking; idle, it is simply made again.
  database.pool.on('connect', client => client.on('error', () => undefined))
  await migrate(database)
  return database
}

const quiet = new Logger(() => () => undefined)

/** Two applications that start together migrate one after the other. */
async function migrate({ source, pool }: Database): Promise<void> {
  const guard = await pool.connect()
  try {
    await guard.query('set statement_timeout = 0')
    await guard.query('select pg_advisory_lock(4207001)')
    await source.runMigrations({ transaction: 'each' })
    // The queue of jobs has its own tables, which its library brings to its own version.
    await runMigrations({ pgPool: pool, logger: quiet })
  } finally {
    await guard.query('select pg_advisory_unlock(4207001)')
    guard.release(true)
  }
}
