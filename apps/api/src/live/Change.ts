import { randomUUID } from 'node:crypto'
import { type Actor, type Event, permits, type Step, type StepName, stepNames, steps } from '@bienfonde/domain'
import { isUUID } from 'class-validator'

/** The channel on which the journal says, within its own transaction, that a dossier has changed. */
export const changeChannel = 'dossier_changed'

/** A dossier has changed: which, up to where, by whom and by which step. Nothing here identifies a person who complains. */
export interface Change {
  dossier: string
  version: number
  by: string
  step: StepName | undefined
  /** Names this change among all; says nothing of it. */
  mark: string
}

/** The change as it travels through the database, under a mark of its own. */
export const toldAs = (change: Omit<Change, 'mark'>): string => JSON.stringify({ ...change, mark: randomUUID() })

/** A change as the database says it; nothing, when what was said is not ours. */
export function readChange(payload: string): Change | undefined {
  try {
    const said: Partial<Change> = JSON.parse(payload)
    const whole = isUUID(said.dossier) && isUUID(said.mark) && Number.isInteger(said.version) && said.by
    return whole ? (said as Change) : undefined
  } catch {
    return undefined
  }
}

/** What a person is told of a change: whoever does not read the journal learns neither the step nor who took it. */
export type ToldChange = Pick<Change, 'dossier' | 'version'> & Partial<Pick<Change, 'by' | 'step'>>

/** The name under which the process knows a step. */
export const nameOf = <Command, E extends Event>(step: Step<Command, E>): StepName | undefined =>
  stepNames.find(name => (steps[name] as unknown) === step)

export const toldTo = (person: Actor, { dossier, version, by, step }: Change): ToldChange =>
  permits(person, 'READ_DOSSIER') ? { dossier, version, by, step } : { dossier, version }
