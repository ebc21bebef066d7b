import { GraphQLError } from 'graphql'
import type { FieldError } from '../http/fieldSentences.ts'

/** What was sent cannot be accepted as it is: each field at fault with its sentence in French, never its value. */
export class InputRefused extends GraphQLError {
  constructor(fields: FieldError[]) {
    super('input', { extensions: { code: 'BAD_USER_INPUT', fields } })
  }
}
