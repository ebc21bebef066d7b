import { type Ask, statement } from '../database/statement.ts'
import { administrationChain } from './administrationJournal.ts'
import { canonical } from './canonical.ts'
import type { HashedLine } from './hash.ts'
import { exportedLine } from './journalSlice.ts'

const nextLines = statement(
  'export_lines',
  `select * from (
     (select position, dossier_id::text as dossier, seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
        actor_id as actor, actor_role as role, type, event, confirmation, previous_hash as "previousHash", hash
      from journal where position > $1 order by position limit 2000)
     union all
     (select position, '${administrationChain}', seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        actor_id, actor_role, type, event, null, previous_hash, hash
      from administration_journal where position > $1 order by position limit 2000)
   ) as line order by position limit 2000`,
)
const nextHeads = statement(
  'export_heads',
  `select id::text as dossier, file_number as "fileNumber", version as lines, head_hash as hash
   from dossier where id > $1 order by id limit 2000`,
)
const administrationHead = statement(
  'export_administration_head',
  `select '${administrationChain}' as dossier, '' as "fileNumber", version as lines, hash from administration_head`,
)

const noDossier = '00000000-0000-0000-0000-000000000000'

/**
 * The whole journal for whoever verifies it with other tools, one JSON value a row: each line in the order of writing,
 * its hash beside the very text that was hashed, then the head of each chain.
 */
export async function* exportJournal(ask: Ask): AsyncGenerator<string> {
  for (let after = '0'; ; ) {
    const lines = await ask<HashedLine & { hash: string; position: string }>(nextLines, [after])
    for (const { position, ...line } of lines) {
      after = position
      yield exportedLine(line)
    }
    if (lines.length === 0) break
  }
  for (let after = noDossier; ; ) {
    const heads = await ask<{ dossier: string }>(nextHeads, [after])
    for (const head of heads) {
      after = head.dossier
      yield `{"head":${canonical(head)}}\n`
    }
    if (heads.length === 0) break
  }
  for (const head of await ask(administrationHead)) yield `{"head":${canonical(head)}}\n`
}
