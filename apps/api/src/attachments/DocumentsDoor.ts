import type { Database } from '../database/Database.ts'
import type { MasterKey } from '../vault/keys.ts'

/** What the doors that give documents lean on. */
export interface DocumentsDoor {
  database: Database
  master: MasterKey
  secure: boolean
  now: () => Date
}
