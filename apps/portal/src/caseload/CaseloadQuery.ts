import { graphql } from '../graphql/gql.ts'
import type { CaseloadQuery as CaseloadAnswer } from '../graphql/graphql.ts'

/** A page of the list, reached from the one before or from far away. */
export const CaseloadQuery = graphql(`
  query Caseload($filter: CaseloadFilter, $sort: CaseloadSort!, $first: Int!, $after: String, $skip: Int!, $counted: Boolean!) {
    caseload(filter: $filter, sort: $sort, first: $first, after: $after, skip: $skip) {
      total @include(if: $counted)
      next
      rows {
        id
        fileNumber
        phase
        receivedOn
        replyDueOn
        dueState
        anonymous
        officerName
        subjects
        outcomes
        sectors
        intakeChannel
        language
        matters
        acknowledgementDueOn
        acknowledgedOn
        closedOn
        informed
        escalated
        changedAt
        excerpt
        passage {
          text
          hit
        }
      }
    }
  }
`)

export type CaseloadRow = CaseloadAnswer['caseload']['rows'][number]

/** How many dossiers a filter retains. */
export const CaseloadTotalQuery = graphql(`
  query CaseloadTotal($filter: CaseloadFilter) {
    caseload(filter: $filter, first: 1) {
      total
    }
  }
`)
