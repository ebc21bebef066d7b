import { type FiscalYear, fiscalYearBounds, fiscalYearLabel } from '../../calendar/fiscalYear.ts'
import type { LocalDate } from '../../calendar/localDate.ts'
import type { ServiceCommitments } from '../../tables/serviceCommitments.ts'
import { type ReportTableCode, type ReportUnit, reportRules, toOneDecimal } from './reportLines.ts'
import type { YearFigures } from './yearFigures.ts'

/** What a line of the report says: the year before, the year, and the difference. */
export interface ReportLine {
  readonly key: string
  readonly label: string
  readonly definition: string
  readonly unit: ReportUnit
  readonly part: boolean
  /** Nothing when there is nothing to measure, or when the figure is withheld. */
  readonly previous: number | null
  readonly current: number | null
  readonly variation: number | null
  /** What is withheld, lest it tell of somebody. */
  readonly previousHidden: boolean
  readonly currentHidden: boolean
}

export interface ReportTable {
  readonly code: ReportTableCode
  readonly population: string
  readonly lines: readonly ReportLine[]
}

/** The annual report on complaints, whole: it needs nothing else to be read years later. */
export interface AnnualReport {
  readonly fiscalYear: FiscalYear
  readonly label: string
  readonly previousLabel: string
  readonly from: LocalDate
  readonly to: LocalDate
  readonly rounding: string
  readonly tables: readonly ReportTable[]
}

const rounding =
  'Les nombres sont exacts. Les pourcentages et les jours sont arrondis à une décimale, la moitié vers le haut ; la variation se calcule sur les chiffres imprimés, en points pour un pourcentage. Des parts arrondies peuvent ne pas faire 100.'

/** The report of a fiscal year beside the one before, exact. */
export function annualReport(
  fiscalYear: FiscalYear,
  { previous, current }: { previous: YearFigures; current: YearFigures },
  commitments: ServiceCommitments,
): AnnualReport {
  const tables = reportRules([previous, current], commitments).map(({ code, population, lines }) => ({
    code,
    population,
    lines: lines.map(({ key, label, definition, unit, part, value }) => {
      const [before, now] = [value(previous), value(current)]
      const variation = before === null || now === null ? null : toOneDecimal(now - before)
      const shown = { previousHidden: false, currentHidden: false }
      return { key, label, definition, unit, part, previous: before, current: now, variation, ...shown }
    }),
  }))
  const labels = { label: fiscalYearLabel(fiscalYear), previousLabel: fiscalYearLabel(fiscalYear - 1) }
  return { fiscalYear, ...labels, ...fiscalYearBounds(fiscalYear), rounding, tables }
}
