import type { LocalDate } from '../../calendar/localDate.ts'
import type { ConcertationRecorded, MatterId } from '../../events.ts'
import { unlessOpen } from '../../progress.ts'
import { accept, isBlank, misdated, refuse, type Step } from '../../step.ts'
import { unlessAuthorized } from './authorized.ts'

export interface RecordConcertation {
  matter: MatterId
  /** The body recognises that the matter is its own; if not, the matter comes back to admissibility. */
  accepts: boolean
  heldOn: LocalDate
  summary: string
}

export const recordConcertation: Step<RecordConcertation, ConcertationRecorded> = {
  title: 'Consigner la concertation avec l’organisme',
  room: 'transfer',
  act: 'DECIDE',
  barred: unlessOpen,
  barredOn: matter =>
    unlessAuthorized(matter) ?? (matter.transfer?.bodyAccepts === true ? 'CONCERTATION_DONE' : undefined),
  writes: ({ summary }) => [{ field: 'summary', text: summary }],

  decide(complaint, { matter, accepts, heldOn, summary }, stamp) {
    const flaw = misdated(heldOn, complaint, stamp)
    if (flaw) return refuse(flaw, 'heldOn')
    const authorizedOn = complaint.matters.find(({ id }) => id === matter)?.transfer?.answeredOn
    if (authorizedOn && heldOn < authorizedOn) return refuse('DATE_BEFORE_AUTHORIZATION', 'heldOn')
    if (isBlank(summary)) return refuse('TEXT_MISSING', 'summary')
    return accept({ type: 'CONCERTATION_RECORDED', matter, accepts, heldOn, summary })
  },
}
