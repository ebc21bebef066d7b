import { type LocalDate, localDateAt } from '@bienfonde/domain'
import { simpleParser } from 'mailparser'

/** What a message may be, to be read: bytes in all, parts, and characters of its words. */
export const messageLimits = { bytes: 25_000_000, parts: 100, words: 20_000 } as const

/** Why a message is not read, in one sentence each. */
export const messageRefusals = {
  TOO_LARGE:
    'Ce message dépasse 25 Mo, la plus grande taille reçue. Demandez à la personne d’envoyer ses documents autrement.',
  TOO_MANY_PARTS: `Ce message compte plus de ${messageLimits.parts} parties : il n’est pas lu.`,
  NOT_A_MESSAGE: 'Ce fichier n’est pas un message de courriel (.eml), ou son en-tête est abîmé.',
  UNREADABLE: 'Ce message est mal formé : il ne peut être lu.',
  EMPTY: 'Ce message ne contient ni texte ni document.',
} as const

export type MessageRefusal = keyof typeof messageRefusals

/** A document that came with a message. */
interface MessageDocument {
  name: string
  content: Buffer
}

/** A message as a registration may take it up: text, and documents apart. */
export interface ReadMessage {
  fromName: string
  fromEmail: string
  receivedOn: LocalDate
  subject: string
  text: string
  documents: MessageDocument[]
}

export class MessageRefused extends Error {
  constructor(readonly refusal: MessageRefusal) {
    super(refusal)
  }
}

const headerLength = 200_000
const mostBoundaries = 50

/** The header of a message as it is written; nothing when what comes is not one. */
function headerOf(raw: Buffer): string | undefined {
  const start = raw.subarray(0, headerLength).toString('latin1')
  const end = /\r?\n\r?\n/.exec(start)?.index ?? (raw.length < headerLength ? start.length : -1)
  const header = start.slice(0, Math.max(end, 0))
  return /^[!-9;-~]{1,80}:/.test(header) && /^from\s*:/im.test(header) && !header.includes('\0') ? header : undefined
}

/** How many parts a message says that it has, told without reading any of them. */
function partsOf(raw: Buffer): number {
  const text = raw.toString('latin1')
  const boundaries = new Set<string>()
  for (const [, quoted, plain] of text.matchAll(/boundary\s*=\s*(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))/gi)) {
    boundaries.add(quoted ?? plain ?? '')
    if (boundaries.size > mostBoundaries) return Number.POSITIVE_INFINITY
  }
  let parts = 0
  for (const boundary of boundaries) {
    for (let at = text.indexOf(`--${boundary}`); at >= 0; at = text.indexOf(`--${boundary}`, at + 1)) {
      if (at === 0 || text[at - 1] === '\n') parts += 1
      if (parts > 2 * messageLimits.parts) return parts
    }
  }
  // The last mark of each closes it: it opens no part.
  return parts - boundaries.size
}

// What people write holds tabs and line ends; other control characters cannot be read.
const readable = (text: string) =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\t\n]/gu, '')
    .trim()
const line = (text: string | undefined, longest: number) =>
  readable(text ?? '')
    .replace(/\s+/g, ' ')
    .slice(0, longest)

/** Reads a message of electronic mail: its words as text and its documents apart. Throws `MessageRefused`, and nothing else. */
export async function readMessage(raw: Buffer, now: Date): Promise<ReadMessage> {
  if (raw.length > messageLimits.bytes) throw new MessageRefused('TOO_LARGE')
  if (!headerOf(raw)) throw new MessageRefused('NOT_A_MESSAGE')
  if (partsOf(raw) > messageLimits.parts) throw new MessageRefused('TOO_MANY_PARTS')
  const parsed = await simpleParser(raw, {
    skipImageLinks: true,
    skipTextToHtml: true,
    skipTextLinks: true,
    maxHtmlLengthToParse: 500_000,
  }).catch(() => {
    throw new MessageRefused('UNREADABLE')
  })
  if (parsed.attachments.length > messageLimits.parts) throw new MessageRefused('TOO_MANY_PARTS')
  const text = readable(parsed.text ?? '')
  const documents = parsed.attachments
    .filter(({ content }) => content?.length > 0)
    .map(({ filename, content }, at) => ({ name: line(filename, 200) || `document-${at + 1}`, content }))
  if (!text && documents.length === 0) throw new MessageRefused('EMPTY')
  const [from] = parsed.from?.value ?? []
  const sent = parsed.date && !Number.isNaN(parsed.date.getTime()) && parsed.date <= now ? parsed.date : now
  return {
    fromName: line(from?.name, 200),
    fromEmail: line(from?.address, 200),
    receivedOn: localDateAt(sent),
    subject: line(parsed.subject, 500),
    text,
    documents,
  }
}
