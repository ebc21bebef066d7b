import { createHash } from 'node:crypto'
import { permits } from '@bienfonde/domain'
import { type Document, unpacked } from '../attachments/upload.ts'
import { type Disclosed, disclose } from './disclose.ts'
import type { Identity, RepresentativeIdentity } from './identity.ts'
import { categoriesOf } from './identityKinds.ts'
import { type Reader, stillPermitted } from './stillPermitted.ts'

/** A document that the person sent, told by its digest; its content too, while all of them are not too heavy. */
interface PersonDocument extends Omit<Document, 'content'> {
  ref: string
  bytes: number
  sha256: string
  content: Buffer | null
}

/** All that the vault holds of a person, corrections included. */
export interface PersonDisclosure {
  dossier: string
  identities: Identity[]
  representatives: RepresentativeIdentity[]
  words: string[]
  messages: string[]
  passages: string[]
  documents: PersonDocument[]
}

/** Beyond this, in bytes, the contents are left out: each original is then opened by itself. */
const heaviestDocuments = 50_000_000

/**
 * Reads everything that an opening of all categories covers, once, for the Secretariat; nothing when the opening is
 * absent, foreign, late, used, no longer permitted, or covers less than everything.
 */
export async function personDisclosure(reader: Reader, opening: string): Promise<PersonDisclosure | undefined> {
  const { actor, database, master } = reader
  let dossier = ''
  const items = await disclose(database, master, { opening, actor: actor.id }, async (ask, covered) => {
    dossier = covered.dossier
    const everything = covered.item === null && categoriesOf(covered.scope).length === 3
    return everything && permits(actor, 'PREPARE') && (await stillPermitted(ask, reader, covered))
  })
  return items.length > 0 ? { dossier, ...everythingIn(items) } : undefined
}

function everythingIn(items: Disclosed[]): Omit<PersonDisclosure, 'dossier'> {
  const texts = (kind: string) => items.filter(item => item.kind === kind).map(({ content }) => content.toString())
  const pieces = items.filter(({ kind }) => kind === 'ATTACHMENTS')
  const heavy = pieces.reduce((sum, { content }) => sum + content.length, 0) > heaviestDocuments
  return {
    identities: texts('IDENTITY').map(text => JSON.parse(text)),
    representatives: texts('REPRESENTATIVE').map(text => JSON.parse(text)),
    words: texts('WORDS'),
    messages: texts('MESSAGE'),
    passages: texts('PASSAGE'),
    documents: pieces.map(({ ref, content: piece }) => {
      const { name, mediaType, content } = unpacked(piece)
      const sha256 = createHash('sha256').update(content).digest('hex')
      return { ref, name, mediaType, bytes: content.length, sha256, content: heavy ? null : content }
    }),
  }
}
