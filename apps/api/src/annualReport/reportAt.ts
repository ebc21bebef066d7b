import {
  type AnnualReport,
  annualReport,
  type FiscalYear,
  type LocalDate,
  type PublishedBefore,
  type PublishedReport,
  publishedReport,
} from '@bienfonde/domain'
import type { Moment } from '../statistics/Statistics.ts'
import { yearFigures } from './yearFigures.ts'

/** The annual report as it was known on an evening, and the same as it may be published after earlier editions. */
export interface ReportAt {
  report: AnnualReport
  published(earlier: readonly PublishedBefore[]): PublishedReport
}

/** Counts the annual report at a moment; every figure of it is of that one moment. */
export function reportAt(moment: Moment, fiscalYear: FiscalYear, asOf: LocalDate | null): ReportAt {
  const { commitments, smallCells } = moment.settings
  const years = {
    previous: yearFigures(moment, fiscalYear - 1, asOf),
    current: yearFigures(moment, fiscalYear, asOf),
  }
  const report = annualReport(fiscalYear, years, commitments)
  return {
    report,
    published: earlier => publishedReport(report, years, commitments, smallCells.threshold, earlier),
  }
}
