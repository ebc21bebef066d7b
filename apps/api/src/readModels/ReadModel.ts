import type { Complaint, Recorded } from '@bienfonde/domain'
import type { Ask } from '../database/statement.ts'

/** A dossier as its journal tells it, with what a read model may need beside. */
export interface ReplayedDossier {
  id: string
  fileNumber: string
  /** Its whole journal, for what the dossier itself does not remember: when it last changed, when it closed before. */
  lines: readonly Recorded[]
  complaint: Complaint
}

/** Rows that hold what a page shows: a pure function of the replayed dossier, remade at will. */
export interface ReadModel {
  /** The table that `rebuild` empties first. */
  table: string
  /** Which of its rows are remade from the journal, when others come from elsewhere. */
  remade?: string
  /** Writes the rows of these dossiers in place of those they had; one statement for all of them. */
  write(ask: Ask, dossiers: ReplayedDossier[]): Promise<void>
}
