import type { LocalDate } from '../calendar/localDate.ts'
import type { HistoricalDraft } from './historicalComplaint.ts'
import type { HistoricalFieldName } from './historicalFields.ts'

/** Why a line of an earlier register cannot be taken up; no sentence repeats what the line says. */
export const historicalFlaws = {
  MISSING: 'La valeur manque.',
  NOT_A_DAY: 'La valeur n’est pas une date d’un format déclaré.',
  IN_THE_FUTURE: 'La date est dans l’avenir.',
  TOO_EARLY: 'La date précède 1970.',
  BEFORE_RECEIPT: 'La date précède celle de la réception.',
  CODE_UNDECLARED: 'La valeur n’a pas de correspondance dans le mappage.',
  SECTOR_UNKNOWN: 'Ce secteur n’existe pas.',
  TOO_LONG: 'Le texte dépasse 200 caractères.',
  MAY_IDENTIFY: 'Le texte pourrait désigner une personne.',
  NOT_OF_THIS_OUTCOME: 'La valeur ne va pas avec le résultat de la plainte.',
  CLOSED_OR_OPEN: 'La plainte est dite ouverte, et elle a une date de fermeture.',
  CELLS_MISCOUNTED: 'La ligne n’a pas autant de cellules que l’en-tête.',
  KEY_MISSING: 'La clé de la ligne est vide.',
  KEY_REPEATED: 'Une ligne précédente a la même clé.',
} as const

export type HistoricalFlawCode = keyof typeof historicalFlaws

/** What is wrong with a line, and about which of its values; about the whole line when no field is named. */
export interface HistoricalFlaw {
  readonly code: HistoricalFlawCode
  readonly field: HistoricalFieldName | null
}

const earliest: LocalDate = '1970-01-01'
const longest = 200
const dates = ['receivedOn', 'acknowledgedOn', 'repliedOn', 'closedOn'] as const

function dateFlaw(date: LocalDate | null, receivedOn: LocalDate | null, today: LocalDate): HistoricalFlawCode | false {
  if (date === null) return false
  if (date > today) return 'IN_THE_FUTURE'
  if (date < earliest) return 'TOO_EARLY'
  return receivedOn !== null && date < receivedOn && 'BEFORE_RECEIPT'
}

/** What contradicts itself in a line that was read, on a given day. */
export function historicalFlawsOf(draft: HistoricalDraft, today: LocalDate): HistoricalFlaw[] {
  const { receivedOn, outcome } = draft
  const flaws: HistoricalFlaw[] = []
  const flaw = (field: HistoricalFieldName, code: HistoricalFlawCode | false) => {
    if (code) flaws.push({ code, field })
  }
  if (receivedOn === null) flaw('receivedOn', 'MISSING')
  for (const field of dates) flaw(field, dateFlaw(draft[field], receivedOn, today))
  for (const field of ['service', 'subject'] as const) flaw(field, (draft[field]?.length ?? 0) > longest && 'TOO_LONG')
  const stray = (field: HistoricalFieldName, said: boolean, fits: boolean) =>
    flaw(field, said && !fits && 'NOT_OF_THIS_OUTCOME')
  stray('inadmissibilityGrounds', draft.inadmissibilityGrounds.length > 0, outcome === 'INADMISSIBLE')
  stray('bodies', draft.bodies.length > 0, outcome === 'TRANSFERRED' || outcome === 'REFERRED')
  stray(
    'withoutFurtherActionCause',
    draft.withoutFurtherActionCause !== null,
    outcome === 'CLOSED_WITHOUT_FURTHER_ACTION',
  )
  // Without prejudice, a complaint that meets a criterion is unfounded.
  stray('criteria', draft.criteria.length > 0, outcome === 'FOUNDED' || outcome === 'UNFOUNDED')
  flaw('closed', draft.closed === false && draft.closedOn !== null && 'CLOSED_OR_OPEN')
  return flaws
}
