import { isLocalDate, type LocalDate } from '@bienfonde/domain'
import { GraphQLError, GraphQLScalarType } from 'graphql'

const localDate = (value: unknown): LocalDate => {
  if (isLocalDate(value)) return value
  throw new GraphQLError('Cette date n’est pas valide.')
}

/** A day without time or time zone. */
export const LocalDateScalar = new GraphQLScalarType<LocalDate, LocalDate>({
  name: 'LocalDate',
  description: 'Un jour, AAAA-MM-JJ, sans heure ni fuseau.',
  serialize: localDate,
  parseValue: localDate,
  parseLiteral: node => localDate(node.kind === 'StringValue' ? node.value : undefined),
})

const instant = (value: unknown): string => {
  const moment = value instanceof Date ? value : new Date(String(value))
  if (Number.isNaN(moment.getTime())) throw new GraphQLError('Ce moment n’est pas valide.')
  return moment.toISOString()
}

/** A moment, as the journal stamps it. */
export const InstantScalar = new GraphQLScalarType<string, string>({
  name: 'Instant',
  description: 'Un moment, ISO 8601 en temps universel.',
  serialize: instant,
  parseValue: instant,
  parseLiteral: node => instant(node.kind === 'StringValue' ? node.value : undefined),
})
