import { type Ask, statement } from '../database/statement.ts'

const destroy = statement(
  'vault_destroy',
  `with items as (delete from vault_item where dossier_id = $1),
        tokens as (delete from vault_token where dossier_id = $1),
        contacts as (delete from vault_contact where dossier_id = $1),
        drafts as (delete from draft where id = $1)
   delete from vault_key where dossier_id = $1`,
)

/** Destroys the key of a dossier with all it opened, inside the caller's transaction: no copy can be read again. */
export async function dispose(ask: Ask, dossier: string): Promise<void> {
  await ask(destroy, [dossier])
}
