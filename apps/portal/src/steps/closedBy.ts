import { type Event, type RefusalCode, type Step, standing } from '@bienfonde/domain'
import type { Dossier } from '../dossier/Dossier.ts'

/** Why the dossier, or the matter that is answered about, leaves no place for the step, whatever is answered. */
export function closedBy<Command extends object, E extends Event>(
  step: Step<Command, E>,
  { complaint, actor, settings }: Pick<Dossier, 'complaint' | 'actor' | 'settings'>,
  command: Command,
): RefusalCode | undefined {
  const { refusal } = standing(step, complaint, actor, settings)
  if (refusal || !step.barredOn) return refusal
  const matter = complaint.matters.find(({ id }) => 'matter' in command && id === command.matter)
  return matter && step.barredOn(matter, complaint)
}
