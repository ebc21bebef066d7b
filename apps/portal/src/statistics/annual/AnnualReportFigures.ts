import { graphql } from '../../graphql/gql.ts'
import type { AnnualReportFiguresFragment } from '../../graphql/graphql.ts'

/** What every reading of the annual report asks for: `...AnnualReportFigures`. */
graphql(`
  fragment AnnualReportFigures on AnnualReportEntry {
    fiscalYear
    label
    previousLabel
    from
    to
    rounding
    tables {
      code
      population
      lines {
        key
        label
        definition
        unit
        part
        previous
        current
        variation
        previousHidden
        currentHidden
      }
    }
  }
`)

export type ShownReport = AnnualReportFiguresFragment
export type ShownLine = ShownReport['tables'][number]['lines'][number]
