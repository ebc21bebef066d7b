import type { Criterion, CriterionAnswer, RepresentativeError } from '@bienfonde/domain'
import type { Dossier } from '../../dossier/Dossier.ts'

/** An answer to a criterion while it is written: `met` is null until the person says. */
export interface CriterionDraft {
  criterion: Criterion
  met: boolean | null
  reason: string
  standard: string
  gap: string
  errorKind: RepresentativeError | null
  rule: string
}

/** The criteria of the edition under which the dossier is judged, none answered. */
export function unanswered({ complaint, settings }: Dossier): CriterionDraft[] {
  const edition = settings.editions.find(({ id }) => id === complaint.registration?.edition)
  return (edition?.criteria ?? []).map(criterion => ({
    criterion,
    met: null,
    reason: '',
    standard: '',
    gap: '',
    errorKind: null,
    rule: '',
  }))
}

/** The answers as the rule takes them: what a criterion that is not met would name is left out. */
export const criterionAnswers = (drafts: readonly CriterionDraft[]): CriterionAnswer[] =>
  drafts.map(({ criterion, met, reason, standard, gap, errorKind, rule }) => ({
    criterion,
    met: met === true,
    // An answer not given yet has no reason either: the rule then says which criterion waits.
    reason: met === null ? '' : reason,
    standard: met ? standard : null,
    gap: met ? gap : null,
    errorKind: met ? errorKind : null,
    rule: met ? rule : null,
  }))
