import type { SessionCookie } from './access/cookie.ts'
import type { SignedIn } from './access/session.ts'
import type { Database } from './database/Database.ts'
import type { MasterKey } from './vault/keys.ts'

/** What a question or a step can lean on while it is answered. */
export interface Context {
  signedIn: SignedIn | undefined
  database: Database
  master: MasterKey
  cookie: SessionCookie
  /** The network address of whoever asks. */
  address: string
}
