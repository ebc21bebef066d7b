import { assessmentCriteria } from '../tables/assessmentCriteria.ts'
import { intakeChannels, languages } from '../tables/channels.ts'
import type { Entry } from '../tables/entry.ts'
import { inadmissibilityGrounds } from '../tables/inadmissibilityGrounds.ts'
import { outcomes } from '../tables/outcomes.ts'
import { withoutFurtherActionCauses } from '../tables/procedure.ts'
import { bodies } from '../tables/referrals.ts'
import type { HistoricalDraft } from './historicalComplaint.ts'

/** What a column of a register may tell, and how it is read: a table makes codes of it, several where `many` is set. */
export type HistoricalField = { readonly code: HistoricalFieldName; readonly label: string } & (
  | { readonly kind: 'DATE' | 'TEXT' | 'SECTOR' | 'YES_NO' }
  | { readonly kind: 'CODE'; readonly table: readonly Entry[]; readonly many: boolean }
)

export type HistoricalFieldName = keyof HistoricalDraft

const codes = (table: readonly Entry[], many = false) => ({ kind: 'CODE', table, many }) as const

/** Everything that can be taken up from an earlier register; nothing else is ever kept of it. */
export const historicalFields: readonly HistoricalField[] = [
  { code: 'receivedOn', label: 'Date de réception', kind: 'DATE' },
  { code: 'acknowledgedOn', label: 'Date de l’accusé de réception', kind: 'DATE' },
  { code: 'repliedOn', label: 'Date de l’avis à la personne', kind: 'DATE' },
  { code: 'closedOn', label: 'Date de fermeture', kind: 'DATE' },
  { code: 'closed', label: 'Fermée', kind: 'YES_NO' },
  { code: 'intakeChannel', label: 'Mode de réception', ...codes(intakeChannels) },
  { code: 'language', label: 'Langue', ...codes(languages) },
  { code: 'anonymous', label: 'Anonyme', kind: 'YES_NO' },
  { code: 'sector', label: 'Secteur', kind: 'SECTOR' },
  { code: 'service', label: 'Service', kind: 'TEXT' },
  { code: 'subject', label: 'Objet', kind: 'TEXT' },
  { code: 'outcome', label: 'Résultat', ...codes(outcomes) },
  { code: 'inadmissibilityGrounds', label: 'Motifs d’irrecevabilité', ...codes(inadmissibilityGrounds, true) },
  { code: 'bodies', label: 'Organismes', ...codes(bodies, true) },
  { code: 'withoutFurtherActionCause', label: 'Cause de la suite non donnée', ...codes(withoutFurtherActionCauses) },
  { code: 'criteria', label: 'Critères rencontrés', ...codes(assessmentCriteria, true) },
]
