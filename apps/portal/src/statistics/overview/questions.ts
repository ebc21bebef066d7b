import { graphql } from '../../graphql/statistics/gql.ts'
import type { OverviewFiguresFragment } from '../../graphql/statistics/graphql.ts'

/** A set of figures, as the overview reads it before any picture. */
export type ShownFigures = OverviewFiguresFragment

/** The questions of the overview, as the statistics endpoint is asked them and as they can be copied. */
export const FiguresQuery = graphql(`
  query Figures(
    $period: PeriodInput!
    $before: PeriodInput!
    $unit: CountedUnit!
    $filter: StatisticsFilter
    $asOf: LocalDate
  ) {
    now: caseloadStatistics(period: $period, unit: $unit, filter: $filter, asOf: $asOf) {
      total {
        ...OverviewFigures
      }
    }
    before: caseloadStatistics(period: $before, unit: $unit, filter: $filter, asOf: $asOf) {
      total {
        ...OverviewFigures
      }
    }
  }

  fragment OverviewFigures on CaseloadFigures {
    received
    reopened
    closed
    open
    overdue
    escalations
    founded
    unfounded
    unfoundedWithLead
    withoutFurtherAction
    inadmissible
    referred
    transferred
    withdrawn
    resolvedInformally
    consentsAsked
    consentsGranted
    consentsRefused
    acknowledgedInTime {
      count
      of
      share
    }
    repliedInTime {
      count
      of
      share
    }
    repliedByDate {
      count
      of
      share
    }
    acknowledgement {
      counted
      median
      p90
    }
    reply {
      counted
      median
      p90
    }
    replyNet {
      counted
      median
      p90
    }
    closing {
      counted
      median
      p90
    }
    closingNet {
      counted
      median
      p90
    }
  }
`)

export const DefinitionsQuery = graphql(`
  query Definitions {
    definitions {
      acknowledgementDays
      replyDays
      indicators {
        field
        label
        unit
        definition
        population
        exclusions
        calendar
      }
    }
  }
`)

export const FlowQuery = graphql(`
  query Flow($period: PeriodInput!, $unit: CountedUnit!, $filter: StatisticsFilter, $asOf: LocalDate) {
    caseloadFlow(period: $period, unit: $unit, filter: $filter, asOf: $asOf) {
      openAtStart
      received
      reopened
      closed
      openAtEnd
      dispositions {
        outcome
        count
      }
    }
  }
`)

export const TrendQuery = graphql(`
  query Trend($period: PeriodInput!, $unit: CountedUnit!, $filter: StatisticsFilter, $asOf: LocalDate) {
    timeSeries(period: $period, grain: MONTH, unit: $unit, filter: $filter, asOf: $asOf) {
      from
      figures {
        received
        reopened
        closed
        open
        overdue
      }
    }
  }
`)

export const DelaysQuery = graphql(`
  query Delays($period: PeriodInput!, $unit: CountedUnit!, $filter: StatisticsFilter, $asOf: LocalDate) {
    timeSeries(period: $period, grain: MONTH, unit: $unit, filter: $filter, asOf: $asOf) {
      from
      figures {
        acknowledgement {
          counted
          median
          p90
        }
        replyNet {
          counted
          median
          p90
        }
      }
    }
  }
`)

export const CriteriaQuery = graphql(`
  query Criteria($period: PeriodInput!, $unit: CountedUnit!, $filter: StatisticsFilter, $asOf: LocalDate) {
    caseloadStatistics(period: $period, groupBy: [CRITERION], unit: $unit, filter: $filter, asOf: $asOf) {
      total {
        founded
      }
      groups {
        key {
          value
        }
        figures {
          founded
        }
      }
    }
  }
`)

export const SectorsQuery = graphql(`
  query SectorResults($period: PeriodInput!, $unit: CountedUnit!, $filter: StatisticsFilter, $asOf: LocalDate) {
    caseloadStatistics(period: $period, groupBy: [SECTOR, OUTCOME], unit: $unit, filter: $filter, asOf: $asOf) {
      groups {
        key {
          value
          label
        }
        figures {
          closed
        }
      }
    }
  }
`)

export const BacklogQuery = graphql(`
  query BacklogAge($on: LocalDate!, $unit: CountedUnit!, $filter: StatisticsFilter, $asOf: LocalDate) {
    backlogAge(on: $on, unit: $unit, filter: $filter, asOf: $asOf) {
      open
      overdue
      classes {
        age
        count
      }
      age {
        median
        p90
      }
    }
  }
`)

export const RecommendationsQuery = graphql(`
  query Recommendations($period: PeriodInput!, $before: PeriodInput!, $filter: StatisticsFilter, $asOf: LocalDate) {
    now: caseloadStatistics(period: $period, filter: $filter, asOf: $asOf) {
      total {
        ...RecommendationFigures
      }
    }
    before: caseloadStatistics(period: $before, filter: $filter, asOf: $asOf) {
      total {
        ...RecommendationFigures
      }
    }
  }

  fragment RecommendationFigures on CaseloadFigures {
    recommendationsFormulated
    recommendationsAccepted
    recommendationsRefused
    recommendationsCarriedOut
    recommendationsOpen
    recommendationsOverdue
  }
`)
