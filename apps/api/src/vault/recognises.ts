import { createHmac, type KeyObject } from 'node:crypto'
import { type Ask, statement } from '../database/statement.ts'
import { type MasterKey, openDossierKey, type WrappedKey } from './keys.ts'

/** Tells whether a normalised token is one of those that identify the person of a dossier. */
export type Recognises = (token: string) => boolean

const findMarks = statement(
  'vault_marks',
  `select wrapped_key, epoch, array(select mac from vault_token where dossier_id = $1) as marks
   from vault_key where dossier_id = $1`,
)

/** The blind mark of a token in one dossier: the same word gives another mark in another dossier. */
export const mark = (key: KeyObject, token: string): Buffer =>
  createHmac('sha256', key).update(token.normalize('NFC')).digest()

/** Loads the marks of a dossier once; nothing is decrypted, and nothing can be read from them. */
export async function recogniser(ask: Ask, master: MasterKey, dossier: string): Promise<Recognises> {
  const [row] = await ask<WrappedKey & { marks: Buffer[] }>(findMarks, [dossier])
  if (!row) return () => false
  const { recognise } = openDossierKey(master, dossier, row)
  const marks = new Set(row.marks.map(each => each.toString('base64')))
  return token => marks.has(mark(recognise, token).toString('base64'))
}
