import type { LocalDate } from '../../calendar/localDate.ts'
import type { EscalationId, OmbudsmanRequestRecorded } from '../../events.ts'
import { accept, isBlank, misdated, misplanned, type Optional, refuse, type Step } from '../../step.ts'
import { unlessEscalated } from './escalated.ts'

export interface RecordOmbudsmanRequest {
  escalation: EscalationId
  receivedOn: LocalDate
  text: string
  dueOn?: Optional<LocalDate>
  /** The reference of the legal demand, when the request is one. */
  legalDemand?: Optional<string>
}

export const recordOmbudsmanRequest: Step<RecordOmbudsmanRequest, OmbudsmanRequestRecorded> = {
  title: 'Consigner une demande du Protecteur du citoyen',
  room: 'ombudsman',
  act: 'RECEIVE',
  barred: unlessEscalated,
  writes: ({ text, legalDemand }) => [
    { field: 'text', text },
    { field: 'legalDemand', text: legalDemand, mayName: true },
  ],

  decide(complaint, { escalation, receivedOn, text, dueOn, legalDemand }, stamp) {
    if (!complaint.escalations.some(({ id }) => id === escalation)) return refuse('ESCALATION_UNKNOWN', 'escalation')
    const flaw = misdated(receivedOn, complaint, stamp)
    if (flaw) return refuse(flaw, 'receivedOn')
    if (isBlank(text)) return refuse('TEXT_MISSING', 'text')
    const late = dueOn ? misplanned(dueOn, stamp) : undefined
    if (late) return refuse(late, 'dueOn')
    return accept({
      type: 'OMBUDSMAN_REQUEST_RECORDED',
      escalation,
      receivedOn,
      text,
      dueOn: dueOn || null,
      legalDemand: legalDemand || null,
    })
  },
}
