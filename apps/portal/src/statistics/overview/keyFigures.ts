import type { Unit } from '@bienfonde/domain'
import type { DefinitionsQuery } from '../../graphql/statistics/graphql.ts'
import { type PictureTable, told } from './pictureTable.ts'
import type { ShownFigures } from './questions.ts'

/** What the figures mean, and the commitments, as the endpoint says them. */
export type Meanings = DefinitionsQuery['definitions']

type Field = Exclude<keyof ShownFigures, '__typename'>
type Measure = ShownFigures[Field]

/** Which figures are read, in what order. */
const shown: readonly { title: string; fields: readonly Field[] }[] = [
  { title: 'Mouvement', fields: ['received', 'reopened', 'closed', 'open', 'overdue', 'escalations'] },
  { title: 'Engagements', fields: ['acknowledgedInTime', 'repliedInTime', 'repliedByDate'] },
  { title: 'Délais', fields: ['acknowledgement', 'reply', 'replyNet', 'closing', 'closingNet'] },
  {
    title: 'Résultats',
    fields: [
      ...(['founded', 'unfounded', 'unfoundedWithLead', 'withoutFurtherAction', 'inadmissible'] as const),
      ...(['referred', 'transferred', 'withdrawn', 'resolvedInformally'] as const),
    ],
  },
  { title: 'Levée de l’anonymat', fields: ['consentsAsked', 'consentsGranted', 'consentsRefused'] },
]

export const unitWords: Readonly<Record<Unit, string>> = { DOSSIERS: 'dossiers', MATTERS: 'motifs de plainte' }
const fixedUnits: Readonly<Record<string, string>> = {
  ...{ SHARE: '%', BUSINESS_DAYS: 'jours ouvrables (médiane)', RECOMMENDATIONS: 'recommandations' },
  ...{ CONSENTS: 'permissions', ESCALATIONS: 'recours' },
}

/** A figure as it is read: its value, its unit, what stands beside it, and what it means. */
interface KeyFigure {
  key: Field
  label: string
  value: string
  unit: string
  more: readonly string[]
  before: string
  definition: readonly string[]
  row: PictureTable['rows'][number]
}

const measured = (measure: Measure): number | null => {
  if (typeof measure === 'number') return measure
  if ('share' in measure) return measure.share === null || measure.share === undefined ? null : 100 * measure.share
  return measure.median ?? null
}

const signed = new Intl.NumberFormat('fr-CA', { maximumFractionDigits: 1, signDisplay: 'exceptZero' })

/** Beside the figure of the year before, the difference, in points for a share. */
function beforeWords(now: number | null, before: number | null, isShare: boolean): string {
  const unit = isShare ? ' %' : ''
  if (before === null) return 'Année précédente : s. o.'
  if (now === null) return `Année précédente : ${told(before)}${unit}`
  const change = signed.format(now - before)
  return `Année précédente : ${told(before)}${unit} (écart : ${change}${isShare ? ' point' : ''}${isShare && Math.abs(now - before) >= 2 ? 's' : ''})`
}

function besideOf(field: Field, measure: Measure, { acknowledgementDays, replyDays }: Meanings): string[] {
  if (typeof measure === 'number') return []
  if ('share' in measure) return [`${told(measure.count)} sur ${told(measure.of)}`]
  const commitment =
    field === 'acknowledgement' ? acknowledgementDays : field.startsWith('reply') ? replyDays : undefined
  return [
    ...(measure.counted === 0 ? [] : [`Neuf sur dix : ${told(measure.p90)} ou moins.`]),
    ...(commitment === undefined ? [] : [`Engagement : ${told(commitment)} jours ouvrables.`]),
  ]
}

/** The figures of the year and of the one before, as they are read. */
export function groupsOfFigures(
  { now, before }: { now: ShownFigures; before: ShownFigures },
  meanings: Meanings,
  unit: Unit,
): { title: string; figures: KeyFigure[] }[] {
  const figureOf = (field: Field): KeyFigure[] => {
    const meaning = meanings.indicators.find(indicator => indicator.field === field)
    if (!meaning) return []
    const [value, last] = [measured(now[field]), measured(before[field])]
    const isShare = meaning.unit === 'SHARE'
    const inUnit = fixedUnits[meaning.unit] ?? unitWords[unit]
    const [p90, lastP90] = [now[field], before[field]].map(each =>
      typeof each === 'object' && 'p90' in each ? (each.p90 ?? null) : '',
    )
    const { label, definition, population, exclusions, calendar } = meaning
    const row = { key: field, label, unit: inUnit, before: last, now: value, lastP90: lastP90 ?? '', p90: p90 ?? '' }
    return [
      {
        ...{ key: field, label, unit: value === null ? '' : inUnit, value: told(value), row },
        more: besideOf(field, now[field], meanings),
        before: beforeWords(value, last, isShare),
        definition: [
          definition,
          `Population : ${population}`,
          `Exclusions : ${exclusions}`,
          `Calendrier : ${calendar}`,
        ],
      },
    ]
  }
  return shown.map(({ title, fields }) => ({ title, figures: fields.flatMap(figureOf) }))
}

/** The same figures, as a table. */
export const figuresTable = (groups: readonly { figures: readonly KeyFigure[] }[]): PictureTable => ({
  columns: [
    { key: 'label', label: 'Indicateur', heads: true },
    { key: 'unit', label: 'Unité' },
    { key: 'before', label: 'Année précédente', numeric: true },
    { key: 'now', label: 'Exercice', numeric: true },
    { key: 'lastP90', label: 'Neuf sur dix, année précédente', numeric: true },
    { key: 'p90', label: 'Neuf sur dix, exercice', numeric: true },
  ],
  rows: groups.flatMap(({ figures }) => figures.map(({ row }) => row)),
})
