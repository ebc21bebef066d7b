import { addDays, type LocalDate } from '../calendar/localDate.ts'
import type { StaffId } from '../confidentiality/permits.ts'
import type { EventType, Recorded } from '../events.ts'

/** How many days what came back stays in sight of somebody who has not acted on it since. */
const returnedForDays = 14

/** The first day whose returns are still in sight, on a day. */
export const returnedFrom = (today: LocalDate): LocalDate => addDays(today, -returnedForDays)

/** What was awaited of somebody, or came from them unasked. */
const answers: readonly EventType[] = [
  'COMPLAINANT_MESSAGE_RECORDED',
  'TRANSFER_AUTHORIZATION_RECORDED',
  'CONCERTATION_RECORDED',
  'DISCLOSURE_CONSENT_RECORDED',
  'DISCLOSURE_CONSENT_WITHDRAWN',
  'SECTOR_REPLIED',
  'RECOMMENDATION_ANSWERED',
  'IMPLEMENTATION_RECORDED',
  'OMBUDSMAN_REQUEST_RECORDED',
  'OMBUDSMAN_CONCLUSION_RECORDED',
]

/**
 * What somebody else last wrote in a dossier since its officer acted on it or received it: an answer before anything
 * else. An opening of the identity changes nothing in the dossier, nor does a reminder.
 */
export function returnedTo(officer: StaffId | null, lines: readonly Recorded[]): Recorded | undefined {
  if (officer === null) return undefined
  const acted = lines.findLastIndex(({ by }) => by === officer)
  const received = lines.findLastIndex(({ event }) => event.type === 'OFFICER_ASSIGNED')
  const others = lines
    .slice(Math.max(acted + 1, received, 0))
    .filter(({ by, role, event }) => by !== officer && role !== 'SYSTEM' && event.type !== 'IDENTITY_OPENED')
  return others.findLast(({ event }) => answers.includes(event.type)) ?? others.at(-1)
}
