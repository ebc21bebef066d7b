import { localDateAt, type Stamp } from '@bienfonde/domain'
import type { Dossier } from '../dossier/Dossier.ts'

/** The stamp of a step as the portal foresees it; the server sets its own. */
export function stampFor(
  { actor, settings, recognises }: Pick<Dossier, 'actor' | 'settings' | 'recognises'>,
  confirmation?: string,
): Stamp {
  const now = new Date()
  return { actor, settings, at: now.toISOString(), on: localDateAt(now), recognises, confirmation }
}
