import { ImapFlow } from 'imapflow'
import type { Database } from '../database/Database.ts'
import type { MasterKey } from '../vault/keys.ts'
import { isKnown, keepIncoming } from './incoming.ts'
import { MessageRefused, messageLimits, readMessage } from './readMessage.ts'

/** The mailbox of the ministry, as an installation names it. */
export interface Mailbox {
  url: string
  folder: string
}

/** How many messages one reading takes. */
const mostAtOnce = 50

/**
 * Takes the messages that nobody has read from the mailbox: each is kept sealed and marked as seen, never removed.
 * What is too large or malformed is kept by its refusal alone, and stays flagged in the mailbox. Gives how many came.
 */
export async function readMailbox(
  { database, master, now }: { database: Database; master: MasterKey; now: () => Date },
  { url, folder }: Mailbox,
): Promise<number> {
  const { hostname, port, protocol, username, password } = new URL(url)
  const secure = protocol === 'imaps:'
  const client = new ImapFlow({
    host: hostname,
    port: Number(port) || (secure ? 993 : 143),
    secure,
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    logger: false,
    connectionTimeout: 15_000,
    socketTimeout: 60_000,
  })
  // A connection that falls is told by what was asked of it.
  client.on('error', () => undefined)
  await client.connect()
  let came = 0
  try {
    const box = await client.mailboxOpen(folder)
    const unseen = (await client.search({ seen: false }, { uid: true })) || []
    for (const uid of unseen.slice(0, mostAtOnce)) {
      const mailbox = `${folder}|${box.uidValidity}|${uid}`
      if (!(await isKnown(database.ask, mailbox))) came += (await take(uid, mailbox)) ? 1 : 0
      await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true })
    }
  } finally {
    await client.logout().catch(() => client.close())
  }
  return came

  async function take(uid: number, mailbox: string): Promise<boolean> {
    const described = await client.fetchOne(String(uid), { size: true, internalDate: true }, { uid: true })
    if (!described) return false
    const bytes = described.size ?? 0
    const receivedAt = new Date(described.internalDate ?? now())
    const kept = { mailbox, receivedAt, bytes, raw: null, documents: 0 }
    const refuse = async (refusal: MessageRefused['refusal']) => {
      await client.messageFlagsAdd(String(uid), ['\\Flagged'], { uid: true })
      return keepIncoming(database.ask, master, { ...kept, refusal })
    }
    if (bytes > messageLimits.bytes) return refuse('TOO_LARGE')
    const fetched = await client.fetchOne(String(uid), { source: true }, { uid: true })
    const raw = fetched ? (fetched.source ?? Buffer.alloc(0)) : Buffer.alloc(0)
    try {
      const { documents } = await readMessage(raw, now())
      return await keepIncoming(database.ask, master, { ...kept, raw, refusal: null, documents: documents.length })
    } catch (error) {
      if (!(error instanceof MessageRefused)) throw error
      return refuse(error.refusal)
    }
  }
}
