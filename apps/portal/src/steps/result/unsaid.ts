import { type LetterLanguage, noticeRefusal, requiredSentences } from '@bienfonde/domain'
import type { Dossier } from '../../dossier/Dossier.ts'

/** Every sentence that the notice still has to say, in the order of the letter. */
export function unsaid(
  { complaint, settings }: Pick<Dossier, 'complaint' | 'settings'>,
  text: string,
  language: LetterLanguage,
): string[] {
  const owed = [...new Set(requiredSentences(complaint, settings, language).map(({ sentence }) => sentence))]
  // With every other sentence added, what the rule still refuses for is this one.
  return owed.filter(sentence => {
    const others = owed.filter(other => other !== sentence)
    return noticeRefusal(complaint, [text, ...others].join('\n\n'), settings, language)
  })
}
