import type { Entry } from './entry.ts'

/** Where a dossier stands; computed from its matters, never typed in. */
export const phases = [
  { code: 'TO_EXAMINE', label: 'À examiner' },
  { code: 'UNDER_ANALYSIS', label: 'En analyse' },
  { code: 'IN_TRANSFER', label: 'En transfert' },
  { code: 'READY_FOR_NOTICE', label: 'Avis à donner' },
  { code: 'CLOSED', label: 'Fermé' },
] as const satisfies readonly Entry[]

export type Phase = (typeof phases)[number]['code']

/** What became of a matter. */
export const outcomes = [
  { code: 'FOUNDED', label: 'Fondée' },
  { code: 'UNFOUNDED', label: 'Non fondée' },
  { code: 'INADMISSIBLE', label: 'Irrecevable' },
  { code: 'REFERRED', label: 'Personne dirigée vers un autre organisme' },
  { code: 'TRANSFERRED', label: 'Transférée' },
  { code: 'CLOSED_WITHOUT_FURTHER_ACTION', label: 'Classée sans suite' },
  { code: 'WITHDRAWN', label: 'Désistement' },
  { code: 'RESOLVED_INFORMALLY', label: 'Résolue de façon informelle' },
] as const satisfies readonly Entry[]

export type Outcome = (typeof outcomes)[number]['code']
export type Finding = Extract<Outcome, 'FOUNDED' | 'UNFOUNDED'>
