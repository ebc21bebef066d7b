import type { LocalDate } from './calendar/localDate.ts'
import type { EventType, Recorded } from './events.ts'
import type { DispatchState, SendingFailure } from './tables/sending.ts'

/** A letter on its way to the person: which line of the journal it is, how it leaves, and whether it has left. */
export interface Dispatch {
  readonly line: number
  readonly kind: EventType
  readonly channel: 'EMAIL' | 'MAIL'
  readonly on: LocalDate
  readonly state: DispatchState
  readonly failure: SendingFailure | null
  readonly doneOn: LocalDate | null
}

/** The letter that a line sends on its way; nothing when it is said aloud, or had left before it was written down. */
function begun({ seq, on, event }: Recorded): Dispatch[] {
  if (!('letter' in event) || !event.letter) return []
  const { channel, type } = event
  if (channel !== 'EMAIL' && channel !== 'MAIL') return []
  if ('sentOn' in event && event.sentOn !== on) return []
  return [{ line: seq, kind: type, channel, on, state: 'WAITING', failure: null, doneOn: null }]
}

const turned = (dispatches: readonly Dispatch[], line: number, change: Partial<Dispatch>): readonly Dispatch[] =>
  dispatches.map(each => (each.line === line ? { ...each, failure: null, doneOn: null, ...change } : each))

/** The letters of a dossier after one more line of its journal. */
export function dispatchesAfter(dispatches: readonly Dispatch[], recorded: Recorded): readonly Dispatch[] {
  const { event, on } = recorded
  switch (event.type) {
    case 'LETTER_SENT':
      return turned(dispatches, event.line, { state: 'SENT', doneOn: on })
    case 'LETTER_NOT_SENT':
      return turned(dispatches, event.line, { state: 'NOT_SENT', failure: event.failure })
    case 'LETTER_POSTED':
      return turned(dispatches, event.line, { state: 'POSTED', doneOn: event.postedOn })
    case 'LETTER_SENDING_ASKED':
      return turned(dispatches, event.line, { state: 'WAITING' })
    default: {
      const letters = begun(recorded)
      return letters.length > 0 ? [...dispatches, ...letters] : dispatches
    }
  }
}

/** True for a letter that the person has not been sent yet. */
export const isPending = ({ state }: Dispatch): boolean => state === 'WAITING' || state === 'NOT_SENT'
