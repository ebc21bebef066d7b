import { type Ask, statement } from '../database/statement.ts'
import { openDossierKey, type WrappedKey } from './dossierKeys.ts'
import type { MasterKey } from './keys.ts'
import { marker } from './marker.ts'

/** Tells whether a normalised token is one of those that identify the person of a dossier. */
export type Recognises = (token: string) => boolean

const findMarks = statement(
  'vault_marks',
  `select wrapped_key, wrapped_content_key, epoch, array(select mac from vault_token where dossier_id = $1) as marks
   from vault_key where dossier_id = $1`,
)

/** Loads the marks of a dossier once; nothing is decrypted, and nothing can be read from them. */
export async function recogniser(ask: Ask, master: MasterKey, dossier: string): Promise<Recognises> {
  const [row] = await ask<WrappedKey & { marks: Buffer[] }>(findMarks, [dossier])
  if (!row) return () => false
  const { recognise } = openDossierKey(master, dossier, row)
  const mark = marker(recognise)
  const marks = new Set(row.marks.map(each => each.toString('latin1')))
  return token => marks.has(mark(token).toString('latin1'))
}
