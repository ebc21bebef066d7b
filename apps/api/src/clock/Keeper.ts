import type { Logger } from 'pino'
import type { Database } from '../database/Database.ts'
import type { Mailer } from '../mail/Mailer.ts'
import type { Mailbox } from '../mailbox/readMailbox.ts'
import type { MasterKey } from '../vault/keys.ts'
import type { MakeLetter } from './mailedLetter.ts'

/** What the clock works with. */
export interface Keeper {
  database: Database
  master: MasterKey
  /** Nothing while the ministry has no mail server: what should leave waits to be printed. */
  mailer: Mailer | undefined
  /** The mailbox to read; nothing while the ministry has named none. */
  mailbox: Mailbox | undefined
  /** How a letter is made from its line of the journal. */
  letters: MakeLetter
  /** The address people write, for the links of messages. */
  publicUrl: string | undefined
  log: Logger
  now: () => Date
}
