import { lateMilestones } from '../../clock/lateMilestones.ts'
import type { SectorCode } from '../../confidentiality/permits.ts'
import type { LatenessExplained } from '../../events.ts'
import { accept, isBlank, type Optional, refuse, type Step } from '../../step.ts'
import type { LatenessCause, OwedMilestone } from '../../tables/delays.ts'

export interface ExplainLateness {
  milestone: OwedMilestone
  cause: LatenessCause
  /** The unit from which the lateness comes, when it comes from one. */
  sector?: Optional<SectorCode>
  reason: string
}

/** A date that was not kept gets its reason, and the unit that answers for it, once. */
export const explainLateness: Step<ExplainLateness, LatenessExplained> = {
  title: 'Expliquer un retard',
  room: 'analysis',
  act: 'PREPARE',
  barred: complaint =>
    complaint.closedOn && lateMilestones(complaint, complaint.closedOn).length === 0 ? 'NOT_LATE' : undefined,
  writes: ({ reason }) => [{ field: 'reason', text: reason }],

  decide(complaint, { milestone, cause, sector, reason }, { on }) {
    const late = lateMilestones(complaint, on).find(each => each.milestone === milestone)
    if (!late) return refuse('NOT_LATE', 'milestone')
    if (cause === 'UNIT_ANSWER' && isBlank(sector)) return refuse('SECTOR_MISSING', 'sector')
    if (isBlank(reason)) return refuse('REASON_MISSING', 'reason')
    const { dueOn } = late
    return accept({ type: 'LATENESS_EXPLAINED', milestone, dueOn, cause, sector: sector || null, reason })
  },
}
