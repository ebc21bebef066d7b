import { type Role, roles, type SectorCode, type StaffId } from '../confidentiality/permits.ts'
import { type AdministrationRefusal, flawOf } from './administrationRefusals.ts'
import { nameFlaw, tidied } from './bounds.ts'

/** An account as an administrator writes it. */
export interface StaffDraft {
  readonly name: string
  readonly email: string
  readonly role: Role
  /** The sector that a respondent speaks for; other roles have none. */
  readonly sector: SectorCode | null
}

/** An account as the register knows it. */
export interface StaffAccount extends StaffDraft {
  readonly id: StaffId
  readonly active: boolean
}

/** What else an account is judged against. */
export interface StaffRegister {
  readonly accounts: readonly StaffAccount[]
  readonly sectors: readonly { readonly code: SectorCode; readonly active: boolean }[]
}

const address = /^[^\s@<>"(),;:]+@[^\s@<>"(),;:.]+(\.[^\s@<>"(),;:.]+)+$/

/** True when a text has the shape of one address of electronic mail. */
export const isEmail = (text: string): boolean => text.length <= 254 && address.test(text)

/** The account as it is kept. */
export const tidyStaff = ({ name, email, role, sector }: StaffDraft): StaffDraft => ({
  name: tidied(name),
  email: email.trim(),
  role,
  sector: role === 'SECTOR_RESPONDENT' ? sector : null,
})

/** What is wrong with an account to add, or to put in place of the one that has this identifier. */
export function staffFlaws(draft: StaffDraft, { accounts, sectors }: StaffRegister, id?: StaffId) {
  const { name, email, role, sector } = tidyStaff(draft)
  const before = accounts.find(account => account.id === id)
  const taken = accounts.some(other => other.id !== id && other.email.toLowerCase() === email.toLowerCase())
  const isOpen = sectors.some(({ code, active }) => code === sector && (active || code === before?.sector))
  return [
    ...flawOf('name', name ? nameFlaw(name) : 'PERSON_NAME_MISSING'),
    ...flawOf('email', !isEmail(email) ? 'EMAIL_INVALID' : taken && 'EMAIL_TAKEN'),
    ...flawOf('role', !role ? 'ROLE_MISSING' : !roles.some(({ code }) => code === role) && 'ROLE_UNKNOWN'),
    ...flawOf(
      'sector',
      role === 'SECTOR_RESPONDENT' && (sector ? !isOpen && 'SECTOR_NOT_OPEN' : 'SECTOR_OF_RESPONDENT_MISSING'),
    ),
    ...(before?.active && role !== 'ADMINISTRATOR' ? lastAdministratorFlaw(before.id, accounts, 'role') : []),
  ]
}

/** Somebody must always be able to administer: the last active administrator neither leaves nor changes role. */
export function lastAdministratorFlaw(
  id: StaffId,
  accounts: readonly StaffAccount[],
  field?: string,
): AdministrationRefusal[] {
  const administrators = accounts.filter(({ active, role }) => active && role === 'ADMINISTRATOR')
  return administrators.length === 1 && administrators[0]?.id === id ? [{ code: 'LAST_ADMINISTRATOR', field }] : []
}
