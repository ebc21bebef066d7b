import { isLocalDate, type LocalDate } from '../../calendar/localDate.ts'
import type { EscalationId, OmbudsmanRequestRecorded } from '../../events.ts'
import { accept, isBlank, misdated, type Optional, refuse, type Step } from '../../step.ts'
import { unlessEscalated } from './escalated.ts'

export interface RecordOmbudsmanRequest {
  escalation: EscalationId
  receivedOn: LocalDate
  text: string
  /** The day by which an answer is expected; it may be past when the request is recorded late. */
  dueOn?: Optional<LocalDate>
  /** The reference of the legal demand, when the request is one. */
  legalDemand?: Optional<string>
  /** Its own number, when it comes with the request. */
  ombudsmanFileNumber?: Optional<string>
  /** When the person agreed that their identity goes to the Protecteur du citoyen, if the request says so. */
  consentGivenOn?: Optional<LocalDate>
}

export const recordOmbudsmanRequest: Step<RecordOmbudsmanRequest, OmbudsmanRequestRecorded> = {
  title: 'Consigner une demande du Protecteur du citoyen',
  room: 'ombudsman',
  act: 'RECEIVE',
  barred: unlessEscalated,
  writes: ({ text, legalDemand, ombudsmanFileNumber }) => [
    { field: 'text', text },
    { field: 'legalDemand', text: legalDemand, mayName: true },
    { field: 'ombudsmanFileNumber', text: ombudsmanFileNumber, mayName: true },
  ],

  decide(complaint, command, stamp) {
    const { escalation, receivedOn, text, dueOn, legalDemand, ombudsmanFileNumber, consentGivenOn } = command
    if (!complaint.escalations.some(({ id }) => id === escalation)) return refuse('ESCALATION_UNKNOWN', 'escalation')
    const flaw = misdated(receivedOn, complaint, stamp)
    if (flaw) return refuse(flaw, 'receivedOn')
    if (isBlank(text)) return refuse('TEXT_MISSING', 'text')
    if (dueOn && !isLocalDate(dueOn)) return refuse('DATE_INVALID', 'dueOn')
    if (dueOn && dueOn < receivedOn) return refuse('DATE_BEFORE_REQUEST', 'dueOn')
    if (consentGivenOn && (!isLocalDate(consentGivenOn) || consentGivenOn > stamp.on))
      return refuse('DATE_INVALID', 'consentGivenOn')
    return accept({
      type: 'OMBUDSMAN_REQUEST_RECORDED',
      escalation,
      receivedOn,
      text,
      dueOn: dueOn || null,
      legalDemand: legalDemand || null,
      ombudsmanFileNumber: ombudsmanFileNumber || null,
      consentGivenOn: consentGivenOn || null,
    })
  },
}
