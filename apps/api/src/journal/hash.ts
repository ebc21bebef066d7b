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

/** What is hashed of a line, and nothing else it may carry. */
export function covered(line: HashedLine): HashedLine {
  const { dossier, seq, at, actor, role, type, event, confirmation, previousHash } = line
  return { dossier, seq, at, actor, role, type, event, confirmation, previousHash }
}

/** SHA-256, in hexadecimal, over the canonical JSON of a line. */
export const lineHash = (line: HashedLine): string =>
  createHash('sha256')
    .update(canonical(covered(line)))
    .digest('hex')

/** A moment as the hash covers it, from what the database says of it: moved by less than a millisecond, it differs. */
export const writtenAt = (microseconds: string): string => microseconds.replace(/000Z$/, 'Z')
