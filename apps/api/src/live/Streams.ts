import { type Actor, hears, replay } from '@bienfonde/domain'
import type { Logger } from 'pino'
import { type SignedIn, sessionChannel, signedInAmong } from '../access/session.ts'
import type { Database } from '../database/Database.ts'
import { failureForLog } from '../http/formatError.ts'
import { journalOf } from '../journal/recorded.ts'
import { type Change, changeChannel, readChange, toldTo } from './Change.ts'
import { Listener } from './Listener.ts'

/** Where the messages of one stream go. */
export interface Outlet {
  send(message: { event: string; data: object; id?: string }): void
  end(): void
}

/** One page of the portal that listens, and the session it was opened under. */
interface Stream {
  session: string
  person: SignedIn
  outlet: Outlet
}

/** How many streams one person may hold open in this process. */
const streamsPerPerson = 12

/** The open streams of this process: each person hears of the dossiers they may hear of, for as long as they may. */
export class Streams {
  readonly #database: Database
  readonly #log: Logger
  readonly #open = new Set<Stream>()
  readonly #listener: Listener
  readonly #beat: NodeJS.Timeout
  /** The changes that are still to be told, in the order in which they were last heard. */
  readonly #waiting = new Map<string, Change>()
  #telling: Promise<void> | undefined
  /** The last change told here; unknown after a silence. */
  #mark: string | undefined

  constructor(database: Database, { log, beatSeconds }: { log: Logger; beatSeconds: number }) {
    this.#database = database
    this.#log = log
    this.#listener = new Listener(database, [changeChannel, sessionChannel], {
      said: (channel, payload) => {
        if (channel === sessionChannel) return void this.#verify()
        const change = readChange(payload)
        if (change) this.#hear(change)
      },
      listening: () => this.#resume(),
    })
    this.#beat = setInterval(() => void this.beat(), beatSeconds * 1000).unref()
  }

  listen(): Promise<void> {
    return this.#listener.open()
  }

  admits({ id }: Pick<Actor, 'id'>): boolean {
    return [...this.#open].filter(({ person }) => person.id === id).length < streamsPerPerson
  }

  /** Opens a stream; `after` is the last mark its page received. Gives what closes it. */
  add(session: string, person: SignedIn, outlet: Outlet, after: string | null): () => void {
    const stream = { session, person, outlet }
    this.#open.add(stream)
    const nothingMissed = after !== null && after === this.#mark
    this.#send(stream, nothingMissed ? 'ready' : 'resync')
    return () => void this.#open.delete(stream)
  }

  /** Every so often: the sessions are looked at again, and each page learns that the connection holds. */
  async beat(): Promise<void> {
    await this.#listener.probe()
    if (await this.#verify()) for (const stream of this.#open) this.#send(stream, 'beat')
  }

  async close(): Promise<void> {
    clearInterval(this.#beat)
    for (const { outlet } of this.#open) outlet.end()
    this.#open.clear()
    await this.#listener.close()
    await this.#telling
  }

  #send({ outlet }: Stream, event: string, data: object = {}): void {
    outlet.send({ event, data, ...(this.#mark && { id: this.#mark }) })
  }

  #resume(): void {
    this.#mark = undefined
    for (const stream of this.#open) this.#send(stream, 'resync')
  }

  #hear(change: Change): void {
    // Taken out first: the latest change of a dossier takes its turn after what was heard before it.
    this.#waiting.delete(change.dossier)
    this.#waiting.set(change.dossier, change)
    this.#telling ??= this.#tellAll().finally(() => {
      this.#telling = undefined
    })
  }

  async #tellAll(): Promise<void> {
    for (const [dossier, change] of this.#waiting) {
      this.#waiting.delete(dossier)
      try {
        await this.#tell(change)
      } catch (error) {
        this.#log.warn({ failure: failureForLog(error) }, 'a change could not be told')
        this.#resume()
      }
    }
  }

  async #tell(change: Change): Promise<void> {
    if (this.#open.size > 0) {
      await this.#lookAgain()
      const complaint = replay(await journalOf(this.#database.ask, change.dossier))
      this.#mark = change.mark
      for (const stream of this.#open)
        if (hears(complaint, stream.person)) this.#send(stream, 'change', toldTo(stream.person, change))
    }
    this.#mark = change.mark
  }

  /** False when the sessions cannot be looked at. */
  async #verify(): Promise<boolean> {
    try {
      await this.#lookAgain()
      return true
    } catch (error) {
      this.#log.warn({ failure: failureForLog(error) }, 'the sessions of the streams could not be read')
      return false
    }
  }

  /** A session that is over ends its streams; a changed role counts at once. */
  async #lookAgain(): Promise<void> {
    const looked = [...this.#open]
    const people = await signedInAmong(this.#database.ask, [...new Set(looked.map(({ session }) => session))])
    for (const stream of looked) {
      const person = people.get(stream.session)
      if (person) stream.person = person
      else if (this.#open.delete(stream)) {
        this.#send(stream, 'over')
        stream.outlet.end()
      }
    }
  }
}
