import type { Entry } from '../tables/entry.ts'

/** The ages of what is open, in business days since it came in; each class runs up to its last day, included. */
export const backlogAges = [
  { code: 'UP_TO_5', label: '5 jours ouvrables ou moins', upTo: 5 },
  { code: 'UP_TO_10', label: 'De 6 à 10 jours ouvrables', upTo: 10 },
  { code: 'UP_TO_20', label: 'De 11 à 20 jours ouvrables', upTo: 20 },
  { code: 'UP_TO_40', label: 'De 21 à 40 jours ouvrables', upTo: 40 },
  { code: 'UP_TO_60', label: 'De 41 à 60 jours ouvrables', upTo: 60 },
  { code: 'OVER_60', label: 'Plus de 60 jours ouvrables', upTo: Number.POSITIVE_INFINITY },
] as const satisfies readonly (Entry & { upTo: number })[]

export type BacklogAge = (typeof backlogAges)[number]['code']
