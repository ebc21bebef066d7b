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

/** The answers given so far, as the rule takes them: what a criterion that is not met would name is left out. */
export const criterionAnswers = (drafts: readonly CriterionDraft[]): CriterionAnswer[] =>
  drafts.flatMap(({ criterion, met, reason, standard, gap, errorKind, rule }) => {
    if (met === null) return []
    const named = met ? { standard, gap, errorKind, rule } : {}
    return [{ criterion, met, reason, ...named }]
  })
