import { type AdministrationRefusal, flawOf } from '../administration/administrationRefusals.ts'
import { isWholeWithin } from '../administration/bounds.ts'
import type { LocalDate } from '../calendar/localDate.ts'
import type { Optional } from '../step.ts'
import { registerTextFlaw } from './registerText.ts'

/** A confidentiality incident as a public body must keep it in a register; nothing in it names a person. */
export interface ConfidentialityIncident {
  /** The personal information concerned, or why it is not known. */
  readonly information: string
  readonly circumstances: string
  /** When it happened: a day, or the first and last of a period. */
  readonly occurredFrom: LocalDate
  readonly occurredTo?: Optional<LocalDate>
  /** When the body became aware of it: a day, or a period. */
  readonly learnedFrom: LocalDate
  readonly learnedTo?: Optional<LocalDate>
  readonly persons: number
  /** True when the dates or the number of persons are not known exactly. */
  readonly approximate: boolean
  /** What makes one conclude that there is, or is not, a risk of serious injury. */
  readonly sensitivity: string
  readonly maliciousUses: string
  readonly consequences: string
  readonly likelihood: string
  readonly seriousRisk: boolean
  /** When the commission, then the persons, were notified. */
  readonly commissionNotifiedOn?: Optional<LocalDate>
  readonly personsNotifiedOn?: Optional<LocalDate>
  /** When a public notice was given in the place of notices to the persons, and why. */
  readonly publicNoticeOn?: Optional<LocalDate>
  readonly publicNoticeReason?: Optional<string>
  /** What was done so that the risk is lower. */
  readonly measures: string
}

const missing = {
  information: 'INFORMATION_MISSING',
  circumstances: 'CIRCUMSTANCES_MISSING',
  sensitivity: 'SENSITIVITY_MISSING',
  maliciousUses: 'MALICIOUS_USES_MISSING',
  consequences: 'CONSEQUENCES_MISSING',
  likelihood: 'LIKELIHOOD_MISSING',
  measures: 'MEASURES_MISSING',
} as const
const texts = Object.keys(missing) as (keyof typeof missing)[]
const notices = ['commissionNotifiedOn', 'personsNotifiedOn', 'publicNoticeOn'] as const

/** The incident as it is kept. */
export function tidyIncident(incident: ConfidentialityIncident) {
  const { occurredTo, learnedTo, commissionNotifiedOn, personsNotifiedOn, publicNoticeOn, publicNoticeReason } =
    incident
  return {
    ...incident,
    ...Object.fromEntries(texts.map(name => [name, incident[name].trim()])),
    occurredTo: occurredTo || null,
    learnedTo: learnedTo || null,
    commissionNotifiedOn: commissionNotifiedOn || null,
    personsNotifiedOn: personsNotifiedOn || null,
    publicNoticeOn: publicNoticeOn || null,
    publicNoticeReason: publicNoticeReason?.trim() || null,
  }
}

/** What is wrong with an incident about to enter the register on this day. */
export function incidentFlaws(incident: ConfidentialityIncident, today: LocalDate): AdministrationRefusal[] {
  const kept = tidyIncident(incident)
  const { occurredFrom, occurredTo, learnedFrom, learnedTo, publicNoticeOn, publicNoticeReason } = kept
  const dayFlaw = (day: LocalDate | null, earliest?: LocalDate | null) => {
    if (!day) return undefined
    if (day > today) return 'DAY_TO_COME' as const
    return earliest && day < earliest ? ('PERIOD_ENDS_BEFORE' as const) : undefined
  }
  return [
    ...texts.flatMap(name => flawOf(name, kept[name] ? registerTextFlaw(kept[name]) : missing[name])),
    ...flawOf('occurredFrom', occurredFrom ? dayFlaw(occurredFrom) : 'OCCURRED_MISSING'),
    ...flawOf('occurredTo', dayFlaw(occurredTo, occurredFrom)),
    ...flawOf(
      'learnedFrom',
      learnedFrom ? (dayFlaw(learnedFrom) ?? (learnedFrom < occurredFrom && 'LEARNED_BEFORE')) : 'LEARNED_MISSING',
    ),
    ...flawOf('learnedTo', dayFlaw(learnedTo, learnedFrom)),
    ...flawOf('persons', !isWholeWithin(kept.persons, [0, 10_000_000]) && 'PERSONS_OUT_OF_BOUNDS'),
    ...notices.flatMap(name => flawOf(name, dayFlaw(kept[name], occurredFrom))),
    ...flawOf(
      'publicNoticeReason',
      publicNoticeReason ? registerTextFlaw(publicNoticeReason) : publicNoticeOn ? 'PUBLIC_NOTICE_WHY' : undefined,
    ),
  ]
}
