import type { Actor, Event, Step } from '@bienfonde/domain'
import { GraphQLError } from 'graphql'
import type { SessionCookie } from './access/cookie.ts'
import type { Visitor } from './access/session.ts'
import type { Ways } from './access/Ways.ts'
import type { Database } from './database/Database.ts'
import { type CommandFor, type ForVault, perform } from './journal/perform.ts'
import type { DossierRef } from './schema/DossierRef.ts'
import type { StepRefused, StepTaken } from './schema/StepOutcome.ts'
import type { MasterKey } from './vault/keys.ts'

/** Performs a step as the person who asks. */
export type Perform = <Command extends object, E extends Event>(
  step: Step<Command, E>,
  dossier: DossierRef,
  command: CommandFor<Command>,
  forVault?: ForVault,
) => Promise<StepTaken | StepRefused>

/** What the door knows when a request comes in. */
export interface Visit {
  signedIn: Visitor | undefined
  database: Database
  master: MasterKey
  cookie: SessionCookie
  /** The network address of whoever asks. */
  address: string
  now: () => Date
  /** How sessions are opened here; by local accounts alone unless it is said. */
  ways?: Ways
  /** True when an antivirus examines what is received. */
  antivirus?: boolean
}

/** What a question or a step can lean on while it is answered. */
export class Context {
  readonly signedIn: Visitor | undefined
  readonly database: Database
  readonly master: MasterKey
  readonly cookie: SessionCookie
  readonly address: string
  readonly now: () => Date
  readonly ways: Ways
  readonly antivirus: boolean

  constructor({ signedIn, database, master, cookie, address, now, ways, antivirus = false }: Visit) {
    this.signedIn = signedIn
    this.database = database
    this.master = master
    this.cookie = cookie
    this.address = address
    this.now = now
    this.antivirus = antivirus
    this.ways = ways ?? { organisation: false, local: true, secondFactor: false }
  }

  /** The person who asks; whoever has not signed in is refused here. */
  get actor(): Actor {
    if (!this.signedIn) throw new GraphQLError('no session', { extensions: { code: 'UNAUTHENTICATED' } })
    const { id, role, sector } = this.signedIn
    return { id, role, sector }
  }

  readonly perform: Perform = async (step, dossier, command, forVault) =>
    perform(this, step, dossier, command, forVault)
}
