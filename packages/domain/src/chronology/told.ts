import type { Event, EventType, Recorded } from '../events.ts'
import type { Room } from '../step.ts'
import { admissibility } from './admissibility.ts'
import { analysis } from './analysis.ts'
import { confidentiality } from './confidentiality.ts'
import { decision } from './decision.ts'
import { followUp } from './followUp.ts'
import { intake } from './intake.ts'
import { ombudsman } from './ombudsman.ts'
import { result } from './result.ts'
import { retention } from './retention.ts'
import type { Teller, Tellers, Told, Words } from './Telling.ts'
import { transfer } from './transfer.ts'

/** The sentences of each room of the process, in its order. */
export const tellersByRoom = {
  intake,
  admissibility,
  transfer,
  confidentiality,
  analysis,
  decision,
  result,
  followUp,
  ombudsman,
  retention,
} as const satisfies Record<Room, object>

/** One sentence for each kind of event; a new kind without its sentence does not compile. */
export const tellers = {
  ...intake,
  ...admissibility,
  ...transfer,
  ...confidentiality,
  ...analysis,
  ...decision,
  ...result,
  ...followUp,
  ...ombudsman,
  ...retention,
} satisfies Tellers<EventType>

const codes: Words = {
  staff: id => id,
  sector: code => code,
  matter: () => 'Le motif',
  document: () => 'Un document joint',
}

/** A line of the journal, told to somebody who was not there; contents left empty are left out. */
export function told({ event }: Pick<Recorded, 'event'>, words: Words = codes): Told {
  const tell = tellers[event.type] as Teller<EventType>
  const { contents = [], ...line } = tell(event as Event, words)
  return { ...line, contents: contents.filter(({ text }) => text?.trim()) }
}
