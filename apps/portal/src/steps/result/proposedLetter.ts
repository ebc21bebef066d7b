import { type LetterLanguage, proposedNotice, requiredSentences, type TranslatedReasons } from '@bienfonde/domain'
import type { Dossier } from '../../dossier/Dossier.ts'

const day = new Intl.DateTimeFormat('en-CA', { dateStyle: 'long', timeZone: 'UTC' })

/** A first text of the notice in its language; an English one gives the reasons as they were translated. */
export function proposedLetter(
  { complaint, settings }: Pick<Dossier, 'complaint' | 'settings'>,
  language: LetterLanguage,
  translated: readonly TranslatedReasons[],
) {
  if (language === 'FR') return proposedNotice(complaint, settings)
  const { registration } = complaint
  if (!registration) return ''
  const { unit, telephone, email } = settings.contacts
  const receivedOn = day.format(new Date(`${registration.receivedOn}T00:00:00Z`))
  return [
    'Hello,',
    `We received your complaint on ${receivedOn} and registered it under number ${registration.fileNumber}. Here is the result of our analysis.`,
    ...requiredSentences(complaint, settings, 'EN', translated).map(({ refusal, sentence }) =>
      refusal === 'BODY_NOT_NAMED' ? `Where to turn: ${sentence}.` : sentence,
    ),
    `If you have any questions, write to us at ${email} or call us at ${telephone}.`,
    unit,
  ].join('\n\n')
}
