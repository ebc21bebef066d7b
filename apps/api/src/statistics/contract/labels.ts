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

/** Values of dimensions with their words; what has no table is its own words. Each value is put in words once. */
export function labelled(sectors: Readonly<Record<string, string>>): (key: GroupKey) => DimensionValue {
  const known = new Map<GroupKey, DimensionValue>()
  return key => {
    const { dimension, value } = key
    const told = known.get(key) ?? { dimension, value, label: labelIn(dimension, value, sectors) }
    known.set(key, told)
    return told
  }
}

function labelIn(dimension: Dimension, value: string | null, sectors: Readonly<Record<string, string>>): string {
  if (value === null) return 'Aucun'
  return dimension === 'SECTOR' ? (sectors[value] ?? value) : labelOf(tables[dimension] ?? [], value)
}
