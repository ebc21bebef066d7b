import {
  type AssessMerits,
  assessMerits,
  type MeritsAssessed,
  type Prejudice,
  refuse,
  type Step,
} from '@bienfonde/domain'

/** An assessment whose question about the prejudice may still wait for its answer. */
export interface AskedAssessment extends Omit<AssessMerits, 'prejudice'> {
  prejudice: Prejudice | null
}

const answered = (asked: AskedAssessment): AssessMerits => ({ ...asked, prejudice: asked.prejudice ?? 'NONE' })

/** The step as its form asks it: no prejudice is chosen in advance, and it is asked after the criteria. */
export const askedAssessment: Step<AskedAssessment, MeritsAssessed> = {
  ...assessMerits,
  writes: asked => assessMerits.writes?.(answered(asked)) ?? [],
  decide(complaint, asked, stamp) {
    const decision = assessMerits.decide(complaint, answered(asked), stamp)
    const criteriaFirst = !decision.accepted && decision.refusal.field?.startsWith('criteria')
    return asked.prejudice === null && !criteriaFirst ? refuse('REPLY_MISSING', 'prejudice') : decision
  },
}
