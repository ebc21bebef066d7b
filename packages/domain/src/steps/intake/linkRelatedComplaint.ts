import type { DossierId, RelatedComplaintLinked } from '../../events.ts'
import { accept, isBlank, type Optional, refuse, type Step } from '../../step.ts'
import type { Relation } from '../../tables/procedure.ts'

export interface LinkRelatedComplaint {
  relatedFileNumber: string
  /** The dossier that bears this number; none when no dossier does. */
  related?: Optional<DossierId>
  relation: Relation
  reason: string
}

export const linkRelatedComplaint: Step<LinkRelatedComplaint, RelatedComplaintLinked> = {
  title: 'Relier un dossier',
  room: 'intake',
  act: 'PREPARE',
  barred: () => undefined,
  writes: ({ reason }) => [{ field: 'reason', text: reason }],

  decide(complaint, { relatedFileNumber, related, relation, reason }) {
    if (relatedFileNumber.trim() === complaint.registration?.fileNumber)
      return refuse('RELATED_TO_ITSELF', 'relatedFileNumber')
    if (!related) return refuse('RELATED_UNKNOWN', 'relatedFileNumber')
    if (complaint.related.includes(related)) return refuse('ALREADY_RELATED', 'relatedFileNumber')
    if (isBlank(reason)) return refuse('REASON_MISSING', 'reason')
    return accept({
      type: 'RELATED_COMPLAINT_LINKED',
      related,
      relatedFileNumber: relatedFileNumber.trim(),
      relation,
      reason,
    })
  },
}
