import type { Complaint, Event, LocalDate, Recorded, Settings, Words } from '@bienfonde/domain'
import type { PackageHoldings } from '../vault/packageHoldings.ts'

type PackagePrepared = Extract<Event, { type: 'PACKAGE_PREPARED' }>

/** Everything a package is made of: the dossier as it stood when it was prepared, and how people and codes are called. */
export interface ToldPackage {
  fileNumber: string
  lines: readonly Recorded[]
  complaint: Complaint
  prepared: PackagePrepared
  /** The line that prepared it, and its day. */
  line: number
  on: LocalDate
  settings: Settings
  words: Words
  /** What the vault gives on a recorded basis; nothing without it. */
  held: PackageHoldings | undefined
}
