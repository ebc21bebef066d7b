import { isEmail, type SignOnRefusal, type StaffDraft, tidyStaff } from '@bienfonde/domain'
import type { SignOnSettings } from './SignOnSettings.ts'

type Claims = Readonly<Record<string, unknown>>

/** A claim by its name, or by its path when it lies inside another. */
function claimOf(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name]
  return name
    .split('.')
    .reduce<unknown>(
      (inside, key) =>
        typeof inside === 'object' && inside !== null && Object.hasOwn(inside, key)
          ? (inside as Claims)[key]
          : undefined,
      claims,
    )
}

type Read = Pick<SignOnSettings, 'roleClaim' | 'nameClaim' | 'emailClaim' | 'roles'>

/** True when claims say everything that an account needs. */
export const saysAll = (claims: Claims, { roleClaim, nameClaim, emailClaim }: Read): boolean =>
  [roleClaim, nameClaim, emailClaim].every(name => claimOf(claims, name) !== undefined)

/** The account that claims describe, or why they describe none. */
export function claimedPerson(
  claims: Claims,
  { roleClaim, nameClaim, emailClaim, roles }: Read,
): StaffDraft | SignOnRefusal {
  const given = [claimOf(claims, roleClaim)].flat()
  const found = roles.find(({ value }) => given.includes(value))
  if (!found) return 'SIGN_ON_WITHOUT_ROLE'
  const [name, email] = [claimOf(claims, nameClaim), claimOf(claims, emailClaim)]
  if (typeof name !== 'string' || typeof email !== 'string' || !isEmail(email.trim())) return 'SIGN_ON_INCOMPLETE'
  return tidyStaff({ name, email, role: found.role, sector: found.sector })
}
