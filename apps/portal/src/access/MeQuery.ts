import { graphql } from '../graphql/gql.ts'

export const MeQuery = graphql(`
  query Me {
    me {
      id
      name
      email
      role
      sector
      organisation
    }
  }
`)
