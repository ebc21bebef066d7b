import { noRetentionRules, type RetentionRules } from '@bienfonde/domain'
import { type Ask, statement } from '../database/statement.ts'

const findRetention = statement('retention_kept', `select value from setting where key = 'RETENTION'`)

/** How long things are kept, as the ministry has it now. */
export async function retentionKept(ask: Ask): Promise<RetentionRules> {
  const [row] = await ask<{ value: Partial<RetentionRules> }>(findRetention)
  return { ...noRetentionRules, ...row?.value }
}
