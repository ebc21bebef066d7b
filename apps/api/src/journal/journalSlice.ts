import { type Ask, statement } from '../database/statement.ts'
import { canonical } from './canonical.ts'
import { covered, type HashedLine, writtenAt } from './hash.ts'

const findSlice = statement(
  'journal_slice',
  `select dossier_id::text as dossier, seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
     actor_id as actor, actor_role as role, type, event, confirmation, previous_hash as "previousHash", hash
   from journal where dossier_id = $1 and seq <= $2 order by seq`,
)

/** A line as it is exported: its hash beside the very text that was hashed. */
export const exportedLine = ({ hash, ...line }: HashedLine & { hash: string }): string =>
  `{"hash":${JSON.stringify(hash)},"line":${canonical(covered({ ...line, at: writtenAt(line.at) }))}}\n`

/** The journal of a dossier up to a line, one exported line a row. */
export async function journalSlice(ask: Ask, dossier: string, until: number): Promise<string> {
  const lines = await ask<HashedLine & { hash: string }>(findSlice, [dossier, until])
  return lines.map(exportedLine).join('')
}
