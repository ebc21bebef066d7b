import { type LetterLanguage, proposedNotice, requiredSentences } from '@bienfonde/domain'
import type { Dossier } from '../../dossier/Dossier.ts'

const day = new Intl.DateTimeFormat('en-CA', { dateStyle: 'long', timeZone: 'UTC' })

/** A first text of the notice in its language; the reasons of an English one are for the person who writes to add. */
export function proposedLetter(
  { complaint, settings }: Pick<Dossier, 'complaint' | 'settings'>,
  language: LetterLanguage,
) {
  if (language === 'FR') return proposedNotice(complaint, settings)
  const { registration } = complaint
  if (!registration) return ''
  const { unit, telephone, email } = settings.contacts
  const receivedOn = day.format(new Date(`${registration.receivedOn}T00:00:00Z`))
  return [
    'Hello,',
    `We received your complaint on ${receivedOn} and registered it under number ${registration.fileNumber}. Here is the result of our analysis.`,
    ...new Set(requiredSentences(complaint, settings, 'EN').map(({ sentence }) => sentence)),
    `If you have any questions, write to us at ${email} or call us at ${telephone}.`,
    unit,
  ].join('\n\n')
}
