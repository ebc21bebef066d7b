import type { Complaint } from '../../complaint.ts'
import type { RefusalCode } from '../../tables/refusals.ts'

export const unlessEscalated = ({ escalations }: Complaint): RefusalCode | undefined =>
  escalations.length > 0 ? undefined : 'NO_ESCALATION'
