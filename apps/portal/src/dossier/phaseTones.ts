import type { Phase } from '@bienfonde/domain'
import type { Tone } from '@bienfonde/ui'

/** How each phase is underlined where it is named. */
export const phaseTones: Readonly<Record<Phase, Tone>> = {
  TO_EXAMINE: 'info',
  UNDER_ANALYSIS: 'info',
  IN_TRANSFER: 'warning',
  READY_FOR_NOTICE: 'warning',
  CLOSED: 'neutral',
}
