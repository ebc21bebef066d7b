import type { LocalDate } from '../calendar/localDate.ts'
import type { Complaint, Consent } from '../complaint.ts'
import type { InformationCategory } from '../tables/procedure.ts'
import type { RefusalCode } from '../tables/refusals.ts'
import type { Actor, SectorCode } from './permits.ts'

/** A permission without a last day lasts as long as the dossier is open. */
const isLive = ({ answer, withdrawnOn, validUntil }: Consent, closedOn: LocalDate | null, on: LocalDate): boolean =>
  answer === 'GRANTED' && withdrawnOn === null && (validUntil === null ? closedOn === null : validUntil >= on)

/** The permission in force for a sector on a day: the latest one asked for it, granted, neither withdrawn nor expired. */
export function liveGrant({ consents, closedOn }: Complaint, sector: SectorCode, on: LocalDate): Consent | undefined {
  const latest = consents.findLast(consent => consent.sector === sector)
  return latest && isLive(latest, closedOn, on) ? latest : undefined
}

/** True when the latest permission asked for some sector was refused. */
export const hasRefusedConsent = ({ consents }: Complaint): boolean =>
  consents.some(
    (consent, at) =>
      consent.answer === 'REFUSED' && at === consents.findLastIndex(({ sector }) => sector === consent.sector),
  )

/**
 * Why this person may not open what the vault holds of this dossier, or undefined when they may.
 * Absent, pending, refused, expired and withdrawn permission all answer alike.
 */
export function identityRefusal(
  complaint: Complaint,
  actor: Actor,
  on: LocalDate,
  scope: readonly InformationCategory[],
): RefusalCode | undefined {
  const secretariat = actor.role !== 'SECTOR_RESPONDENT'
  if (complaint.matters.some(({ concernedStaff }) => concernedStaff.includes(actor.id)))
    return secretariat ? 'IDENTITY_OF_OWN_COMPLAINANT' : 'IDENTITY_NOT_ACCESSIBLE'
  if (actor.role === 'RESPONSIBLE_OFFICER') return undefined
  if (actor.role === 'OFFICER') return complaint.officer === actor.id ? undefined : 'NOT_ASSIGNED_TO_YOU'
  const grant = actor.sector === null ? undefined : liveGrant(complaint, actor.sector, on)
  return grant && scope.every(category => grant.categories.includes(category)) ? undefined : 'IDENTITY_NOT_ACCESSIBLE'
}
