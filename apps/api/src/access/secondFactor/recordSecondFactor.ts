import type { AdministrationAct, Role } from '@bienfonde/domain'
import type { Ask } from '../../database/statement.ts'
import { recordChange } from '../../journal/administrationJournal.ts'
import { staffSubject } from '../staffAccounts.ts'

type SecondFactorAct = Extract<
  AdministrationAct,
  'SECOND_FACTOR_ADDED' | 'SECOND_FACTOR_REMOVED' | 'RECOVERY_CODES_RENEWED' | 'RECOVERY_CODE_USED'
>

/** Writes in the journal of administration what became of somebody's second factor; never the secret nor a code. */
export async function recordSecondFactor(
  ask: Ask,
  { by, at }: { by: { id: string; role: Role | 'OPERATOR' }; at: Date },
  type: SecondFactorAct,
  { id, name }: { id: string; name: string },
): Promise<void> {
  const added = type === 'SECOND_FACTOR_ADDED'
  const changed = added || type === 'SECOND_FACTOR_REMOVED'
  const before = { name, secondFactor: changed ? !added : true }
  const after = { name, secondFactor: changed ? added : true }
  await recordChange(ask, { by: { id: by.id, role: by.role }, at }, { type, subject: staffSubject(id), before, after })
}
