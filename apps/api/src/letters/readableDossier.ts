import { type Complaint, concerns, permits, type Recorded, replay } from '@bienfonde/domain'
import { isUUID } from 'class-validator'
import type { Context } from '../context.ts'
import { journalOf } from '../journal/recorded.ts'

/** The journal of a dossier that this person may read; nothing, whether it is absent or not accessible. */
export async function readableDossier(
  { actor, database }: Pick<Context, 'actor' | 'database'>,
  id: string,
): Promise<{ lines: Recorded[]; complaint: Complaint } | undefined> {
  if (!permits(actor, 'READ_DOSSIER') || !isUUID(id)) return undefined
  const lines = await journalOf(database.ask, id)
  const complaint = replay(lines)
  return lines.length > 0 && concerns(complaint, actor) ? { lines, complaint } : undefined
}
