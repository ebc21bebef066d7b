import { readMailbox } from '../mailbox/readMailbox.ts'
import type { Keeper } from './Keeper.ts'
import { scheduleMail } from './queue.ts'

/** Reads the mailbox and asks for the next reading; a mailbox that does not answer is asked again at that time. */
export async function readMail(keeper: Keeper): Promise<void> {
  const { mailbox, database, log } = keeper
  if (!mailbox) return
  try {
    await readMailbox(keeper, mailbox)
  } catch {
    // The words of the mail server may quote an address.
    log.warn('the mailbox could not be read')
  } finally {
    await scheduleMail(database.ask)
  }
}
