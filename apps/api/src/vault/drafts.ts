import { randomBytes } from 'node:crypto'
import { exampleDraftDays } from '@bienfonde/domain'
import { type Ask, statement } from '../database/statement.ts'
import type { MasterKey } from './keys.ts'
import { seal, unseal } from './seal.ts'

/** A registration that its author has not finished: until when it waits, and nothing of what it holds. */
export interface KeptDraft {
  id: string
  keptAt: Date
  expiresAt: Date
}

const days = `make_interval(days => coalesce((select (value #>> '{}')::int from setting where key = 'DRAFT_DAYS'), ${exampleDraftDays}))`
// A saving that crosses the registration on its way leaves a draft of a complaint that is registered: it is over too.
const over = `(kept_at < now() - ${days} or exists (select from dossier where dossier.id = draft.id))`
const columns = `id, kept_at as "keptAt", kept_at + ${days} as "expiresAt"`

const findDrafts = statement(
  'drafts',
  `select ${columns} from draft where staff_id = $1 and not ${over} order by kept_at desc, id`,
)
const findDraft = statement(
  'draft',
  `select wrapped_key, nonce, ciphertext from draft where staff_id = $1 and id = $2 and not ${over}`,
)
const writeDraft = statement(
  'draft_keep',
  `insert into draft (staff_id, id, wrapped_key, nonce, ciphertext) values ($1, $2, $3, $4, $5)
   on conflict (staff_id, id) do update
   set (wrapped_key, nonce, ciphertext, kept_at) = (excluded.wrapped_key, excluded.nonce, excluded.ciphertext, now())
   returning ${columns}`,
)
const deleteDraft = statement('draft_discard', 'delete from draft where staff_id = $1 and id = $2 returning id')
const deleteOver = statement('drafts_purge', `delete from draft where ${over}`)

const place = (column: string, author: string, id: string) => `draft|${column}|${author}|${id}`
/** Where the key of a draft belongs. */
export const draftKeyPlace = (author: string, id: string): string => place('wrapped_key', author, id)

/** The drafts of a person, the latest first. */
export const draftsOf = (ask: Ask, author: string): Promise<KeptDraft[]> => ask<KeptDraft>(findDrafts, [author])

/** Seals a draft under a new key, in the place of what was kept of it; only its author will find it. */
export async function keepDraft(
  ask: Ask,
  master: MasterKey,
  author: string,
  { id, content }: { id: string; content: string },
): Promise<KeptDraft> {
  const key = randomBytes(32)
  const { nonce, ciphertext } = seal(key, Buffer.from(content), place('ciphertext', author, id))
  const wrapped = master.wrap(key, draftKeyPlace(author, id))
  const [kept] = (await ask<KeptDraft>(writeDraft, [author, id, wrapped, nonce, ciphertext])) as [KeptDraft]
  return kept
}

/** What a draft holds, for its author; nothing when it is absent, somebody else’s, or over. */
export async function draftContent(
  ask: Ask,
  master: MasterKey,
  author: string,
  id: string,
): Promise<string | undefined> {
  const [row] = await ask<{ wrapped_key: Buffer; nonce: Buffer; ciphertext: Buffer }>(findDraft, [author, id])
  if (!row) return undefined
  const key = master.unwrap(row.wrapped_key, draftKeyPlace(author, id))
  return unseal(key, row, place('ciphertext', author, id)).toString()
}

/** Destroys a draft and its key; false when there was none. */
export const discardDraft = async (ask: Ask, author: string, id: string): Promise<boolean> =>
  (await ask(deleteDraft, [author, id])).length > 0

/** Destroys the drafts whose time is over, whoever wrote them. */
export async function purgeDrafts(ask: Ask): Promise<void> {
  await ask(deleteOver)
}
