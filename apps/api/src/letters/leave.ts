import {
  type Complaint,
  type Event,
  type LocalDate,
  letterRefusal,
  type RefusalCode,
  type Settings,
  tells,
} from '@bienfonde/domain'
import type { Ask } from '../database/statement.ts'
import { keepLetter, leavingLetter } from './leavingLetter.ts'

interface Leaving {
  on: LocalDate
  settings: Settings
  /** The digest of the letter as somebody read it again; absent where nobody does, as in a demonstration. */
  reread?: { seen: string | null | undefined } | undefined
}

/** What is told by letter leaves as it was read again: its event bears the mark of the letter, or is refused. */
export async function leave<E extends Event>(
  ask: Ask,
  complaint: Complaint,
  events: readonly E[],
  { on, settings, reread }: Leaving,
): Promise<{ events: readonly E[] } | { refusal: RefusalCode }> {
  const happening: readonly Event[] = events
  const telling = happening.find(tells)
  const leaving = telling && (await leavingLetter(ask, complaint, { event: telling, on }, settings))
  if (!leaving) return { events }
  const refusal = reread && letterRefusal(telling, { ...reread, leaving: leaving.mark.digest })
  if (refusal) return { refusal }
  await keepLetter(ask, leaving)
  return { events: events.map(event => (event === telling ? { ...event, letter: leaving.mark } : event)) }
}
