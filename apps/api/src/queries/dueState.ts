import { codesOf } from '../schema/codes.ts'

/** Where the reply stands on a day. */
const dueStates = [
  { code: 'LATE', label: 'En retard' },
  { code: 'DUE_SOON', label: 'À rendre d’ici cinq jours ouvrables' },
  { code: 'ON_TIME', label: 'Dans le délai' },
  { code: 'SUSPENDED', label: 'Délai suspendu' },
  { code: 'CLOSED', label: 'Dossier fermé' },
] as const

export type DueState = (typeof dueStates)[number]['code']

export const DueStateCode = codesOf('DueStateCode', 'Où en est le délai de réponse.', dueStates)

/** How near a reply is due, in business days, when it is due soon. */
export const soonInBusinessDays = 5
