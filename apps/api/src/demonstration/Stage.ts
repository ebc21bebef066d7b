import type { Actor, LocalDate, Settings } from '@bienfonde/domain'
import type { Database } from '../database/Database.ts'
import type { MasterKey } from '../vault/keys.ts'

/** The people of the demonstration, as whom its steps are taken. */
export interface Cast {
  /** Those who register and prepare. */
  officers: readonly Actor[]
  responsible: Actor
  /** Decides in place of the responsible officer. */
  deputy: Actor
  respondents: readonly Actor[]
}

/** Where the demonstration is played. */
export interface Stage {
  database: Database
  master: MasterKey
  cast: Cast
  settings: Settings
  /** The last day that has wholly passed: nothing is played after it. */
  lastDay: LocalDate
  fileNumbers: Map<string, { id: string; fileNumber: string }>
}
