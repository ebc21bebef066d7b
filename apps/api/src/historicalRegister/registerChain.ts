import type { AdministrationAct } from '@bienfonde/domain'
import type { Ask } from '../database/statement.ts'
import { recordChange } from '../journal/administrationJournal.ts'

type RegisterAct = Extract<AdministrationAct, `REGISTER_${string}`>

/** Writes down, in the sealed journal of administration, what the operator does with an earlier register. */
export async function recordRegister(
  ask: Ask,
  type: RegisterAct,
  at: Date,
  after: { register: string } & Record<string, string | number>,
) {
  const stamp = { by: { id: 'operator', role: 'OPERATOR' }, at }
  await recordChange(ask, stamp, { type, subject: `REGISTER:${after.register}`, before: null, after })
}
