import {
  type AdministrationRefusal,
  lastAdministratorFlaw,
  type StaffAccount,
  type StaffDraft,
  staffFlaws,
  tidyStaff,
} from '@bienfonde/domain'
import { type Ask, statement } from '../database/statement.ts'
import { type AdministrationStamp, holdAdministration, recordChange } from '../journal/administrationJournal.ts'
import { endSessionsOf } from './session.ts'
import { makeTemporaryPassword, temporaryHours } from './temporaryPassword.ts'

/** What a change of an account leaves: its line in the journal of administration, and a password to say once. */
export interface AccountChanged {
  id: string
  line: number
  temporaryPassword?: string
}

type Outcome = Promise<AccountChanged | AdministrationRefusal[]>

const findAccounts = statement('accounts', 'select id, name, email, role, sector, active from staff')
const findSectors = statement('accounts_sectors', 'select code, active from sector')
const addAccount = statement(
  'account_add',
  `insert into staff (name, email, role, sector, password_hash, password_temporary_until)
   values ($1, $2, $3, $4, $5, $6) returning id`,
)
const changeAccount = statement(
  'account_change',
  'update staff set (name, email, role, sector) = ($2, $3, $4, $5) where id = $1',
)
const setActive = statement('account_active', 'update staff set active = $2 where id = $1')
const setPassword = statement(
  'account_password',
  'update staff set (password_hash, password_temporary_until) = ($2, $3) where id = $1',
)

/** The subject under which the journal of administration names an account. */
export const staffSubject = (id: string) => `STAFF:${id}`

/** The register as it stands, held until the end of the transaction. */
export async function staffRegister(ask: Ask) {
  await holdAdministration(ask)
  return { accounts: await ask<StaffAccount>(findAccounts), sectors: await ask<Known>(findSectors) }
}
interface Known {
  code: string
  active: boolean
}

/** What the journal of administration keeps of an account. */
export const keptAccount = ({ name, email, role, sector, active }: StaffAccount) => ({
  name,
  email,
  role,
  sector,
  active,
})
const unknown: AdministrationRefusal[] = [{ code: 'ACCOUNT_UNKNOWN' }]
const nothing: AdministrationRefusal[] = [{ code: 'NOTHING_CHANGED' }]
const validUntil = (at: Date) => new Date(at.getTime() + temporaryHours * 3_600_000)

/** Adds an account, with a temporary password that is said once. Within a transaction, like every change below. */
export async function addStaffAccount(ask: Ask, stamp: AdministrationStamp, draft: StaffDraft): Outcome {
  const flaws = staffFlaws(draft, await staffRegister(ask))
  if (flaws.length > 0) return flaws
  const { name, email, role, sector } = tidyStaff(draft)
  const { shown, hash } = await makeTemporaryPassword()
  const [added] = await ask<{ id: string }>(addAccount, [name, email, role, sector, hash, validUntil(stamp.at)])
  const id = added?.id ?? ''
  const after = { name, email, role, sector, active: true }
  const line = await recordChange(ask, stamp, { type: 'STAFF_ADDED', subject: staffSubject(id), before: null, after })
  return { id, line, temporaryPassword: shown }
}

/** Changes who an account is, its role or its sector; the new right counts at the person's next request. */
export async function changeStaffAccount(ask: Ask, stamp: AdministrationStamp, id: string, draft: StaffDraft): Outcome {
  const known = await staffRegister(ask)
  const account = known.accounts.find(each => each.id === id)
  if (!account) return unknown
  const flaws = staffFlaws(draft, known, id)
  if (flaws.length > 0) return flaws
  const after = { ...tidyStaff(draft), active: account.active }
  const before = keptAccount(account)
  if (JSON.stringify(before) === JSON.stringify(after)) return nothing
  await ask(changeAccount, [id, after.name, after.email, after.role, after.sector])
  return {
    id,
    line: await recordChange(ask, stamp, { type: 'STAFF_CHANGED', subject: staffSubject(id), before, after }),
  }
}

/** Disables an account, which ends its sessions at once, or enables it again. */
export async function setStaffAccountActive(
  ask: Ask,
  stamp: AdministrationStamp,
  id: string,
  active: boolean,
): Outcome {
  const { accounts } = await staffRegister(ask)
  const account = accounts.find(each => each.id === id)
  if (!account) return unknown
  if (account.active === active) return nothing
  const flaws = active ? [] : lastAdministratorFlaw(id, accounts)
  if (flaws.length > 0) return flaws
  await ask(setActive, [id, active])
  if (!active) await endSessionsOf(ask, id)
  const before = keptAccount(account)
  const type = active ? 'STAFF_ENABLED' : 'STAFF_DISABLED'
  const line = await recordChange(ask, stamp, { type, subject: staffSubject(id), before, after: { ...before, active } })
  return { id, line }
}

/** Puts a temporary password in place of the one that was lost; the sessions opened with it end at once. */
export async function resetStaffPassword(ask: Ask, stamp: AdministrationStamp, id: string): Outcome {
  const { accounts } = await staffRegister(ask)
  const account = accounts.find(each => each.id === id)
  if (!account) return unknown
  if (!account.active) return [{ code: 'ACCOUNT_DISABLED' }]
  const { shown, hash } = await makeTemporaryPassword()
  await ask(setPassword, [id, hash, validUntil(stamp.at)])
  await endSessionsOf(ask, id)
  const same = keptAccount(account)
  const change = { type: 'STAFF_PASSWORD_RESET', subject: staffSubject(id), before: same, after: same } as const
  return { id, line: await recordChange(ask, stamp, change), temporaryPassword: shown }
}
