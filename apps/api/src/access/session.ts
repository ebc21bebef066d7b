import { createHash, randomBytes } from 'node:crypto'
import { defaultSessions, needsSecondFactor, type Role, recentSignInMinutes, roles } from '@bienfonde/domain'
import { type Ask, statement } from '../database/statement.ts'

/** The person behind a request, as the staff register knows them at that moment. */
export interface SignedIn {
  id: string
  name: string
  email: string
  role: Role
  sector: string | null
}

/** Whoever asks, how they came in, and whether they proved lately who they are. */
export interface Visitor extends SignedIn {
  /** True when the organisation signed them on. */
  organisation: boolean
  signedInRecently: boolean
}

/** A session ends after this many minutes without a request, and in any case after this many hours. */
const sessionSettings = {
  SESSION_IDLE_MINUTES: defaultSessions.sessionIdleMinutes,
  SESSION_ABSOLUTE_HOURS: defaultSessions.sessionAbsoluteHours,
} as const

const setting = (key: keyof typeof sessionSettings) =>
  `coalesce((select (value #>> '{}')::int from setting where key = '${key}'), ${sessionSettings[key]})`

const addSession = statement(
  'session_add',
  `with ended as (delete from session where expires_at < now() or id_hash = $3)
   insert into session (id_hash, staff_id, organisation, authenticated_at, enrolling, expires_at)
   values ($1, $2, $4::timestamptz is not null, coalesce($4, now()), $5,
     now() + make_interval(hours => ${setting('SESSION_ABSOLUTE_HOURS')}))`,
)
const find = (name: string, enrolling: string) =>
  statement(
    name,
    `with live as (

     select s.id_hash, s.last_seen_at, s.organisation,
       s.authenticated_at > now() - interval '${recentSignInMinutes} minutes' as recently, f.id, f.name, f.email, f.role, f.sector
     from session s join staff f on f.id = s.staff_id
     where s.id_hash = $1 and ${enrolling} f.active and s.expires_at > now()
       and s.last_seen_at > now() - make_interval(mins => ${setting('SESSION_IDLE_MINUTES')})
   ), seen as (
     update session set last_seen_at = now() from live
     where session.id_hash = live.id_hash and live.last_seen_at < now() - interval '1 minute'
   )
   select id, name, email, role, sector, organisation, recently as "signedInRecently" from live`,
  )
const findSession = find('session_find', 'not s.enrolling and')
const findAnySession = find('session_find_any', '')
const findSessions = statement(
  'sessions_find',
  `select encode(s.id_hash, 'hex') as hash, f.id, f.name, f.email, f.role, f.sector
   from session s join staff f on f.id = s.staff_id
   where s.id_hash = any ($1) and not s.enrolling and f.active and s.expires_at > now()
     and s.last_seen_at > now() - make_interval(mins => ${setting('SESSION_IDLE_MINUTES')})`,
)
/** The channel on which a session that is closed is said to be over; which one is not said. */
export const sessionChannel = 'session_over'

const endSession = statement(
  'session_end',
  `with ended as (delete from session where id_hash = $1 returning 1)
   select pg_notify('${sessionChannel}', '') from ended`,
)

const endSessions = statement(
  'sessions_end',
  `with ended as (delete from session where staff_id = $1 returning 1)
   select pg_notify('${sessionChannel}', '') from (select from ended limit 1) as any_ended`,
)

const endLacking = statement(
  'sessions_end_lacking',
  `with ended as (
     delete from session s using staff f where f.id = s.staff_id and not s.organisation and f.role = any ($1)
       and not exists (select from second_factor t where t.staff_id = f.id and t.confirmed_at is not null) returning 1)
   select pg_notify('${sessionChannel}', '') from (select from ended limit 1) as any_ended`,
)
const endLocal = statement(
  'sessions_end_local',
  `with ended as (delete from session where not organisation returning 1)
   select pg_notify('${sessionChannel}', '') from (select from ended limit 1) as any_ended`,
)

/** What the database keeps of a session's identifier. */
const hashed = (id: string) => createHash('sha256').update(id).digest()

/**
 * Opens a session under a new identifier; the one the browser came with, if any, ends. `proven` is when the person
 * proved who they are to the organisation; without it, they just did with a password. A session that is `enrolling`
 * opens nothing but the adding of a second factor.
 */
export async function openSession(
  ask: Ask,
  staff: string,
  previous: string | undefined,
  { proven = null, enrolling = false }: { proven?: Date | null; enrolling?: boolean } = {},
): Promise<string> {
  const id = randomBytes(32).toString('base64url')
  await ask(addSession, [hashed(id), staff, previous === undefined ? null : hashed(previous), proven, enrolling])
  return id
}

/** The person of a session, read anew at each request: a deactivated account or a changed role counts at once. */
export async function signedInBy(ask: Ask, id: string | undefined): Promise<Visitor | undefined> {
  if (!id) return undefined
  return (await ask<Visitor>(findSession, [hashed(id)]))[0]
}

/** The person of a session that may do nothing but add a second factor, or of any other. */
export async function enrollingBy(ask: Ask, id: string | undefined): Promise<Visitor | undefined> {
  if (!id) return undefined
  return (await ask<Visitor>(findAnySession, [hashed(id)]))[0]
}

/** The people of those of these sessions that are open. Looking is no sign of life: an idle session still ends. */
export async function signedInAmong(ask: Ask, ids: readonly string[]): Promise<Map<string, SignedIn>> {
  const sessions = new Map(ids.map(id => [hashed(id).toString('hex'), id]))
  const rows = await ask<SignedIn & { hash: string }>(findSessions, [ids.map(hashed)])
  return new Map(rows.map(({ hash, ...person }) => [sessions.get(hash) ?? '', person]))
}

export async function closeSession(ask: Ask, id: string | undefined): Promise<void> {
  if (id) await ask(endSession, [hashed(id)])
}

/** Ends the sessions that a password opened: those of before the organisation's sign-on. */
export async function endLocalSessions(ask: Ask): Promise<void> {
  await ask(endLocal)
}

/** Ends the sessions of those who lack the second factor that their role must have here. */
export async function endSessionsWithoutFactor(ask: Ask): Promise<void> {
  await ask(endLacking, [roles.map(({ code }) => code).filter(needsSecondFactor)])
}

/** Ends every session of a person, wherever they are open. */
export async function endSessionsOf(ask: Ask, staff: string): Promise<void> {
  await ask(endSessions, [staff])
}
