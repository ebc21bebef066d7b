import type { Criterion } from '../tables/assessmentCriteria.ts'
import type { IntakeChannel, Language } from '../tables/channels.ts'
import type { InadmissibilityGround } from '../tables/inadmissibilityGrounds.ts'
import type { Outcome } from '../tables/outcomes.ts'
import type { WithoutFurtherActionCause } from '../tables/procedure.ts'
import type { BodyCode } from '../tables/referrals.ts'
import type { Fact, FactKind } from './fact.ts'

/** The small number under which facts keep a code: its place here, from 1; places are for good, new codes go last. */
export const factCodes = {
  kind: ['MATTER', 'RECOMMENDATION', 'CONSENT', 'ESCALATION'] satisfies FactKind[],
  origin: ['JOURNAL', 'REGISTER'],
  channel: ['PHONE', 'LETTER', 'EMAIL', 'COUNTER', 'WEB'] satisfies IntakeChannel[],
  language: ['FR', 'EN', 'OTHER'] satisfies Language[],
  outcome: [
    'FOUNDED',
    'UNFOUNDED',
    'INADMISSIBLE',
    'REFERRED',
    'TRANSFERRED',
    'CLOSED_WITHOUT_FURTHER_ACTION',
    'WITHDRAWN',
    'RESOLVED_INFORMALLY',
  ] satisfies Outcome[],
  cause: ['CONSENT_REFUSED', 'ANONYMITY'] satisfies WithoutFurtherActionCause[],
  answer: ['ACCEPTED', 'PARTLY_ACCEPTED', 'REFUSED', 'GRANTED'] satisfies Fact['answer'][],
  criterion: [
    'GENERAL_COMMITMENT_BREACH',
    'BELOW_SERVICE_STANDARD',
    'REPRESENTATIVE_ERROR',
    'MANIFEST_RULE_DISCREPANCY',
    'SERVICE_CULTURE_BREACH',
  ] satisfies Criterion[],
  ground: [
    'COURT_PROCEEDINGS',
    'HATEFUL_THREATENING_HARASSING',
    'SENDER_UNREACHABLE',
    'OUTSIDE_MINISTRY_RESPONSIBILITY',
  ] satisfies InadmissibilityGround[],
  body: [
    'MUNICIPALITY',
    'COMMISSION_MUNICIPALE',
    'AUTORITE_MARCHES_PUBLICS',
    'TRIBUNAL_LOGEMENT',
    'SOCIETE_HABITATION',
    'OTHER_BODY',
  ] satisfies BodyCode[],
} as const

type Codes = typeof factCodes

/** The number of a code; 0 for none. */
export const factNumber = <Name extends keyof Codes>(name: Name, code: Codes[Name][number] | null): number =>
  code === null ? 0 : (factCodes[name] as readonly string[]).indexOf(code) + 1

/** Several codes as one number: the n-th code is the n-th bit. */
export const factBits = <Name extends keyof Codes>(name: Name, codes: readonly Codes[Name][number][]): number =>
  codes.reduce((bits, code) => bits | (1 << (factNumber(name, code) - 1)), 0)

/** The code behind a number, or nothing. */
export const factCode = (name: keyof Codes, number: number): string | null => factCodes[name][number - 1] ?? null
