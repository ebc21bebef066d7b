import type { Event, Recorded } from '@bienfonde/domain'
import type { Database } from '../database/Database.ts'
import { statement } from '../database/statement.ts'
import { letterSources, lettersOf } from '../letters/lettersOf.ts'
import { pressLetter } from '../letters/pressLetter.ts'
import type { MailAttachment } from '../mail/Mailer.ts'
import { ministrySettings } from '../ministry/settings.ts'

/** A letter as a message bears it. */
interface MailedLetter {
  text: string
  attachments: MailAttachment[]
}

/** Makes the letter that a line of a journal is, for whoever it is for. */
export type MakeLetter = (
  lines: readonly Recorded[],
  line: number,
  recipient: readonly string[],
) => Promise<MailedLetter>

const findSettings = statement('mailed_settings', 'select jsonb_object_agg(key, value) as settings from setting')

/** The words of a letter as they were written down, and nothing around them. */
function wordsOf(event: Event | undefined): string {
  switch (event?.type) {
    case 'RECEIPT_ACKNOWLEDGED':
    case 'COMPLAINANT_INFORMED':
      return event.text
    case 'REPLY_DATE_EXTENDED':
      return event.notice
    case 'DISCLOSURE_CONSENT_REQUESTED':
    case 'TRANSFER_AUTHORIZATION_REQUESTED':
      return event.explained
    case 'COMPLAINANT_REFERRED':
      return event.explanation
    default:
      return ''
  }
}

/** A letter in the text of the message, and as it would be printed beside it. A template that fails takes nothing away. */
export const mailedLetter =
  ({ ask }: Pick<Database, 'ask'>): MakeLetter =>
  async (lines, line, recipient) => {
    const [kept] = await ask<{ settings: Record<string, unknown> | null }>(findSettings)
    const letters = await lettersOf(ask, lines, ministrySettings(kept?.settings ?? null))
    const letter = letters.find(({ seq }) => seq === line)
    const sources = letter && (await letterSources(ask, letter))
    const pressed = sources && (await pressLetter(sources, { recipient }))
    if (!sources || !pressed || 'flaws' in pressed)
      return { text: wordsOf(lines.find(({ seq }) => seq === line)?.event), attachments: [] }
    const filename = `lettre-${sources.letter.fileNumber}-${line}.pdf`
    return { text: pressed.text, attachments: [{ filename, contentType: 'application/pdf', content: pressed.pdf }] }
  }
