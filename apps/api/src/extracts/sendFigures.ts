import { dimensions, frenchDate, type Indicator, indicators, type LocalDate, labelOf } from '@bienfonde/domain'
import { GraphQLError, type GraphQLSchema, graphql } from 'graphql'
import { unkeepableFields } from '../http/limits.ts'
import { InputRefused } from '../schema/InputRefused.ts'
import { countedUnits } from '../statistics/contract/codes.ts'
import type { StatisticsContext } from '../statistics/StatisticsContext.ts'
import type { Extract, ExtractDoor } from './extractDoors.ts'
import type { Sheet } from './Sheet.ts'

type Cell = number | null
type Figures = Record<string, number | Record<string, Cell>>

/** The columns under which an indicator is told, each with where it stands in the answer. */
function columnsOf({ label, field, unit }: Indicator): { header: string; cell: (figures: Figures) => Cell }[] {
  const inside = (part: string) => (figures: Figures) => {
    const told = figures[field]
    return typeof told === 'object' ? (told[part] ?? null) : null
  }
  switch (unit) {
    case 'BUSINESS_DAYS':
      return [
        { header: `${label} : médiane (jours ouvrables)`, cell: inside('median') },
        { header: `${label} : neuf sur dix (jours ouvrables)`, cell: inside('p90') },
        { header: `${label} : moyenne (jours ouvrables)`, cell: inside('mean') },
        { header: `${label} : nombre`, cell: inside('counted') },
      ]
    case 'SHARE':
      return [
        { header: `${label} : nombre`, cell: inside('count') },
        { header: `${label} : sur`, cell: inside('of') },
        { header: `${label} : part (de 0 à 1)`, cell: inside('share') },
      ]
    default:
      return [{ header: label, cell: figures => (typeof figures[field] === 'number' ? figures[field] : null) }]
  }
}
const columns = indicators.flatMap(columnsOf)

const selected = indicators
  .map(({ field, unit }) =>
    unit === 'BUSINESS_DAYS'
      ? `${field} { counted median p90 mean }`
      : unit === 'SHARE'
        ? `${field} { count of share }`
        : field,
  )
  .join(' ')

/** The very question that the contract of the figures answers. */
const question = `query ($period: PeriodInput!, $unit: CountedUnit! = DOSSIERS, $groupBy: [DimensionCode!]! = [], $filter: StatisticsFilter, $asOf: LocalDate) {
  caseloadStatistics(period: $period, unit: $unit, groupBy: $groupBy, filter: $filter, asOf: $asOf) {
    unit from to knownOn
    total { ${selected} }
    groups { key { dimension label } figures { ${selected} } }
  }
}`

interface Answer {
  unit: string
  from: LocalDate
  to: LocalDate
  knownOn: LocalDate
  total: Figures
  groups: { key: { dimension: string; label: string }[]; figures: Figures }[]
}

/** `POST /files/figures`: any table of figures, as the statistics answer it, in a file. Exact: for inside use. */
export const sendFigures = (door: ExtractDoor, schema: GraphQLSchema): void =>
  door('/files/figures', async (reader, body): Promise<Extract> => {
    const { form, ...variables } = (body ?? {}) as Record<string, unknown>
    const unkeepable = unkeepableFields(variables, '')
    if (unkeepable.length > 0) throw new InputRefused(unkeepable)
    if (form !== 'CSV' && form !== 'XLSX') {
      throw new InputRefused([{ field: 'form', message: 'Il faut CSV ou XLSX.' }])
    }
    const answer = await answered(schema, reader, variables)
    return { sheet: figuresSheet(answer), name: `chiffres-${answer.from}-${answer.to}`, form }
  })

async function answered(
  schema: GraphQLSchema,
  contextValue: StatisticsContext,
  variableValues: Record<string, unknown>,
) {
  const { data, errors } = await graphql({ schema, source: question, contextValue, variableValues })
  const [error] = errors ?? []
  if (error) {
    const known = error.extensions.code ?? (error.path ? undefined : 'BAD_USER_INPUT')
    throw known
      ? new GraphQLError(error.message, { extensions: { ...error.extensions, code: known } })
      : (error.originalError ?? error)
  }
  return data?.caseloadStatistics as unknown as Answer
}

function figuresSheet({ unit, from, to, knownOn, total, groups: found }: Answer): Sheet {
  // Without a dimension, the one group is the whole, which has its own line.
  const groups = found.filter(({ key }) => key.length > 0)
  const by = (groups[0]?.key ?? []).map(({ dimension }) => labelOf(dimensions, dimension))
  const cells = (figures: Figures) => columns.map(({ cell }) => cell(figures))
  return {
    name: 'Chiffres',
    header: [...by, ...columns.map(({ header }) => header)],
    rows: [
      ...groups.map(({ key, figures }) => [...key.map(({ label }) => label), ...cells(figures)]),
      [...by.map((_, at) => (at === 0 ? 'Ensemble' : '')), ...cells(total)],
    ],
    notes: [
      `Du ${frenchDate(from)} au ${frenchDate(to)}, en ${labelOf(countedUnits, unit).toLowerCase()}, avec ce qui était connu le ${frenchDate(knownOn)}.`,
      'Chiffres exacts, pour l’usage du Secrétariat : ne les publiez pas. Ce qui se publie vient du rapport annuel.',
      'Une dimension à plusieurs valeurs compte un motif sous chacune : la somme des lignes peut dépasser l’ensemble.',
      ...indicators.map(({ label, definition, population }) => `${label} : ${definition} Population : ${population}`),
    ],
  }
}
