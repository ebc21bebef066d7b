import { unpacked } from '../attachments/upload.ts'
import { type Disclosed, disclose } from './disclose.ts'
import type { Identity, RepresentativeIdentity } from './identity.ts'
import type { IdentityKind } from './identityKinds.ts'
import { type Reader, stillPermitted } from './stillPermitted.ts'

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

/** Reads what an opening covers, once; nothing when it is absent, foreign, late, used, or no longer permitted. */
export async function identityDisclosure(reader: Reader, opening: string): Promise<Disclosure | undefined> {
  const { actor, database, master } = reader
  const items = await disclose(database, master, { opening, actor: actor.id }, (ask, covered) =>
    stillPermitted(ask, reader, covered),
  )
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
