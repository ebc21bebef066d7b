import type { LocalDate } from '../../calendar/localDate.ts'
import type { ConsultationId, SectorReplied } from '../../events.ts'
import { accept, isBlank, misdated, refuse, type Step } from '../../step.ts'
import { consultationRefusal, unlessConsultationOpen } from './openConsultation.ts'

export interface RecordSectorReply {
  consultation: ConsultationId
  reply: string
  repliedOn: LocalDate
}

/** The sector answers, or the Secretariat writes down an answer received otherwise; no finding changes by itself. */
export const recordSectorReply: Step<RecordSectorReply, SectorReplied> = {
  title: 'Répondre à la consultation',
  room: 'analysis',
  act: 'ANSWER',
  barred: unlessConsultationOpen,
  writes: ({ reply }) => [{ field: 'reply', text: reply }],

  decide(complaint, { consultation, reply, repliedOn }, stamp) {
    const refusal = consultationRefusal(complaint, consultation, stamp.actor)
    if (refusal) return refuse(refusal, 'consultation')
    if (isBlank(reply)) return refuse('REPLY_MISSING', 'reply')
    const flaw = misdated(repliedOn, complaint, stamp)
    if (flaw) return refuse(flaw, 'repliedOn')
    const askedOn = complaint.consultations.find(({ id }) => id === consultation)?.askedOn
    if (askedOn && repliedOn < askedOn) return refuse('DATE_BEFORE_REQUEST', 'repliedOn')
    return accept({ type: 'SECTOR_REPLIED', consultation, reply, repliedOn })
  },
}
