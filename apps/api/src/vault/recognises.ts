import { createHmac } from 'node:crypto'
import { type Ask, statement } from '../database/statement.ts'
import { dossierKey, type MasterKey } from './keys.ts'

/** Tells whether a normalised token is one of those that identify the person of a dossier. */
export type Recognises = (token: string) => boolean

const findTokens = statement('vault_tokens', 'select mac from vault_token where dossier_id = $1')

/** The blind mark of a token in one dossier: the same word gives another mark in another dossier. */
export const mark = (key: Buffer, token: string): Buffer =>
  createHmac('sha256', key).update(token.normalize('NFC')).digest()

/** Loads the marks of a dossier once; nothing is decrypted, and nothing can be read from them. */
export async function recogniser(ask: Ask, master: MasterKey, dossier: string): Promise<Recognises> {
  const key = await dossierKey(ask, master, dossier)
  if (!key) return () => false
  const marks = new Set((await ask<{ mac: Buffer }>(findTokens, [dossier])).map(({ mac }) => mac.toString('base64')))
  return token => marks.has(mark(key.recognise, token).toString('base64'))
}
