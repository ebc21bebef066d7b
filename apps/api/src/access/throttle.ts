import { createHash } from 'node:crypto'
import { type Ask, statement } from '../database/statement.ts'

/** Failures allowed in fifteen minutes. An office may share one address; an account belongs to one person. */
export const allowedFailures = { account: 5, address: 50 }

const addAttempt = statement(
  'attempt_add',
  `with old as (delete from sign_in_attempt where at < now() - interval '15 minutes')
   insert into sign_in_attempt (subject) values ($1), ($2) returning id::int`,
)
const countAttempts = statement(
  'attempt_count',
  `select count(*) filter (where subject = $1)::int as account, count(*) filter (where subject = $2)::int as address
   from sign_in_attempt where subject in ($1, $2) and at > now() - interval '15 minutes'`,
)
const forgetAttempts = statement('attempt_forget', 'delete from sign_in_attempt where id = any ($1)')
const forgetSubject = statement('attempt_forget_subject', 'delete from sign_in_attempt where subject = $1')

const subject = (kind: string, value: string) => createHash('sha256').update(`${kind}:${value}`).digest()

/** One attempt to sign in, counted before the password is looked at so that attempts made together all count. */
export interface Attempt {
  allowed: boolean
  /** The password was right: the account's failures are forgotten, and this attempt is none. */
  succeeded(): Promise<void>
  /** Nothing was guessed: this attempt is none, and the account's failures stay. */
  setAside(): Promise<void>
}

export async function beginAttempt(ask: Ask, email: string, address: string): Promise<Attempt> {
  const subjects = [subject('account', email), subject('address', address)]
  const ids = (await ask<{ id: number }>(addAttempt, subjects)).map(({ id }) => id)
  const [count] = await ask<{ account: number; address: number }>(countAttempts, subjects)
  const allowed =
    count !== undefined && count.account <= allowedFailures.account && count.address <= allowedFailures.address
  // A refused attempt does not lengthen the wait.
  if (!allowed) await ask(forgetAttempts, [ids])
  return {
    allowed,
    async setAside() {
      await ask(forgetAttempts, [ids])
    },
    async succeeded() {
      await ask(forgetAttempts, [ids])
      await ask(forgetSubject, [subjects[0]])
    },
  }
}
