import { labelOf } from '../tables/entry.ts'
import { inadmissibilityGrounds } from '../tables/inadmissibilityGrounds.ts'
import { bodyLabel } from '../tables/referrals.ts'
import type { Tellers } from './Telling.ts'
import { listed } from './words.ts'

export const admissibility: Tellers<'MATTER_ADMITTED' | 'MATTER_DECLARED_INADMISSIBLE'> = {
  MATTER_ADMITTED: (event, { matter }) => ({
    title: `${matter(event.matter)} est déclaré recevable.`,
    tone: 'success',
    contents: [{ label: 'Motifs de la décision', text: event.reasons }],
  }),
  MATTER_DECLARED_INADMISSIBLE: (event, { matter }) => ({
    title: `${matter(event.matter)} est déclaré irrecevable.`,
    tone: 'warning',
    contents: [
      {
        label: 'Motifs d’irrecevabilité',
        text: listed(event.grounds.map(({ ground }) => labelOf(inadmissibilityGrounds, ground))),
      },
      { label: 'Procédure judiciaire', text: event.grounds.find(({ proceeding }) => proceeding)?.proceeding },
      {
        label: 'Organismes compétents',
        text: listed(event.grounds.flatMap(({ bodies }) => bodies ?? []).map(bodyLabel)),
      },
      { label: 'Motifs de la décision', text: event.reasons },
    ],
  }),
}
