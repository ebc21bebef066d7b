import { type Actor, permits } from '@bienfonde/domain'
import { type Ask, statement } from '../database/statement.ts'

const findPrepared = statement(
  'package_prepared',
  `select (event ->> 'withIdentity')::boolean as "withIdentity" from journal
   where dossier_id = $1 and seq = $2 and type = 'PACKAGE_PREPARED'`,
)

/** True for the Protecteur du citoyen; for the Secretariat too, when the package carries no identity. */
export async function mayFetch(ask: Ask, actor: Actor, dossier: string, line: number): Promise<boolean> {
  const [prepared] = await ask<{ withIdentity: boolean }>(findPrepared, [dossier, line])
  if (!prepared) return false
  return permits(actor, 'READ_PACKAGES') || (permits(actor, 'PREPARE') && !prepared.withIdentity)
}
