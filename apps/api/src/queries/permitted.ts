import { type Act, type Actor, unlessPermitted } from '@bienfonde/domain'
import { GraphQLError } from 'graphql'
import type { Context } from '../context.ts'

/** The person who asks, if the role may do this at all; refused otherwise, before anything is read. */
export function permitted({ actor }: Context, act: Act): Actor {
  const refusal = unlessPermitted(actor, act)
  if (refusal) throw new GraphQLError(refusal, { extensions: { code: 'FORBIDDEN' } })
  return actor
}
