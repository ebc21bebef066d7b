import type { Outcome } from '../tables/outcomes.ts'

/** The results in the order in which one of them stands for a whole dossier. */
const precedence: readonly Outcome[] = [
  'FOUNDED',
  'UNFOUNDED',
  'CLOSED_WITHOUT_FURTHER_ACTION',
  'TRANSFERRED',
  'REFERRED',
  'INADMISSIBLE',
  'RESOLVED_INFORMALLY',
  'WITHDRAWN',
]

/** The one result under which a dossier leaves, so that its coming in and its going out are each counted once. */
export const dispositionOf = (results: readonly (Outcome | null)[]): Outcome | null =>
  precedence.find(outcome => results.includes(outcome)) ?? null
