import type { LocalDate } from '../../calendar/localDate.ts'
import type { EscalationId, OmbudsmanConclusionRecorded } from '../../events.ts'
import { accept, isBlank, misdated, refuse, type Step } from '../../step.ts'
import { unlessEscalated } from './escalated.ts'

export interface RecordOmbudsmanConclusion {
  escalation: EscalationId
  receivedOn: LocalDate
  conclusion: string
  /** What the Protecteur du citoyen recommends to the ministry. */
  recommendations: string[]
}

export const recordOmbudsmanConclusion: Step<RecordOmbudsmanConclusion, OmbudsmanConclusionRecorded> = {
  title: 'Consigner la conclusion du Protecteur du citoyen',
  room: 'ombudsman',
  act: 'RECEIVE',
  barred: unlessEscalated,
  writes: ({ conclusion, recommendations }) => [
    { field: 'conclusion', text: conclusion },
    ...recommendations.map((text, at) => ({ field: `recommendations.${at}`, text })),
  ],

  decide(complaint, { escalation: id, receivedOn, conclusion, recommendations }, stamp) {
    const escalation = complaint.escalations.find(known => known.id === id)
    if (!escalation) return refuse('ESCALATION_UNKNOWN', 'escalation')
    if (escalation.concludedOn) return refuse('ESCALATION_CONCLUDED', 'escalation')
    const flaw = misdated(receivedOn, complaint, stamp)
    if (flaw) return refuse(flaw, 'receivedOn')
    if (isBlank(conclusion)) return refuse('CONCLUSION_MISSING', 'conclusion')
    const kept = recommendations.filter(text => !isBlank(text))
    return accept({
      type: 'OMBUDSMAN_CONCLUSION_RECORDED',
      escalation: id,
      receivedOn,
      conclusion,
      recommendations: kept,
    })
  },
}
