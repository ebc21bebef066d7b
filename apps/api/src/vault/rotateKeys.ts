import { secondFactorPlace } from '../access/secondFactor/secondFactor.ts'
import { uploadPlace } from '../attachments/upload.ts'
import type { Database } from '../database/Database.ts'
import { type Ask, statement } from '../database/statement.ts'
import { incomingPlace } from '../mailbox/incoming.ts'
import { rewrappedKey, type WrappedKey } from './dossierKeys.ts'
import { draftKeyPlace } from './drafts.ts'
import { rotationEnded } from './epochs.ts'
import type { MasterKey } from './keys.ts'

export interface RotationOptions {
  /** How many keys one transaction rewraps. */
  batch?: number
  /** Says how many dossiers are done, of how many there were to do. */
  tell?: (done: number, all: number) => void
  /** True when the rotation must stop after the batch under way; it goes on from there another time. */
  halted?: () => boolean
}

/** How a rotation stands: `ended` when nothing is under an older key, so that this one can be taken away. */
export interface Rotation {
  left: number
  ended: boolean
}

const countOld = statement('rotation_left', 'select count(*)::int as left from vault_key where epoch < $1')
const oldKeys = statement(
  'rotation_keys',
  `select dossier_id as id, wrapped_key, wrapped_content_key, epoch from vault_key
   where epoch < $1 order by dossier_id limit $2 for update`,
)
const writeKeys = statement(
  'rotation_keys_write',
  `update vault_key set (wrapped_key, wrapped_content_key, epoch) = (anew.identity, anew.content, $4)
   from unnest($1::uuid[], $2::bytea[], $3::bytea[]) as anew (id, identity, content) where dossier_id = anew.id`,
)
const drafts = statement('rotation_drafts', 'select staff_id, id, wrapped_key from draft for update')
const writeDraft = statement('rotation_draft', 'update draft set wrapped_key = $3 where staff_id = $1 and id = $2')
const factors = statement('rotation_factors', 'select staff_id, sealed from second_factor for update')
const writeFactor = statement('rotation_factor', 'update second_factor set sealed = $2 where staff_id = $1')
const uploads = statement('rotation_uploads', 'select id from upload order by id')
const upload = statement('rotation_upload', 'select sealed from upload where id = $1 for update')
const writeUpload = statement('rotation_upload_write', 'update upload set sealed = $2 where id = $1')
const messages = statement('rotation_messages', 'select id from incoming_message where sealed is not null order by id')
const message = statement('rotation_message', 'select sealed from incoming_message where id = $1 for update')
const writeMessage = statement('rotation_message_write', 'update incoming_message set sealed = $2 where id = $1')

/**
 * Puts under the newest master key everything that an older one wraps, a batch at a time: stopped anywhere, what is
 * done is done, the rest still opens with the older key.
 */
export async function rotateKeys(
  database: Database,
  master: MasterKey,
  { batch = 200, tell, halted = () => false }: RotationOptions = {},
): Promise<Rotation> {
  const all = await left(database.ask, master)
  let done = 0
  for (;;) {
    if (halted()) return { left: all - done, ended: false }
    const rewrapped = await database.transaction(ask => rewrapKeys(ask, master, batch))
    if (rewrapped === 0) break
    done += rewrapped
    tell?.(done, all)
  }
  await database.transaction(ask => rewrapDrafts(ask, master))
  await database.transaction(ask => rewrapFactors(ask, master))
  for (const { id } of await database.ask<{ id: string }>(uploads)) {
    if (halted()) return { left: 0, ended: false }
    await database.transaction(ask => rewrapUpload(ask, master, id))
  }
  for (const { id } of await database.ask<{ id: string }>(messages)) {
    if (halted()) return { left: 0, ended: false }
    await database.transaction(ask => rewrapMessage(ask, master, id))
  }
  const remaining = await left(database.ask, master)
  if (remaining === 0) await rotationEnded(database.ask, master.epoch)
  return { left: remaining, ended: remaining === 0 }
}

async function left(ask: Ask, { epoch }: MasterKey): Promise<number> {
  return (await ask<{ left: number }>(countOld, [epoch]))[0]?.left ?? 0
}

async function rewrapKeys(ask: Ask, master: MasterKey, batch: number): Promise<number> {
  const rows = await ask<WrappedKey & { id: string }>(oldKeys, [master.epoch, batch])
  const anew = rows.map(row => rewrappedKey(master, row.id, row))
  await ask(writeKeys, [
    rows.map(({ id }) => id),
    anew.map(({ wrapped_key }) => wrapped_key),
    anew.map(({ wrapped_content_key }) => wrapped_content_key),
    master.epoch,
  ])
  return rows.length
}

async function rewrapDrafts(ask: Ask, master: MasterKey): Promise<void> {
  for (const { staff_id, id, wrapped_key } of await ask<{ staff_id: string; id: string; wrapped_key: Buffer }>(
    drafts,
  )) {
    const anew = master.rewrap(wrapped_key, draftKeyPlace(staff_id, id))
    if (anew) await ask(writeDraft, [staff_id, id, anew])
  }
}

async function rewrapFactors(ask: Ask, master: MasterKey): Promise<void> {
  for (const { staff_id, sealed } of await ask<{ staff_id: string; sealed: Buffer }>(factors)) {
    const anew = master.rewrap(sealed, secondFactorPlace(staff_id))
    if (anew) await ask(writeFactor, [staff_id, anew])
  }
}

async function rewrapUpload(ask: Ask, master: MasterKey, id: string): Promise<void> {
  const [row] = await ask<{ sealed: Buffer }>(upload, [id])
  const anew = row && master.rewrap(row.sealed, uploadPlace(id))
  if (anew) await ask(writeUpload, [id, anew])
}

async function rewrapMessage(ask: Ask, master: MasterKey, id: string): Promise<void> {
  const [row] = await ask<{ sealed: Buffer | null }>(message, [id])
  const anew = row?.sealed && master.rewrap(row.sealed, incomingPlace(id))
  if (anew) await ask(writeMessage, [id, anew])
}
