import type { BodyReference, Matter } from '@bienfonde/domain'

/** The bodies that the decision of inadmissibility named for a matter. */
export const competentBodies = (matter: Matter | undefined): BodyReference[] =>
  matter?.grounds.flatMap(({ bodies }) => bodies ?? []) ?? []
