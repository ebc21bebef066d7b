import type { GraphQLSchema } from 'graphql'
import { buildSchema } from 'type-graphql'
import { SignInResolver } from './access/SignIn.ts'
import { AddNoteResolver } from './steps/intake/addNote.ts'

/** The published contract, made from the questions and the steps. */
export const makeSchema = (): Promise<GraphQLSchema> =>
  buildSchema({
    resolvers: [SignInResolver, AddNoteResolver],
    validate: { forbidUnknownValues: false, validationError: { target: false, value: false } },
  })
