import { isLocalDate, type LocalDate } from '../../calendar/localDate.ts'
import type { EscalatedToOmbudsman } from '../../events.ts'
import { accept, isBlank, misdated, type Optional, refuse, type Step } from '../../step.ts'
import type { EscalationInitiator } from '../../tables/procedure.ts'

export interface EscalateToOmbudsman {
  initiatedBy: EscalationInitiator
  escalatedOn: LocalDate
  ombudsmanFileNumber?: Optional<string>
  /** When the person agreed that their identity goes to the Protecteur du citoyen. */
  consentGivenOn?: Optional<LocalDate>
  reason: string
}

/** Possible at any stage, from the day of receipt: before, instead of or after the ministry's answer. */
export const escalateToOmbudsman: Step<EscalateToOmbudsman, EscalatedToOmbudsman> = {
  title: 'Consigner un recours au Protecteur du citoyen',
  room: 'ombudsman',
  act: 'DECIDE',
  barred: () => undefined,
  writes: ({ reason, ombudsmanFileNumber }) => [
    { field: 'reason', text: reason },
    { field: 'ombudsmanFileNumber', text: ombudsmanFileNumber, mayName: true },
  ],

  decide(complaint, { initiatedBy, escalatedOn, ombudsmanFileNumber, consentGivenOn, reason }, stamp) {
    const flaw = misdated(escalatedOn, complaint, stamp)
    if (flaw) return refuse(flaw, 'escalatedOn')
    if (consentGivenOn && (!isLocalDate(consentGivenOn) || consentGivenOn > stamp.on))
      return refuse('DATE_INVALID', 'consentGivenOn')
    if (isBlank(reason)) return refuse('REASON_MISSING', 'reason')
    return accept({
      type: 'ESCALATED_TO_OMBUDSMAN',
      escalation: `E${complaint.escalations.length + 1}`,
      initiatedBy,
      escalatedOn,
      ombudsmanFileNumber: ombudsmanFileNumber || null,
      consentGivenOn: consentGivenOn || null,
      reason,
    })
  },
}
