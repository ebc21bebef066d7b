import type { LegalHoldLifted } from '../../events.ts'
import { accept, isBlank, refuse, type Step } from '../../step.ts'

export interface LiftLegalHold {
  reason: string
}

export const liftLegalHold: Step<LiftLegalHold, LegalHoldLifted> = {
  title: 'Lever la mise en suspens légale',
  room: 'retention',
  act: 'DECIDE',
  barred: ({ legalHold }) => (legalHold ? undefined : 'NO_LEGAL_HOLD'),
  writes: ({ reason }) => [{ field: 'reason', text: reason }],

  decide: (_, { reason }) =>
    isBlank(reason) ? refuse('REASON_MISSING', 'reason') : accept({ type: 'LEGAL_HOLD_LIFTED', reason }),
}
