import { isUnreachable } from '@bienfonde/domain'
import type { Dossier } from '../../dossier/Dossier.ts'

/** How far the recorded attempts have gone toward a person who cannot be reached, in one sentence. */
export function fruitlessAttempts({ complaint, settings }: Pick<Dossier, 'complaint' | 'settings'>): string {
  const { contactAttempts } = complaint
  const count = contactAttempts.length - 1 - contactAttempts.findLastIndex(({ reached }) => reached)
  if (isUnreachable(complaint, settings))
    return `${inWords(count)} : la communication peut être dite impossible, s’il y a lieu.`
  const needed = settings.attemptsBeforeUnreachable
  return `${inWords(count)} depuis le dernier contact. Il en faut ${needed} pour dire la communication impossible.`
}

function inWords(count: number): string {
  if (count === 0) return 'Aucun essai infructueux'
  return count === 1 ? 'Un essai infructueux' : `${count} essais infructueux`
}
