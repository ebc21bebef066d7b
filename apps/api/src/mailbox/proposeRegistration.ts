import type { LocalDate } from '@bienfonde/domain'
import { fileNameFor, mediaTypeOf } from '../attachments/documentKinds.ts'
import { largestDocument } from '../attachments/receive.ts'
import { keepUpload } from '../attachments/upload.ts'
import type { Ask } from '../database/statement.ts'
import type { MasterKey } from '../vault/keys.ts'
import { messageLimits, type ReadMessage } from './readMessage.ts'

/** A document of a message, sealed until a step attaches it. */
export interface KeptDocument {
  id: string
  name: string
  mediaType: string
  size: number
}

/** What a message proposes to whoever registers; nothing of it is registered. */
export interface Proposal {
  receivedOn: LocalDate
  givenName: string
  familyName: string
  email: string
  /** The words of the message under its subject, as the person wrote them. */
  words: string
  documents: KeptDocument[]
  /** The documents that are not kept, and why. */
  leftOut: { name: string; reason: string }[]
}

/** The name of a person as mail writes it: « Zéphirine Quenneville » or « Quenneville, Zéphirine ». */
function namesIn(name: string): Pick<Proposal, 'givenName' | 'familyName'> {
  const [family = '', given] = name.split(',').map(part => part.trim())
  if (given) return { givenName: given, familyName: family }
  const words = name.split(' ').filter(Boolean)
  return { givenName: words.slice(0, -1).join(' '), familyName: words.at(-1) ?? '' }
}

const unknownKind = 'ce genre de document n’est pas reçu'
const tooLarge = 'ce document dépasse 10 Mo'

/** Makes a proposal of a message: its documents are sealed for this person alone, for a day. */
export async function proposeRegistration(
  ask: Ask,
  master: MasterKey,
  actor: string,
  message: ReadMessage,
): Promise<Proposal> {
  const { receivedOn, fromName, fromEmail, subject, text, documents } = message
  const written = subject ? `Objet : ${subject}\n\n${text}` : text
  const proposal: Proposal = {
    receivedOn,
    ...namesIn(fromName),
    email: fromEmail,
    words: written.slice(0, messageLimits.words),
    documents: [],
    leftOut: [],
  }
  const whole =
    written.length > messageLimits.words ? [{ name: 'message-entier.txt', content: Buffer.from(written) }] : []
  for (const { name, content } of [...whole, ...documents]) {
    const mediaType = content.length > largestDocument ? undefined : await mediaTypeOf(content)
    if (!mediaType) {
      proposal.leftOut.push({ name, reason: content.length > largestDocument ? tooLarge : unknownKind })
      continue
    }
    const kept = { name: fileNameFor(name, mediaType), mediaType, content }
    const id = await keepUpload(ask, master, actor, kept)
    proposal.documents.push({ id, name: kept.name, mediaType, size: content.length })
  }
  return proposal
}
