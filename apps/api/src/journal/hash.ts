import { createHash } from 'node:crypto'
import { canonical } from './canonical.ts'

/** What the hash of a journal line covers: everything it says, and the line before it. */
export interface HashedLine {
  dossier: string
  seq: number
  /** ISO 8601, in UTC, to the millisecond. */
  at: string
  actor: string
  role: string
  type: string
  event: unknown
  confirmation: string | null
  previousHash: string
}

/** What stands for the line before the first. */
export const beginning = '0'.repeat(64)

/** SHA-256, in hexadecimal, over the canonical JSON of a line. */
export function lineHash(line: HashedLine): string {
  const { dossier, seq, at, actor, role, type, event, confirmation, previousHash } = line
  const covered = { dossier, seq, at, actor, role, type, event, confirmation, previousHash }
  return createHash('sha256').update(canonical(covered)).digest('hex')
}
