import { graphql } from '../graphql/gql.ts'

/** What every step's mutation asks back: `...StepAnswer`. */
export const StepAnswer = graphql(`
  fragment StepAnswer on StepOutcome {
    __typename
    ... on StepTaken {
      id
      fileNumber
      version
      lines
      opening
    }
    ... on StepRefused {
      code
      message
      field
      passages {
        start
        end
        kind
        known
      }
    }
  }
`)
