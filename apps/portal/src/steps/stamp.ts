import { localDateAt, type Stamp } from '@bienfonde/domain'
import type { Dossier } from '../dossier/Dossier.ts'

/** The stamp of a step as the portal foresees it; the server sets its own. */
export function stampFor({ actor, settings }: Pick<Dossier, 'actor' | 'settings'>, confirmation?: string): Stamp {
  const now = new Date()
  return { actor, settings, at: now.toISOString(), on: localDateAt(now), confirmation }
}
