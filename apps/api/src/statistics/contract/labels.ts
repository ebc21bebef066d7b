import {
  assessmentCriteria,
  bodies,
  type Dimension,
  type Entry,
  inadmissibilityGrounds,
  intakeChannels,
  labelOf,
  languages,
  origins,
  outcomes,
} from '@bienfonde/domain'
import type { GroupKey } from '../figures.ts'
import type { DimensionValue } from './StatisticsAnswer.ts'

const tables: Partial<Record<Dimension, readonly Entry[]>> = {
  CHANNEL: intakeChannels,
  OUTCOME: outcomes,
  CRITERION: assessmentCriteria,
  GROUND: inadmissibilityGrounds,
  BODY: bodies,
  LANGUAGE: languages,
  ORIGIN: origins,
  ANONYMITY: [
    { code: 'NO', label: 'Personne connue' },
    { code: 'YES', label: 'Anonyme' },
  ],
}

/** A value of a dimension with its words; what has no table is its own words. */
export const labelled =
  (sectors: Readonly<Record<string, string>>) =>
  ({ dimension, value }: GroupKey): DimensionValue => ({
    ...{ dimension, value },
    label: value === null ? 'Aucun' : labelIn(dimension, value, sectors),
  })

const labelIn = (dimension: Dimension, value: string, sectors: Readonly<Record<string, string>>): string =>
  dimension === 'SECTOR' ? (sectors[value] ?? value) : labelOf(tables[dimension] ?? [], value)
