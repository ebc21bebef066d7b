import { type AdministrationRefusal, passwordFlaws, type StaffAccount, type StaffDraft } from '@bienfonde/domain'
import type { Database } from '../database/Database.ts'
import { type Ask, statement } from '../database/statement.ts'
import { type AdministrationStamp, holdAdministration, recordChange } from '../journal/administrationJournal.ts'
import { hashPassword } from './password.ts'
import { recordSecondFactor } from './secondFactor/recordSecondFactor.ts'
import { takeSecondFactorAway } from './secondFactor/secondFactor.ts'
import { endSessionsOf } from './session.ts'
import type { Subject } from './signOn/organisationAccount.ts'
import {
  type AccountChanged,
  addStaffAccount,
  keptAccount,
  resetStaffPassword,
  setStaffAccountActive,
  staffSubject,
} from './staffAccounts.ts'

const findAll = statement(
  'operator_accounts',
  `select s.id, s.email, s.name, s.role, s.sector, s.active, d.name as "sectorName"
   from staff s left join sector d on d.code = s.sector order by lower(s.email)`,
)
const findOne = statement(
  'operator_account',
  'select id, email, name, role, sector, active from staff where lower(email) = lower($1)',
)
const linkAccount = statement(
  'operator_link',
  `update staff set (sign_on_issuer, sign_on_subject) = ($2, $3) where id = $1
     and not exists (select from staff other where other.sign_on_issuer = $2 and other.sign_on_subject = $3 and other.id <> $1)
   returning id`,
)
const keepPassword = statement(
  'operator_password',
  'update staff set (password_hash, password_temporary_until) = ($2, null) where id = $1',
)

/** Changes made at the command line are written in the journal of administration under this name. */
const stampNow = (): AdministrationStamp => ({ by: { id: 'operator', role: 'OPERATOR' }, at: new Date() })

type Outcome = AccountChanged | AdministrationRefusal[]

/** Runs a change that leaves nothing behind when it is refused. */
const changing = (database: Database, change: (ask: Ask) => Promise<Outcome>): Promise<Outcome> =>
  database.transaction(change, outcome => !Array.isArray(outcome))

export const everyAccount = ({ ask }: Database): Promise<(StaffAccount & { sectorName: string | null })[]> =>
  ask(findAll)

export const accountAt = async ({ ask }: Database, email: string): Promise<StaffAccount | undefined> =>
  (await ask<StaffAccount>(findOne, [email.trim()]))[0]

/** Puts the chosen password in place of the temporary one, in the transaction of the change that made it. */
async function withPassword(ask: Ask, outcome: Outcome, chosen: string, person: { name: string; email: string }) {
  if (Array.isArray(outcome)) return outcome
  const flaws = passwordFlaws({ current: '', chosen }, person)
  if (flaws.length > 0) return flaws
  await ask(keepPassword, [outcome.id, await hashPassword(chosen)])
  return outcome
}

/** Adds an account whose password is chosen at once. */
export const addAccount = (database: Database, draft: StaffDraft, password: string): Promise<Outcome> =>
  changing(database, async ask => withPassword(ask, await addStaffAccount(ask, stampNow(), draft), password, draft))

/** Gives an account to the person whom the organisation's sign-on knows by this subject. */
export const linkToSubject = (
  database: Database,
  account: StaffAccount,
  { issuer, subject }: Subject,
): Promise<Outcome> =>
  changing(database, async ask => {
    await holdAdministration(ask)
    const linked = await ask(linkAccount, [account.id, issuer, subject])
    if (linked.length === 0) return [{ code: 'SUBJECT_TAKEN' }]
    const before = keptAccount(account)
    const after = { ...before, signOn: subject }
    const change = { type: 'STAFF_LINKED', subject: staffSubject(account.id), before, after } as const
    return { id: account.id, line: await recordChange(ask, stampNow(), change) }
  })

/** Takes away the second factor of somebody who lost it and its recovery codes; their sessions end. */
export const resetSecondFactor = (database: Database, account: StaffAccount): Promise<boolean> =>
  database.transaction(async ask => {
    if (!(await takeSecondFactorAway(ask, account.id))) return false
    await endSessionsOf(ask, account.id)
    await recordSecondFactor(
      ask,
      { by: { id: 'operator', role: 'OPERATOR' }, at: new Date() },
      'SECOND_FACTOR_REMOVED',
      account,
    )
    return true
  })

/** Replaces the password of an account; its sessions end. */
export const resetPassword = (database: Database, account: StaffAccount, password: string): Promise<Outcome> =>
  changing(database, async ask =>
    withPassword(ask, await resetStaffPassword(ask, stampNow(), account.id), password, account),
  )

/** Disables an account, which ends its sessions at once, or enables it again. */
export const setActive = (database: Database, { id }: StaffAccount, active: boolean): Promise<Outcome> =>
  changing(database, ask => setStaffAccountActive(ask, stampNow(), id, active))
