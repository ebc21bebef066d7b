import type { CriterionAnswer, MatterId, MeritsAssessed } from '../../events.ts'
import { unlessInProgress, unlessUnderAnalysis } from '../../progress.ts'
import { accept, isBlank, type Optional, refuse, type Step } from '../../step.ts'
import { assessmentCriteria, type CriterionDetail } from '../../tables/assessmentCriteria.ts'
import type { Finding } from '../../tables/outcomes.ts'
import type { Prejudice } from '../../tables/prejudices.ts'
import type { RefusalCode } from '../../tables/refusals.ts'

export interface AssessMerits {
  matter: MatterId
  /** One answer for each criterion of the edition. */
  criteria: CriterionAnswer[]
  /** Required: a question left without an answer is refused, never answered for the person who decides. */
  prejudice?: Optional<Prejudice>
  prejudiceReason: string
  reasons: string
}

/** The finding that follows from the answers; nobody types it in. */
export function findingOf(criteria: readonly Pick<CriterionAnswer, 'met'>[], prejudice: Prejudice): Finding {
  // Without prejudice to the person or a group including them, no criterion can found a complaint.
  return prejudice !== 'NONE' && criteria.some(({ met }) => met) ? 'FOUNDED' : 'UNFOUNDED'
}

const detailOf = ({ criterion }: CriterionAnswer): CriterionDetail =>
  assessmentCriteria.find(({ code }) => code === criterion)?.detail ?? null

/** What an answer still lacks: its reason, or what a criterion that is met must name. */
function lacking(answer: CriterionAnswer): RefusalCode | undefined {
  if (isBlank(answer.reason)) return 'CRITERION_REASON_MISSING'
  if (!answer.met) return undefined
  switch (detailOf(answer)) {
    case 'STANDARD':
      return isBlank(answer.standard) || isBlank(answer.gap) ? 'STANDARD_MISSING' : undefined
    case 'ERROR_KIND':
      return answer.errorKind ? undefined : 'ERROR_KIND_MISSING'
    case 'RULE':
      return isBlank(answer.rule) ? 'RULE_MISSING' : undefined
    default:
      return undefined
  }
}

export const assessMerits: Step<AssessMerits, MeritsAssessed> = {
  title: 'Apprécier le bien-fondé',
  room: 'decision',
  act: 'DECIDE',
  barred: unlessInProgress,
  barredOn: unlessUnderAnalysis,
  writes: ({ criteria, prejudiceReason, reasons }) => [
    ...criteria.flatMap(({ reason, standard, gap, rule }, at) => [
      { field: `criteria.${at}.reason`, text: reason },
      { field: `criteria.${at}.standard`, text: standard },
      { field: `criteria.${at}.gap`, text: gap },
      { field: `criteria.${at}.rule`, text: rule },
    ]),
    { field: 'prejudiceReason', text: prejudiceReason },
    { field: 'reasons', text: reasons },
  ],

  decide({ registration }, { matter, criteria, prejudice, prejudiceReason, reasons }, { settings }) {
    const expected = settings.editions.find(({ id }) => id === registration?.edition)?.criteria ?? []
    const answered = criteria.map(({ criterion }) => criterion)
    if (answered.length !== expected.length || !expected.every(code => answered.includes(code)))
      return refuse('CRITERION_UNANSWERED', 'criteria')
    for (const [at, answer] of criteria.entries()) {
      const lack = lacking(answer)
      if (lack) return refuse(lack, `criteria.${at}`)
    }
    if (!prejudice) return refuse('PREJUDICE_MISSING', 'prejudice')
    if (isBlank(prejudiceReason)) return refuse('PREJUDICE_REASON_MISSING', 'prejudiceReason')
    if (isBlank(reasons)) return refuse('REASONS_MISSING', 'reasons')
    const finding = findingOf(criteria, prejudice)
    return accept({ type: 'MERITS_ASSESSED', matter, finding, criteria, prejudice, prejudiceReason, reasons })
  },
}
