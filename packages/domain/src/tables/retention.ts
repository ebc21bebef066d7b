import type { Entry } from './entry.ts'

/** What the schedule says becomes of a dossier at its end. */
export const dispositions = [
  { code: 'DESTROY', label: 'Destruction' },
  { code: 'REVIEW', label: 'Tri : chaque dossier est examiné' },
] as const satisfies readonly Entry[]

export type Disposition = (typeof dispositions)[number]['code']

/** Where a dossier that reached its end stands. */
export const retentionStates = [
  { code: 'REVIEW', label: 'À examiner' },
  { code: 'HOLD', label: 'En suspens' },
  { code: 'DESTROY', label: 'À effacer' },
  { code: 'ERASED', label: 'Effacé' },
] as const satisfies readonly Entry[]

export type RetentionState = (typeof retentionStates)[number]['code']

/** The line of the ministry's own approved schedule that covers dossiers of complaints; nothing until it is given. */
export interface RetentionSchedule {
  /** Its number or code, as the approved schedule bears it. */
  readonly code: string
  readonly title: string
  /** Years after closing during which the dossier serves, then those during which it may still serve. */
  readonly activeYears: number
  readonly semiActiveYears: number
  readonly disposition: Disposition
}

/** How many years an incident stays in its register at the least, from the day it was known. */
export const leastIncidentYears = 5
