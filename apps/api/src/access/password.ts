import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The argon2id form of a password, the only one that is kept. */
export const hashPassword = (password: string): Promise<string> => hash(password, cost)

let nobody: Promise<string> | undefined

/** Compares a password; does the same work when there is no account, so that time does not tell. */
export async function passwordMatches(kept: string | null | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword(randomBytes(16).toString('hex'))
  const same = await verify(kept ?? (await nobody), password)
  return same && Boolean(kept)
}
