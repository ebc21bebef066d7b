import { randomUUID } from 'node:crypto'
import { type Ask, statement } from '../database/statement.ts'
import type { MasterKey } from '../vault/keys.ts'
import type { MessageRefusal } from './readMessage.ts'

/** Where the sealed words of a message belong. */
export const incomingPlace = (id: string): string => `incoming_message|sealed|${id}`

/** A message as the mailbox gave it. */
export interface Incoming {
  /** The mailbox, its epoch and the number that it gives: never the same for two messages. */
  mailbox: string
  receivedAt: Date
  bytes: number
  raw: Buffer | null
  refusal: MessageRefusal | null
  documents: number
}

const add = statement(
  'incoming_add',
  `insert into incoming_message (id, mailbox, received_at, bytes, sealed, refusal, documents)
   values ($1, $2, $3, $4, $5, $6, $7) on conflict (mailbox) do nothing returning id`,
)
const knows = statement('incoming_known', 'select 1 from incoming_message where mailbox = $1')
const open = statement(
  'incoming_open',
  `update incoming_message set opened_by = $2, opened_at = now()
   where id = $1 and settled_at is null and sealed is not null returning sealed`,
)
const settle = statement(
  'incoming_settle',
  `update incoming_message set settled_by = $2, settled_at = now(), sealed = null, dossier_id = $3
   where id = $1 and settled_at is null returning id`,
)

/** Keeps a message sealed, once whatever the number of readings. */
export async function keepIncoming(ask: Ask, master: MasterKey, message: Incoming): Promise<boolean> {
  const { mailbox, receivedAt, bytes, raw, refusal, documents } = message
  const id = randomUUID()
  const sealed = raw && master.wrap(raw, incomingPlace(id))
  return (await ask(add, [id, mailbox, receivedAt, bytes, sealed, refusal, documents])).length > 0
}

/** True for a message that was kept already. */
export const isKnown = async (ask: Ask, mailbox: string): Promise<boolean> => (await ask(knows, [mailbox])).length > 0

/** The message as it came, for somebody who registers; who opened it is kept. */
export async function openIncoming(ask: Ask, master: MasterKey, id: string, by: string): Promise<Buffer | undefined> {
  const [row] = await ask<{ sealed: Buffer }>(open, [id, by])
  return row && master.unwrap(row.sealed, incomingPlace(id))
}

/** Destroys a message that was registered, or set aside; false when it was settled already. */
export const settleIncoming = async (ask: Ask, id: string, by: string, dossier: string | null): Promise<boolean> =>
  (await ask(settle, [id, by, dossier])).length > 0
