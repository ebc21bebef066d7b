import type { Entry } from './entry.ts'

/** Whom the situation harmed; without prejudice, a complaint is unfounded whatever the criteria. */
export const prejudices = [
  { code: 'SELF', label: 'Pour la personne elle-même' },
  { code: 'GROUP_INCLUDING_SELF', label: 'Pour un ensemble de personnes dont elle fait partie' },
  { code: 'NONE', label: 'Aucun préjudice ne peut être invoqué' },
] as const satisfies readonly Entry[]

export type Prejudice = (typeof prejudices)[number]['code']
