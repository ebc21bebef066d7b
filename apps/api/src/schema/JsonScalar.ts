import { GraphQLError, GraphQLScalarType } from 'graphql'

const neverReceived = () => {
  throw new GraphQLError('Cette valeur ne se reçoit pas.')
}

/** A value whose shape the domain publishes, given as it is kept; never accepted from outside. */
export const JsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  description: 'Une valeur JSON, telle que le domaine la définit.',
  serialize: value => value,
  parseValue: neverReceived,
  parseLiteral: neverReceived,
})
