import type { LegalHoldPlaced } from '../../events.ts'
import { accept, isBlank, refuse, type Step } from '../../step.ts'

export interface PlaceLegalHold {
  reference: string
  reason: string
}

export const placeLegalHold: Step<PlaceLegalHold, LegalHoldPlaced> = {
  title: 'Mettre en suspens légal',
  room: 'retention',
  act: 'DECIDE',
  barred: ({ legalHold, erasedOn }) => (erasedOn ? 'ERASED' : legalHold ? 'LEGAL_HOLD' : undefined),
  writes: ({ reference, reason }) => [
    { field: 'reference', text: reference },
    { field: 'reason', text: reason },
  ],

  decide(_, { reference, reason }) {
    if (isBlank(reference)) return refuse('REFERENCE_MISSING', 'reference')
    if (isBlank(reason)) return refuse('REASON_MISSING', 'reason')
    return accept({ type: 'LEGAL_HOLD_PLACED', reference, reason })
  },
}
