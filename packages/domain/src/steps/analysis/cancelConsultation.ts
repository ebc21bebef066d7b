import type { ConsultationCancelled, ConsultationId } from '../../events.ts'
import { accept, isBlank, refuse, type Step } from '../../step.ts'
import { consultationRefusal, unlessConsultationOpen } from './openConsultation.ts'

export interface CancelConsultation {
  consultation: ConsultationId
  reason: string
}

export const cancelConsultation: Step<CancelConsultation, ConsultationCancelled> = {
  title: 'Annuler une consultation',
  room: 'analysis',
  act: 'PREPARE',
  barred: unlessConsultationOpen,
  writes: ({ reason }) => [{ field: 'reason', text: reason }],

  decide(complaint, { consultation, reason }, { actor }) {
    const refusal = consultationRefusal(complaint, consultation, actor)
    if (refusal) return refuse(refusal, 'consultation')
    if (isBlank(reason)) return refuse('REASON_MISSING', 'reason')
    return accept({ type: 'CONSULTATION_CANCELLED', consultation, reason })
  },
}
