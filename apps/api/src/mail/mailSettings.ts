import { StartupRefusal } from '../startupRefusal.ts'

/** How messages leave and come in, read once from the environment; nothing where the ministry has set nothing. */
export interface MailSettings {
  smtp: { url: string; from: string } | undefined
  imap: { url: string; folder: string } | undefined
  /** False when another process keeps the clock. */
  clock: boolean
}

export function readMailSettings(env: NodeJS.ProcessEnv = process.env): MailSettings {
  const { BIENFONDE_SMTP_URL, BIENFONDE_MAIL_FROM, BIENFONDE_IMAP_URL, BIENFONDE_IMAP_FOLDER, BIENFONDE_CLOCK } = env
  const smtp = address('BIENFONDE_SMTP_URL', BIENFONDE_SMTP_URL, /^smtps?:$/)
  const imap = address('BIENFONDE_IMAP_URL', BIENFONDE_IMAP_URL, /^imaps?:$/)
  if (smtp && !BIENFONDE_MAIL_FROM)
    throw new StartupRefusal('BIENFONDE_SMTP_URL demande BIENFONDE_MAIL_FROM : l’adresse d’où partent les lettres.')
  if (BIENFONDE_CLOCK && BIENFONDE_CLOCK !== 'on' && BIENFONDE_CLOCK !== 'off')
    throw new StartupRefusal('BIENFONDE_CLOCK doit être on ou off.')
  return {
    smtp: smtp ? { url: smtp, from: BIENFONDE_MAIL_FROM ?? '' } : undefined,
    imap: imap ? { url: imap, folder: BIENFONDE_IMAP_FOLDER || 'INBOX' } : undefined,
    clock: BIENFONDE_CLOCK !== 'off',
  }
}

// The address may hold a password: it is never repeated.
function address(name: string, text: string | undefined, protocol: RegExp): string | undefined {
  if (!text) return undefined
  if (URL.canParse(text) && protocol.test(new URL(text).protocol)) return text
  throw new StartupRefusal(`${name} n’est pas une adresse de serveur de courriel.`)
}
