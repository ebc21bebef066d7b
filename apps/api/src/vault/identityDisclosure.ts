import { type Actor, identityRefusal, localDateAt, replay } from '@bienfonde/domain'
import { unpacked } from '../attachments/upload.ts'
import type { Context } from '../context.ts'
import { statement } from '../database/statement.ts'
import { journalOf } from '../journal/recorded.ts'
import { type Disclosed, disclose } from './disclose.ts'
import type { Identity, RepresentativeIdentity } from './identity.ts'
import { categoriesOf, type IdentityKind } from './identityKinds.ts'

/** A text of the person's own, under the reference by which the journal names it. */
interface DisclosedText {
  ref: string
  text: string
}

/** All that an opening gives to read. */
export interface Disclosure {
  identity: Identity | null
  representative: RepresentativeIdentity | null
  words: DisclosedText | null
  messages: DisclosedText[]
  passages: DisclosedText[]
  attachments: { ref: string; name: string; mediaType: string; bytes: number }[]
}

const findOpening = statement(
  'vault_opening_find',
  'select dossier_id, scope from vault_opening where id = $1 and actor_id = $2',
)

/** Whether the permission that the opening rested on still stands: what is withdrawn stops at the next request. */
async function stillPermitted({ database, now }: Context, opening: string, actor: Actor): Promise<boolean> {
  const [found] = await database.ask<{ dossier_id: string; scope: string[] }>(findOpening, [opening, actor.id])
  if (!found) return false
  const complaint = replay(await journalOf(database.ask, found.dossier_id))
  return !identityRefusal(complaint, actor, localDateAt(now()), categoriesOf(found.scope))
}

/** Reads what an opening covers, once; nothing when it is absent, foreign, late, used, or no longer permitted. */
export async function identityDisclosure(context: Context, opening: string): Promise<Disclosure | undefined> {
  const { actor, database, master } = context
  if (!(await stillPermitted(context, opening, actor))) return undefined
  const items = await disclose(database, master, opening, actor.id)
  return items.length > 0 ? disclosureOf(items) : undefined
}

function disclosureOf(items: Disclosed[]): Disclosure {
  const of = (kind: IdentityKind) => items.filter(item => item.kind === kind)
  // Items come in the order of their deposit: a correction is the last one.
  const latest = (kind: IdentityKind) => {
    const item = of(kind).at(-1)
    return item ? JSON.parse(item.content.toString()) : null
  }
  const texts = (kind: IdentityKind) => of(kind).map(({ ref, content }) => ({ ref, text: content.toString() }))
  return {
    identity: latest('IDENTITY'),
    representative: latest('REPRESENTATIVE'),
    words: texts('WORDS').at(-1) ?? null,
    messages: texts('MESSAGE'),
    passages: texts('PASSAGE'),
    attachments: of('ATTACHMENTS').map(({ ref, content: piece }) => {
      const { name, mediaType, content } = unpacked(piece)
      return { ref, name, mediaType, bytes: content.length }
    }),
  }
}
