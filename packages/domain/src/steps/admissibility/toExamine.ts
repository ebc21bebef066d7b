import type { Matter } from '../../complaint.ts'
import type { RefusalCode } from '../../tables/refusals.ts'

export const unlessToExamine = ({ stage }: Matter): RefusalCode | undefined =>
  stage === 'TO_EXAMINE' ? undefined : 'ADMISSIBILITY_DECIDED'
