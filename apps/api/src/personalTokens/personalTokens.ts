import { createHash, randomBytes } from 'node:crypto'
import { type AdministrationRefusal, localDateAt, type PersonalTokenDraft, tidied, tokenFlaws } from '@bienfonde/domain'
import type { SignedIn } from '../access/session.ts'
import type { Made } from '../administration/AdministrationOutcome.ts'
import { type Ask, statement } from '../database/statement.ts'
import { type AdministrationStamp, recordChange } from '../journal/administrationJournal.ts'

/** Whoever holds a valid token, as the staff register knows them at that moment. */
export interface TokenHolder extends SignedIn {
  token: string
}

const findValid = statement(
  'tokens_valid',
  'select label from personal_token where staff_id = $1 and revoked_at is null and expires_at > $2',
)
const addToken = statement(
  'token_add',
  `insert into personal_token (staff_id, label, token_hash, created_at, expires_at)
   values ($1, $2, $3, $4, $5) returning id`,
)
const revokeToken = statement(
  'token_revoke',
  `update personal_token set revoked_at = $3 where staff_id = $1 and id = $2 and revoked_at is null
   returning label, expires_at`,
)
const findHolder = statement(
  'token_holder',
  `with valid as (
     select t.id as token, t.last_used_at, f.id, f.name, f.email, f.role, f.sector
     from personal_token t join staff f on f.id = t.staff_id
     where t.token_hash = $1 and t.revoked_at is null and t.expires_at > $2 and f.active
   ), used as (
     update personal_token set last_used_at = $2 from valid
     where personal_token.id = valid.token
       and (valid.last_used_at is null or valid.last_used_at < $2::timestamptz - interval '1 minute')
   )
   select token, id, name, email, role, sector from valid`,
)

/** Tells a token of this application from any other secret, wherever it is found. */
const prefix = 'bienfonde_'
const shape = /^bienfonde_[\w-]{43}$/
const hashed = (token: string) => createHash('sha256').update(token).digest()
const subjectOf = (id: string) => `TOKEN:${id}`
const told = (label: string, expiresAt: Date) => ({ token: label, expiresOn: localDateAt(expiresAt) })

/** Makes a token, said once, and inscribes it in the journal of administration; within a transaction. */
export async function createToken(
  ask: Ask,
  stamp: AdministrationStamp,
  draft: PersonalTokenDraft,
): Promise<Made | AdministrationRefusal[]> {
  const { by, at } = stamp
  const valid = await ask<{ label: string }>(findValid, [by.id, at])
  const flaws = tokenFlaws(
    draft,
    valid.map(({ label }) => label),
  )
  if (flaws.length > 0) return flaws
  const label = tidied(draft.label)
  const token = `${prefix}${randomBytes(32).toString('base64url')}`
  const expiresAt = new Date(at.getTime() + draft.days * 86_400_000)
  const [added] = await ask<{ id: string }>(addToken, [by.id, label, hashed(token), at, expiresAt])
  const subject = subjectOf(added?.id ?? '')
  const after = told(label, expiresAt)
  return { line: await recordChange(ask, stamp, { type: 'TOKEN_CREATED', subject, before: null, after }), token }
}

/** Ends a token of that person's own at once; within a transaction. */
export async function endToken(
  ask: Ask,
  stamp: AdministrationStamp,
  id: string,
): Promise<Made | AdministrationRefusal[]> {
  const [ended] = await ask<{ label: string; expires_at: Date }>(revokeToken, [stamp.by.id, id, stamp.at])
  if (!ended) return [{ code: 'TOKEN_NOT_VALID' }]
  const before = told(ended.label, ended.expires_at)
  return {
    line: await recordChange(ask, stamp, { type: 'TOKEN_REVOKED', subject: subjectOf(id), before, after: null }),
  }
}

/** The person whose valid token this is, read anew at each request: a revocation or a changed role counts at once. */
export async function holderOf(ask: Ask, token: string, now: Date): Promise<TokenHolder | undefined> {
  if (!shape.test(token)) return undefined
  return (await ask<TokenHolder>(findHolder, [hashed(token), now]))[0]
}
