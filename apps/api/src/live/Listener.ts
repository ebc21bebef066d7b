import type { Client, Notification } from 'pg'
import type { Database } from '../database/Database.ts'

/** What the listener tells, as the database says it. */
export interface Hearing {
  said: (channel: string, payload: string) => void
  /** The connection has just been made: whatever was said before it was not heard. */
  listening: () => void
}

const firstPause = 250
const longestPause = 5_000

/** The one connection of this process that listens to the database; lost, it comes back by itself. */
export class Listener {
  readonly #database: Database
  readonly #channels: readonly string[]
  readonly #hearing: Hearing
  #client: Client | undefined
  #retry: NodeJS.Timeout | undefined
  #pause = firstPause
  #closed = false

  constructor(database: Database, channels: readonly string[], hearing: Hearing) {
    this.#database = database
    this.#channels = channels
    this.#hearing = hearing
  }

  /** Tries once, then goes on trying for as long as it takes. */
  async open(): Promise<void> {
    const client = this.#database.apart()
    this.#client = client
    client.on('error', () => this.#lose(client))
    client.on('end', () => this.#lose(client))
    client.on('notification', ({ channel, payload = '' }: Notification) => this.#hearing.said(channel, payload))
    try {
      await client.connect()
      for (const channel of this.#channels) await client.query(`listen ${channel}`)
      this.#pause = firstPause
      this.#hearing.listening()
    } catch {
      this.#lose(client)
    }
  }

  /** A connection whose other end is gone says nothing: only a question without an answer tells. */
  async probe(): Promise<void> {
    const client = this.#client
    await client?.query('select 1').catch(() => this.#lose(client))
  }

  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#retry)
    await this.#client?.end().catch(() => undefined)
  }

  #lose(client: Client): void {
    if (this.#client !== client || this.#closed) return
    this.#client = undefined
    client.end().catch(() => undefined)
    this.#retry = setTimeout(() => void this.open(), this.#pause)
    this.#pause = Math.min(longestPause, this.#pause * 2)
  }
}
