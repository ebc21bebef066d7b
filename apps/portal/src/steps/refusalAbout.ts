import { type Event, type Refusal, type Step, take } from '@bienfonde/domain'
import type { Dossier } from '../dossier/Dossier.ts'
import { stampFor } from './stamp.ts'

/** What the rule has against these fields of an answer, if anything: a choice it refuses is not offered. */
export function refusalAbout<Command extends object, E extends Event>(
  step: Step<Command, E>,
  dossier: Pick<Dossier, 'complaint' | 'actor' | 'settings'>,
  command: Command,
  ...fields: string[]
): Refusal | undefined {
  const decision = take(step, dossier.complaint, command, stampFor(dossier))
  if (decision.accepted) return undefined
  const { refusal } = decision
  return refusal.field && fields.includes(refusal.field) ? refusal : undefined
}
