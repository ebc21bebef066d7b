import { frenchDate, type LocalDate } from '@bienfonde/domain'
import type { Dossier } from '../../dossier/Dossier.ts'

/** A first text of the notice that puts off the reply, to be reread and adapted. */
export function extensionNotice(
  { fileNumber, complaint, settings }: Pick<Dossier, 'fileNumber' | 'complaint' | 'settings'>,
  to: LocalDate | undefined,
  reason: string,
): string {
  const due = complaint.clock?.replyDueOn
  if (!due || !to) return ''
  return [
    'Bonjour,',
    `Nous devions répondre à votre plainte, inscrite sous le numéro ${fileNumber}, au plus tard le ${frenchDate(due)}. Nous aurons besoin de plus de temps : vous aurez notre réponse au plus tard le ${frenchDate(to)}.`,
    reason.trim(),
    settings.recourse.FR,
    settings.contacts.unit,
  ]
    .filter(paragraph => paragraph)
    .join('\n\n')
}
