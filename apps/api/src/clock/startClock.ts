import type { Runner } from 'graphile-worker'
import { pino } from 'pino'
import type { Application } from '../application.ts'
import { smtpMailer } from '../mail/Mailer.ts'
import { readMailSettings } from '../mail/mailSettings.ts'
import type { Settings } from '../settings.ts'
import { mailedLetter } from './mailedLetter.ts'
import { runClock } from './runClock.ts'

/** Starts the clock beside the server, unless another process is the one that keeps it. */
export async function startClock(
  { database, master }: Application,
  { publicUrl, logLevel }: Settings,
): Promise<Runner | undefined> {
  const { smtp, imap, clock } = readMailSettings()
  if (!clock) return undefined
  const mailer = smtp && smtpMailer(smtp.url, smtp.from)
  const log = pino({ level: logLevel })
  const now = () => new Date()
  return runClock({ database, master, mailer, mailbox: imap, letters: mailedLetter(database), publicUrl, log, now })
}
