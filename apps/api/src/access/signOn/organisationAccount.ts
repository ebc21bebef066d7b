import { type AdministrationRefusalCode, type SignOnRefusal, type StaffDraft, staffFlaws } from '@bienfonde/domain'
import { type Ask, statement } from '../../database/statement.ts'
import { type AdministrationStamp, recordChange } from '../../journal/administrationJournal.ts'
import { endSessionsOf } from '../session.ts'
import { keptAccount, staffRegister, staffSubject } from '../staffAccounts.ts'

/** Who a person is for the organisation: the provider that says it, and its own name for them. */
export interface Subject {
  issuer: string
  subject: string
}

const findSubject = statement(
  'account_of_subject',
  'select id from staff where sign_on_issuer = $1 and sign_on_subject = $2',
)
const addSubject = statement(
  'account_subject_add',
  `insert into staff (name, email, role, sector, sign_on_issuer, sign_on_subject)
   values ($1, $2, $3, $4, $5, $6) returning id`,
)
const changeAccount = statement(
  'account_subject_change',
  'update staff set (name, email, role, sector) = ($2, $3, $4, $5) where id = $1',
)

const refusals: Partial<Record<AdministrationRefusalCode, SignOnRefusal>> = {
  EMAIL_TAKEN: 'SIGN_ON_EMAIL_TAKEN',
  SECTOR_NOT_OPEN: 'SIGN_ON_SECTOR_CLOSED',
}

/**
 * The account of a person whom the organisation signs on, made the first time and brought up to what it says now. It is
 * found by its subject alone: an address of electronic mail gives nobody another's account. Within a transaction.
 */
export async function organisationAccount(
  ask: Ask,
  at: Date,
  who: Subject,
  draft: StaffDraft,
): Promise<{ id: string } | SignOnRefusal> {
  const stamp: AdministrationStamp = { by: { id: 'sign-on', role: 'SIGN_ON' }, at }
  const register = await staffRegister(ask)
  const id = (await ask<{ id: string }>(findSubject, [who.issuer, who.subject]))[0]?.id
  const account = register.accounts.find(each => each.id === id)
  if (account && !account.active) return 'SIGN_ON_DISABLED'
  // Who administers is the organisation's to say, even when nobody does.
  const [flaw] = staffFlaws(draft, register, id).filter(({ code }) => code !== 'LAST_ADMINISTRATOR')
  if (flaw) return refusals[flaw.code] ?? 'SIGN_ON_INCOMPLETE'
  const { name, email, role, sector } = draft
  const after = { name, email, role, sector, active: true }
  if (!account) {
    const [added] = await ask<{ id: string }>(addSubject, [name, email, role, sector, who.issuer, who.subject])
    const made = added?.id ?? ''
    await recordChange(ask, stamp, { type: 'STAFF_ADDED', subject: staffSubject(made), before: null, after })
    return { id: made }
  }
  const before = keptAccount(account)
  if (JSON.stringify(before) !== JSON.stringify(after)) {
    await ask(changeAccount, [account.id, name, email, role, sector])
    await recordChange(ask, stamp, { type: 'STAFF_CHANGED', subject: staffSubject(account.id), before, after })
  }
  return { id: account.id }
}

/** Ends the sessions of whoever the organisation no longer lets in. */
export async function endSessionsOfSubject(ask: Ask, { issuer, subject }: Subject): Promise<void> {
  const [account] = await ask<{ id: string }>(findSubject, [issuer, subject])
  if (account) await endSessionsOf(ask, account.id)
}
