import type { Actor, Complaint, DossierId, Recognises, Recorded, Settings } from '@bienfonde/domain'

/** A dossier as a page holds it: its journal, what the journal says, and who looks at it. */
export interface Dossier {
  readonly id: DossierId
  readonly fileNumber: string
  readonly lines: readonly Recorded[]
  readonly complaint: Complaint
  readonly settings: Settings
  readonly actor: Actor
  /** Knows the words of an identity that is being written; what the vault holds is known to the server alone. */
  readonly recognises?: Recognises | undefined
  /** Reads the dossier again; undefined when the server did not answer. */
  readonly refresh: () => Promise<Dossier | undefined>
}
