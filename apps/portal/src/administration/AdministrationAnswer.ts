import { graphql } from '../graphql/gql.ts'

/** What every change of administration asks back: `...AdministrationAnswer`. */
export const AdministrationAnswer = graphql(`
  fragment AdministrationAnswer on AdministrationOutcome {
    __typename
    ... on AdministrationDone {
      line
      temporaryPassword
      token
      moved
    }
    ... on AdministrationRefused {
      refusals {
        code
        message
        field
      }
      meanwhile {
        seq
        at
        byName
        type
        before
        after
      }
    }
  }
`)
