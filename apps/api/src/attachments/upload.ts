import { createHash, randomUUID } from 'node:crypto'
import { type Ask, statement } from '../database/statement.ts'
import type { Deposit } from '../vault/deposit.ts'
import type { MasterKey } from '../vault/keys.ts'

/** A document as it was received, with the name its sender gave it. */
export interface Document {
  name: string
  mediaType: string
  content: Buffer
  /** The original that this is a cleaned copy of. */
  copyOf?: { attachment: string; sha256: string }
}

const add = statement(
  'upload_add',
  `with old as (delete from upload where created_at < now() - interval '1 day')
   insert into upload (id, actor_id, sealed) values ($1, $2, $3)`,
)
const find = statement('upload_find', 'select sealed from upload where id = $1 and actor_id = $2')
const take = statement('upload_take', 'delete from upload where id = $1 and actor_id = $2 returning sealed')
/** Where a document that waits belongs. */
export const uploadPlace = (id: string): string => `upload|sealed|${id}`

/** Keeps a document sealed until a step attaches it; gives the reference that the step will name. */
export async function keepUpload(ask: Ask, master: MasterKey, actor: string, document: Document): Promise<string> {
  const id = randomUUID()
  await ask(add, [id, actor, master.wrap(packed(document), uploadPlace(id))])
  return id
}

/** What a step says of a document that waits for it. */
export interface UploadFacts {
  mediaType: string
  bytes: number
  sha256: string
  /** The original that the document is a cleaned copy of. */
  copyOf?: { attachment: string; sha256: string }
}

/** A document that waits, for whoever sent it. */
export async function waitingUpload(
  ask: Ask,
  master: MasterKey,
  actor: string,
  id: string,
): Promise<Document | undefined> {
  const [row] = await ask<{ sealed: Buffer }>(find, [id, actor])
  return row && unpacked(master.unwrap(row.sealed, uploadPlace(id)))
}

/** Describes a document that waits, for whoever sent it. */
export async function uploadFacts(
  ask: Ask,
  master: MasterKey,
  actor: string,
  id: string,
): Promise<UploadFacts | undefined> {
  const document = await waitingUpload(ask, master, actor, id)
  if (!document) return undefined
  const { mediaType, content, copyOf } = document
  const sha256 = createHash('sha256').update(content).digest('hex')
  return { mediaType, bytes: content.length, sha256, ...(copyOf && { copyOf }) }
}

/** Moves a document from waiting to the deposits of a step, inside the step's transaction; only for who sent it. */
export async function takeUpload(ask: Ask, master: MasterKey, actor: string, id: string): Promise<Deposit | undefined> {
  const [row] = await ask<{ sealed: Buffer }>(take, [id, actor])
  if (!row) return undefined
  const content = master.unwrap(row.sealed, uploadPlace(id))
  // A cleaned copy is no original: an opening of originals gives none.
  return { ref: id, kind: unpacked(content).copyOf ? 'COPIES' : 'ATTACHMENTS', content, tokens: [] }
}

/** One piece: the length of a JSON header, the header, the bytes. */
function packed({ content, ...said }: Document): Buffer {
  const header = Buffer.from(JSON.stringify(said))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(header.length)
  return Buffer.concat([length, header, content])
}

/** A document as the vault gives it back. */
export function unpacked(piece: Buffer): Document {
  const end = 4 + piece.readUInt32BE()
  return { ...JSON.parse(piece.subarray(4, end).toString()), content: piece.subarray(end) }
}
