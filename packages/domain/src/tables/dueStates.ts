import type { Entry } from './entry.ts'

/** Where the reply to a complaint stands on a day. */
export const dueStates = [
  { code: 'LATE', label: 'En retard' },
  { code: 'DUE_SOON', label: 'Bientôt due', hint: 'À rendre d’ici cinq jours ouvrables.' },
  { code: 'ON_TIME', label: 'Dans le délai' },
  { code: 'SUSPENDED', label: 'Délai suspendu' },
  { code: 'CLOSED', label: 'Fermé' },
] as const satisfies readonly Entry[]

export type DueState = (typeof dueStates)[number]['code']
