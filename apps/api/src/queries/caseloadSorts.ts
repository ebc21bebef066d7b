import { codesOf } from '../schema/codes.ts'

const sortTable = [
  { code: 'REPLY_DUE_ASC', label: 'Échéance de la réponse, la plus proche d’abord' },
  { code: 'REPLY_DUE_DESC', label: 'Échéance de la réponse, la plus lointaine d’abord' },
  { code: 'RECEIVED_ASC', label: 'Réception, la plus ancienne d’abord' },
  { code: 'RECEIVED_DESC', label: 'Réception, la plus récente d’abord' },
  { code: 'FILE_NUMBER_ASC', label: 'Numéro de dossier, croissant' },
  { code: 'FILE_NUMBER_DESC', label: 'Numéro de dossier, décroissant' },
  { code: 'CHANGED_ASC', label: 'Dernier changement, le plus ancien d’abord' },
  { code: 'CHANGED_DESC', label: 'Dernier changement, le plus récent d’abord' },
] as const

export type CaseloadSort = (typeof sortTable)[number]['code']

export const CaseloadSortCode = codesOf('CaseloadSort', 'Les ordres de la liste des dossiers.', sortTable)

const replyDue = { column: 'reply_due_on', key: 'replyDueOn', kind: 'day', type: 'date' } as const
const received = { column: 'received_on', key: 'receivedOn', kind: 'day', type: 'date' } as const
const fileNumber = { column: 'file_number', key: 'fileNumber', kind: 'fileNumber', type: 'text' } as const
const changed = { column: 'changed_at', key: 'changedAt', kind: 'instant', type: 'timestamptz' } as const

/** The column behind each order, and what its value looks like in a cursor. */
export const caseloadSorts = {
  REPLY_DUE_ASC: { ...replyDue, way: 'asc' },
  REPLY_DUE_DESC: { ...replyDue, way: 'desc' },
  RECEIVED_ASC: { ...received, way: 'asc' },
  RECEIVED_DESC: { ...received, way: 'desc' },
  FILE_NUMBER_ASC: { ...fileNumber, way: 'asc' },
  FILE_NUMBER_DESC: { ...fileNumber, way: 'desc' },
  CHANGED_ASC: { ...changed, way: 'asc' },
  CHANGED_DESC: { ...changed, way: 'desc' },
} as const satisfies Record<CaseloadSort, object>
