import { type Complaint, type EventType, followUpsOf, type Recorded, type Room, tellersByRoom } from '@bienfonde/domain'

/** What the chronology is asked to show; nothing chosen shows all of it. */
export interface Passage {
  readonly room: Room | null
  readonly matter: string | null
  readonly person: string | null
}

export const wholeChronology: Passage = { room: null, matter: null, person: null }

const roomOf = (type: EventType): Room | undefined =>
  (Object.keys(tellersByRoom) as Room[]).find(room => type in tellersByRoom[room])

/** The matters that a line is about; none when it is about the whole dossier. */
function mattersOf({ event }: Recorded, complaint: Complaint): readonly string[] {
  if (event.type === 'COMPLAINT_REOPENED') return event.matters
  if (event.type === 'REGISTRATION_CORRECTED') return event.matter ? [event.matter.matter] : []
  if ('matter' in event && typeof event.matter === 'string') return [event.matter]
  const about = [
    'consultation' in event && complaint.consultations.find(({ id }) => id === event.consultation)?.matter,
    'recommendation' in event && followUpsOf(complaint).find(({ id }) => id === event.recommendation)?.matter,
  ]
  return about.filter(matter => typeof matter === 'string')
}

/** The lines of the journal that answer the question, in their order. */
export const passageOf = (
  lines: readonly Recorded[],
  complaint: Complaint,
  { room, matter, person }: Passage,
): readonly Recorded[] =>
  lines.filter(
    line =>
      (!room || roomOf(line.event.type) === room) &&
      (!matter || mattersOf(line, complaint).includes(matter)) &&
      (!person || line.by === person),
  )

/** The rooms that the journal went through, in the order of the process. */
export const roomsMet = (lines: readonly Recorded[]): Room[] => {
  const met = new Set(lines.map(({ event }) => roomOf(event.type)))
  return (Object.keys(tellersByRoom) as Room[]).filter(room => met.has(room))
}
