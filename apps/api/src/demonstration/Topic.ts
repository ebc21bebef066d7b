import type { BodyReference, Criterion, CriterionAnswer, ReferralSubject } from '@bienfonde/domain'

/** What a criterion that is met says, in a subject of complaint. */
type CriterionMet = { criterion: Criterion } & Omit<CriterionAnswer, 'criterion' | 'met'>

/** A subject of complaint on the ministry's own services, with all that people write about it. */
export interface Topic {
  sector: string
  service: string
  subject: string
  /** The facts, depersonalised; `{semaines}`, `{mois}` and `{region}` are told by the dossier. */
  statements: readonly string[]
  /** What the person said, for the vault. */
  words: readonly string[]
  question: string
  /** What the sector answers when the facts are confirmed, and when they are not. */
  confirms: readonly string[]
  denies: readonly string[]
  met: readonly CriterionMet[]
  founded: readonly string[]
  unfounded: readonly string[]
  prejudice: string
  recommendations: readonly string[]
  improvement: string
}

/** A subject that belongs to another body. */
export interface OutsideTopic {
  sector: string
  service: string | null
  subject: string
  referralSubject: ReferralSubject | null
  bodies: readonly BodyReference[]
  statements: readonly string[]
  words: readonly string[]
  reasons: string
}
