import { Client, type Pool, type PoolClient, type QueryResultRow } from 'pg'
import type { DataSource } from 'typeorm'
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js'
import type { Ask, Statement } from './statement.ts'

/** The database as the rooms use it: prepared statements, and transactions that undo themselves on failure. */
export class Database {
  readonly #begin: string

  constructor(
    readonly source: DataSource,
    begin = 'begin',
  ) {
    this.#begin = begin
  }

  /** The same database for work that is done over if the machine fails: a commit does not wait for the disk. */
  withoutWaiting(): Database {
    return new Database(this.source, 'begin; set local synchronous_commit to off')
  }

  get pool(): Pool {
    return (this.source.driver as PostgresDriver).master
  }

  /** A connection beside the pool, for who listens; a question left without an answer fails after five seconds. */
  apart(): Client {
    const patience = { connectionTimeoutMillis: 5_000, query_timeout: 5_000 }
    return new Client({ ...this.pool.options, ...patience, keepAlive: true })
  }

  readonly ask: Ask = async <Row extends QueryResultRow>({ name, text }: Statement, values: unknown[] = []) =>
    (await this.pool.query<Row>({ name, text, values })).rows

  /** Runs `work` in one transaction; what `keep` refuses is rolled back without being an error. */
  transaction<Answer>(work: (ask: Ask) => Promise<Answer>, keep: (answer: Answer) => boolean = () => true) {
    return this.#within(this.#begin, work, keep)
  }

  /** Reads everything as it was at one moment, however long it takes, while others go on writing. */
  snapshot<Answer>(work: (ask: Ask) => Promise<Answer>): Promise<Answer> {
    return this.#within('begin isolation level repeatable read read only', work, () => true)
  }

  async #within<Answer>(begin: string, work: (ask: Ask) => Promise<Answer>, keep: (answer: Answer) => boolean) {
    const client = await this.pool.connect()
    let broken: Error | undefined
    // A connection may end while nothing is asked of it: the next question tells, and the process goes on.
    const lost = (error: Error) => {
      broken = error
    }
    client.on('error', lost)
    try {
      await client.query(begin)
      const answer = await work(asking(client))
      await client.query(keep(answer) ? 'commit' : 'rollback')
      return answer
    } catch (error) {
      await client.query('rollback').catch(failure => {
        broken = failure
      })
      throw error
    } finally {
      client.off('error', lost)
      client.release(broken)
    }
  }

  close(): Promise<void> {
    return this.source.destroy()
  }
}

const asking =
  (client: PoolClient): Ask =>
  async <Row extends QueryResultRow>({ name, text }: Statement, values: unknown[] = []) =>
    (await client.query<Row>({ name, text, values })).rows
