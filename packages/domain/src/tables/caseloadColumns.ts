import type { Entry } from './entry.ts'

/** What the list of dossiers can show of each one, in the order it is offered; nothing here identifies a person. */
export const caseloadColumns = [
  { code: 'FILE_NUMBER', label: 'Dossier' },
  { code: 'SUBJECTS', label: 'Sujet' },
  { code: 'PHASE', label: 'État' },
  { code: 'RECEIVED_ON', label: 'Reçue le' },
  { code: 'REPLY_DUE_ON', label: 'Réponse due le' },
  { code: 'OFFICER', label: 'Attribué à' },
  { code: 'SECTORS', label: 'Secteur' },
  { code: 'INTAKE_CHANNEL', label: 'Mode de réception' },
  { code: 'LANGUAGE', label: 'Langue' },
  { code: 'MATTERS', label: 'Motifs' },
  { code: 'ACKNOWLEDGED_ON', label: 'Accusé de réception' },
  { code: 'CLOSED_ON', label: 'Fermé le' },
  { code: 'ESCALATED', label: 'Protecteur du citoyen' },
  { code: 'CHANGED_AT', label: 'Dernier changement' },
  { code: 'EXCERPT', label: 'Exposé' },
] as const satisfies readonly Entry[]

export type CaseloadColumn = (typeof caseloadColumns)[number]['code']

/** What the list shows until somebody chooses. */
export const usualColumns: readonly CaseloadColumn[] = [
  'FILE_NUMBER',
  'SUBJECTS',
  'PHASE',
  'RECEIVED_ON',
  'REPLY_DUE_ON',
  'OFFICER',
]
