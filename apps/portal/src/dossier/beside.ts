import type { Room } from '@bienfonde/domain'

/** A block of facts that can stand beside the form of a step. */
export type FactBlock = 'MATTERS' | 'CONSULTATIONS' | 'PERMISSIONS' | 'RECOMMENDATIONS'

/** What somebody must have under their eyes to take the steps of each room. */
export const besideForm: Readonly<Record<Room, readonly FactBlock[]>> = {
  intake: ['MATTERS'],
  admissibility: ['MATTERS'],
  transfer: ['MATTERS'],
  confidentiality: ['PERMISSIONS', 'MATTERS'],
  analysis: ['MATTERS', 'CONSULTATIONS', 'PERMISSIONS'],
  decision: ['MATTERS', 'CONSULTATIONS'],
  result: ['MATTERS', 'RECOMMENDATIONS'],
  followUp: ['RECOMMENDATIONS', 'MATTERS'],
  ombudsman: ['MATTERS', 'RECOMMENDATIONS'],
  retention: ['MATTERS'],
}

/** Without a form, everything is told down the page, in the order of the process. */
export const downThePage: readonly FactBlock[] = ['MATTERS', 'CONSULTATIONS', 'PERMISSIONS', 'RECOMMENDATIONS']
