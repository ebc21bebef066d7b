import type { Entry } from './entry.ts'

/** Where what is known of a dossier comes from. */
export const origins = [
  { code: 'JOURNAL', label: 'Traité ici' },
  { code: 'REGISTER', label: 'Repris d’un registre antérieur' },
] as const satisfies readonly Entry[]

export type Origin = (typeof origins)[number]['code']
