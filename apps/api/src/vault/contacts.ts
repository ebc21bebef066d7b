import { normaliseToken, type Optional } from '@bienfonde/domain'
import { type Ask, statement } from '../database/statement.ts'
import type { MasterKey } from './keys.ts'

/** What of an identity tells how to reach a person. */
interface ContactDetails {
  givenName?: Optional<string>
  familyName?: Optional<string>
  email?: Optional<string>
  telephone?: Optional<string>
  postalCode?: Optional<string>
}

/**
 * How to reach a person, written as any dossier of the same person would: a telephone of ten digits, an address of
 * e-mail, or a whole name at a postal code. Less than that is shared by strangers.
 */
export function contactsOf({ givenName, familyName, email, telephone, postalCode }: ContactDetails): string[] {
  const beforeExtension = /^[^\p{L}]*/u.exec(telephone?.trim() ?? '')?.[0] ?? ''
  const digits = beforeExtension.replace(/\D/g, '')
  const mail = email?.trim().normalize('NFC').toLowerCase()
  const [given, family, code] = [givenName, familyName, postalCode].map(text => normaliseToken(text ?? ''))
  return [
    digits.length >= 10 && `TELEPHONE|${digits.slice(-10)}`,
    mail && `EMAIL|${mail}`,
    given && family && code && `NAME|${given}|${family}|${code}`,
  ].filter((contact): contact is string => Boolean(contact))
}

const forget = statement('vault_contact_forget', 'delete from vault_contact where dossier_id = $1')
const add = statement('vault_contact_add', 'insert into vault_contact (dossier_id, mac) select $1, unnest($2::bytea[])')
const find = statement(
  'vault_contact_find',
  `select dossier_id as id from vault_contact where mac = any ($1) group by dossier_id order by dossier_id limit $2`,
)

// The same mark in two dossiers is the whole point: it is made under the master key, in a place of its own.
const marks = (master: MasterKey, contacts: string[]) =>
  [...new Set(contacts)].map(contact => master.mark(contact, 'vault_contact|mac'))

/** Marks how the person of a dossier is reached, in the place of what was marked of it. */
export async function markContacts(ask: Ask, master: MasterKey, dossier: string, contacts: string[]): Promise<void> {
  await ask(forget, [dossier])
  if (contacts.length > 0) await ask(add, [dossier, marks(master, contacts)])
}

/** The dossiers marked with one of these contacts, at most so many; nothing is decrypted. */
export async function dossiersMarked(ask: Ask, master: MasterKey, contacts: string[], most: number): Promise<string[]> {
  return (await ask<{ id: string }>(find, [marks(master, contacts), most])).map(({ id }) => id)
}
