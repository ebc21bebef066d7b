import type { LocalDate } from '../calendar/localDate.ts'
import type { Complaint, Consent, Matter } from '../complaint.ts'
import type { InformationCategory } from '../tables/procedure.ts'
import type { RefusalCode } from '../tables/refusals.ts'
import type { Actor, SectorCode } from './permits.ts'

/** A permission without a last day lasts until the dossier closes, and must be asked anew if it reopens. */
const isLive = ({ answer, withdrawnOn, endedOn, validUntil }: Consent, on: LocalDate): boolean =>
  answer === 'GRANTED' && withdrawnOn === null && endedOn === null && (validUntil === null || validUntil >= on)

/** The permission in force for a sector on a day: the latest one asked for it, granted, neither withdrawn nor expired. */
export function liveGrant(
  { consents }: Pick<Complaint, 'consents'>,
  sector: SectorCode,
  on: LocalDate,
): Consent | undefined {
  const latest = consents.findLast(consent => consent.sector === sector)
  return latest && isLive(latest, on) ? latest : undefined
}

/** The permissions refused, each the latest asked for its sector. */
const refusedConsents = ({ consents }: Complaint): Consent[] =>
  consents.filter(
    (consent, at) =>
      consent.answer === 'REFUSED' && at === consents.findLastIndex(({ sector }) => sector === consent.sector),
  )

/** True when the latest permission asked for some sector was refused. */
export const hasRefusedConsent = (complaint: Complaint): boolean => refusedConsents(complaint).length > 0

/** True when a refusal bears on this matter: its sector, one consulted on it, or one that no other matter touches. */
export function refusalBearsOn(matter: Matter, complaint: Complaint): boolean {
  const touches = (sector: SectorCode, { id, sector: own }: Matter) =>
    own === sector || complaint.consultations.some(asked => asked.matter === id && asked.sector === sector)
  const others = complaint.matters.filter(({ id }) => id !== matter.id)
  return refusedConsents(complaint).some(
    ({ sector }) => touches(sector, matter) || !others.some(other => touches(sector, other)),
  )
}

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
