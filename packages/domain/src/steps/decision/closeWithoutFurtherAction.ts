import { hasRefusedConsent, refusalBearsOn } from '../../confidentiality/identityAccess.ts'
import type { ClosedWithoutFurtherAction, MatterId } from '../../events.ts'
import { unlessInProgress, unlessUnderAnalysis } from '../../progress.ts'
import { accept, isBlank, refuse, type Step } from '../../step.ts'
import type { WithoutFurtherActionCause } from '../../tables/procedure.ts'

export interface CloseWithoutFurtherAction {
  matter: MatterId
  cause: WithoutFurtherActionCause
  /** What keeps the facts from being known. */
  facts: string
  reasons: string
}

export const closeWithoutFurtherAction: Step<CloseWithoutFurtherAction, ClosedWithoutFurtherAction> = {
  title: 'Classer sans suite',
  room: 'decision',
  act: 'DECIDE',
  barred: complaint => {
    const closed = unlessInProgress(complaint)
    if (closed) return closed
    const mayFollow = complaint.registration?.anonymous || hasRefusedConsent(complaint)
    return mayFollow ? undefined : 'NEITHER_REFUSAL_NOR_ANONYMITY'
  },
  barredOn: (matter, complaint) => {
    const elsewhere = !complaint.registration?.anonymous && !refusalBearsOn(matter, complaint)
    return unlessUnderAnalysis(matter) ?? (elsewhere ? 'CONSENT_REFUSED_ELSEWHERE' : undefined)
  },
  writes: ({ facts, reasons }) => [
    { field: 'facts', text: facts },
    { field: 'reasons', text: reasons },
  ],

  decide(complaint, { matter, cause, facts, reasons }) {
    if (cause === 'CONSENT_REFUSED' && !hasRefusedConsent(complaint)) return refuse('NO_REFUSED_CONSENT', 'cause')
    const decided = complaint.matters.find(({ id }) => id === matter)
    if (cause === 'CONSENT_REFUSED' && decided && !refusalBearsOn(decided, complaint))
      return refuse('CONSENT_REFUSED_ELSEWHERE', 'cause')
    if (cause === 'ANONYMITY' && !complaint.registration?.anonymous) return refuse('NOT_ANONYMOUS', 'cause')
    if (isBlank(facts)) return refuse('FACTS_STATEMENT_MISSING', 'facts')
    if (isBlank(reasons)) return refuse('REASONS_MISSING', 'reasons')
    return accept({ type: 'CLOSED_WITHOUT_FURTHER_ACTION', matter, cause, facts, reasons })
  },
}
