import { createHash } from 'node:crypto'
import { type Ask, statement } from '../database/statement.ts'
import { beginning } from './hash.ts'

/** The first lines of both journals in the order of writing: how many, up to which place, and one hash over them all. */
export interface RunningHead {
  size: number
  position: string
  head: string
}

/** The head of a journal in which nothing is written yet. */
export const noLine: RunningHead = { size: 0, position: '0', head: beginning }

/** The head once one more line is written: SHA-256 over the head before and the line's own hash, both in hexadecimal. */
const headAfter = (head: string, hash: string): string =>
  createHash('sha256')
    .update(head + hash)
    .digest('hex')

const nextHashes = statement(
  'running_head_next',
  `select position, hash from (
     (select position, hash from journal where position > $1 and position <= $2 order by position limit 10000)
     union all
     (select position, hash from administration_journal
      where position > $1 and position <= $2 order by position limit 10000)
   ) as line order by position limit 10000`,
)

const everything = '9223372036854775807'

/** Goes on from a head to the line at `until`, telling each head on the way; memory does not grow with the journal. */
export async function advance(
  ask: Ask,
  from: RunningHead,
  { until = everything, tell }: { until?: string; tell?: (at: RunningHead) => void } = {},
): Promise<RunningHead> {
  let at = from
  for (;;) {
    const lines = await ask<{ position: string; hash: string }>(nextHashes, [at.position, until])
    for (const { position, hash } of lines) {
      at = { size: at.size + 1, position, head: headAfter(at.head, hash) }
      tell?.(at)
    }
    if (lines.length < 10_000) return at
  }
}
