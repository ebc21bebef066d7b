import { type Complaint, type Event, evolve, proposedNotice, type Stamp } from '@bienfonde/domain'

const paragraphs = (complaint: Complaint, { settings }: Stamp) =>
  proposedNotice(complaint, settings)
    .split('\n\n')
    .filter(paragraph => paragraph.trim())

const outcomes = ({ matters, recommendations }: Complaint) =>
  JSON.stringify([matters.map(({ id, outcome, reasons }) => [id, outcome, reasons]), recommendations.length])

/** What a decision would add to the notice: the paragraphs that the person will read and that no notice says yet. */
export function foretold(complaint: Complaint, events: readonly Event[], stamp: Stamp): readonly string[] {
  if (complaint.version === 0) return []
  const { actor, at, on } = stamp
  const line = { at, on, by: actor.id, role: actor.role, confirmation: null }
  const after = events.reduce((known, event) => evolve(known, { ...line, seq: known.version + 1, event }), complaint)
  if (outcomes(after) === outcomes(complaint)) return []
  const said = new Set(paragraphs(complaint, stamp))
  return paragraphs(after, stamp).filter(paragraph => !said.has(paragraph))
}
