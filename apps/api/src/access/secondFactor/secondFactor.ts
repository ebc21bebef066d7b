import { randomInt } from 'node:crypto'
import { generateSecret, generateURI, verify } from 'otplib'
import { type Ask, statement } from '../../database/statement.ts'
import type { MasterKey } from '../../vault/keys.ts'

const period = 30
const recoveryCodes = 10

/** Where the secret of an account belongs. */
export const secondFactorPlace = (staff: string): string => `second_factor|sealed|${staff}`
const recoveryPlace = (staff: string) => `recovery_code|mark|${staff}`

interface Kept {
  sealed: Buffer
  lastStep: number
  confirmed: boolean
}

const findFactor = statement(
  'second_factor',
  `select sealed, last_step::int as "lastStep", confirmed_at is not null as confirmed from second_factor where staff_id = $1`,
)
const offerFactor = statement(
  'second_factor_offer',
  `insert into second_factor (staff_id, sealed) values ($1, $2)
   on conflict (staff_id) do update set sealed = excluded.sealed, last_step = 0
     where second_factor.confirmed_at is null
   returning staff_id`,
)
// Of two requests that present one code together, one alone moves the step on.
const useStep = statement(
  'second_factor_step',
  `update second_factor set last_step = $2, confirmed_at = coalesce(confirmed_at, $3)
   where staff_id = $1 and last_step < $2 and (confirmed_at is not null or $3::timestamptz is not null)
   returning staff_id`,
)
const removeFactor = statement(
  'second_factor_remove',
  'delete from second_factor where staff_id = $1 returning staff_id',
)
const useRecovery = statement(
  'recovery_code_use',
  'delete from recovery_code where staff_id = $1 and mark = $2 returning staff_id',
)
const forgetRecovery = statement('recovery_code_forget', 'delete from recovery_code where staff_id = $1')
const addRecovery = statement('recovery_code_add', 'insert into recovery_code select $1, unnest($2::bytea[])')
const countRecovery = statement(
  'recovery_code_count',
  'select count(*)::int as codes from recovery_code where staff_id = $1',
)

/** True once an account has confirmed its second factor: it is then asked for at each sign-in. */
export async function hasSecondFactor(ask: Ask, staff: string): Promise<boolean> {
  return (await ask<Kept>(findFactor, [staff]))[0]?.confirmed ?? false
}

/** A new secret for an account that has none in place, in words and as an address that telephones read. */
export async function offerSecondFactor(
  ask: Ask,
  master: MasterKey,
  { id, email }: { id: string; email: string },
): Promise<{ secret: string; address: string } | undefined> {
  const secret = generateSecret()
  const kept = await ask(offerFactor, [id, master.wrap(Buffer.from(secret), secondFactorPlace(id))])
  if (kept.length === 0) return undefined
  return { secret, address: generateURI({ issuer: 'Bienfondé', label: email, secret }) }
}

/** The step of time that a code is of, when it is right and later than the last that was used. */
async function stepOf(master: MasterKey, staff: string, { sealed, lastStep }: Kept, code: string, at: Date) {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const secret = master.unwrap(sealed, secondFactorPlace(staff)).toString()
  const epoch = Math.floor(at.getTime() / 1_000)
  const found = await verify({ secret, token, epoch, period, epochTolerance: period, afterTimeStep: lastStep })
  return found.valid && 'timeStep' in found ? found.timeStep : undefined
}

/** Confirms the secret that was offered, with a first code of it. */
export async function confirmSecondFactor(ask: Ask, master: MasterKey, staff: string, code: string, at: Date) {
  const [kept] = await ask<Kept>(findFactor, [staff])
  if (!kept || kept.confirmed) return 'SECOND_FACTOR_ABSENT'
  const step = await stepOf(master, staff, kept, code, at)
  const used = step === undefined ? [] : await ask(useStep, [staff, step, at])
  return used.length > 0 ? undefined : 'SECOND_FACTOR_WRONG'
}

/** How somebody proved their second factor: by a code of the moment, or by one of their recovery codes. */
export type Proven = 'CODE' | 'RECOVERY' | undefined

/** Proves a second factor that is in place; each code is good once. */
export async function proveSecondFactor(
  ask: Ask,
  master: MasterKey,
  staff: string,
  code: string,
  at: Date,
): Promise<Proven> {
  const [kept] = await ask<Kept>(findFactor, [staff])
  if (!kept?.confirmed) return undefined
  const step = await stepOf(master, staff, kept, code, at)
  if (step !== undefined) return (await ask(useStep, [staff, step, null])).length > 0 ? 'CODE' : undefined
  const mark = master.mark(plain(code), recoveryPlace(staff))
  return (await ask(useRecovery, [staff, mark])).length > 0 ? 'RECOVERY' : undefined
}

export const takeSecondFactorAway = async (ask: Ask, staff: string): Promise<boolean> =>
  (await ask(removeFactor, [staff])).length > 0

export const recoveryCodesLeft = async (ask: Ask, staff: string): Promise<number> =>
  (await ask<{ codes: number }>(countRecovery, [staff]))[0]?.codes ?? 0

// No letter or digit that is read for another.
const signs = 'abcdefghjkmnpqrstuvwxyz23456789'
const group = () => Array.from({ length: 5 }, () => signs[randomInt(signs.length)]).join('')
const plain = (code: string) => code.toLowerCase().replace(/[^a-z0-9]/g, '')

/** Ten new recovery codes of 74 bits, said once; the database keeps their keyed marks alone. */
export async function renewRecoveryCodes(ask: Ask, master: MasterKey, staff: string): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodes }, () => `${group()}-${group()}-${group()}`)
  await ask(forgetRecovery, [staff])
  await ask(addRecovery, [staff, codes.map(code => master.mark(plain(code), recoveryPlace(staff)))])
  return codes
}
