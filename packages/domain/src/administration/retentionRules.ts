import { type Disposition, dispositions, leastIncidentYears, type RetentionSchedule } from '../tables/retention.ts'
import { type AdministrationRefusal, flawOf } from './administrationRefusals.ts'
import { isWholeWithin, nameFlaw, tidied } from './bounds.ts'

/** How long a ministry keeps what it must not keep for ever; without a code, no schedule is in force. */
export interface RetentionRules {
  readonly code: string
  readonly title: string
  readonly activeYears: number
  readonly semiActiveYears: number
  readonly disposition: Disposition
  /** How many years an incident stays in its register. */
  readonly incidentYears: number
}

/** What is in force while the ministry has fixed nothing: no schedule, and the years that the regulation asks at least. */
export const noRetentionRules: RetentionRules = {
  code: '',
  title: '',
  activeYears: 0,
  semiActiveYears: 0,
  disposition: 'REVIEW',
  incidentYears: leastIncidentYears,
}

const years = [0, 100] as const

/** The rules as they are kept. */
export const tidyRetention = (rules: RetentionRules): RetentionRules => ({
  ...rules,
  code: tidied(rules.code),
  title: tidied(rules.title),
})

/** The schedule in force, if one is. */
export const scheduleOf = ({ incidentYears: _, ...schedule }: RetentionRules): RetentionSchedule | undefined =>
  schedule.code ? schedule : undefined

/** What is wrong with the rules of retention. */
export function retentionFlaws(rules: RetentionRules): AdministrationRefusal[] {
  const { code, title, activeYears, semiActiveYears, disposition, incidentYears } = tidyRetention(rules)
  const counted = isWholeWithin(activeYears, years) && isWholeWithin(semiActiveYears, years)
  const none = !code && !title
  return [
    ...flawOf('code', code ? nameFlaw(code) : !none && 'SCHEDULE_CODE_MISSING'),
    ...flawOf('title', title ? nameFlaw(title) : !none && 'SCHEDULE_TITLE_MISSING'),
    ...flawOf('activeYears', !isWholeWithin(activeYears, years) && 'YEARS_OUT_OF_BOUNDS'),
    ...flawOf('semiActiveYears', !isWholeWithin(semiActiveYears, years) && 'YEARS_OUT_OF_BOUNDS'),
    ...flawOf('activeYears', counted && !none && activeYears + semiActiveYears === 0 && 'YEARS_MISSING'),
    ...flawOf('disposition', !dispositions.some(each => each.code === disposition) && 'DISPOSITION_UNKNOWN'),
    ...flawOf(
      'incidentYears',
      !isWholeWithin(incidentYears, [leastIncidentYears, 100]) && 'INCIDENT_YEARS_OUT_OF_BOUNDS',
    ),
  ]
}
