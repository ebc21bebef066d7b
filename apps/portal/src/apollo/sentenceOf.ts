import { CombinedGraphQLErrors } from '@apollo/client/errors'

/** What is wrong with one field of what was sent. */
export interface FieldProblem {
  readonly field: string
  readonly message: string
}

/** The fields that the server cannot read as they are, if that is why it refused. */
export const fieldsRefused = (error: unknown): readonly FieldProblem[] =>
  CombinedGraphQLErrors.is(error)
    ? error.errors.flatMap(({ extensions }) => (extensions?.fields as FieldProblem[] | undefined) ?? [])
    : []

/** What a person reads when a request failed: the server's own sentence, or that the server did not answer. */
export function sentenceOf(error: unknown): string {
  if (CombinedGraphQLErrors.is(error)) return error.errors[0]?.message ?? 'Une erreur inattendue est survenue.'
  return 'Le serveur ne répond pas. Vérifiez votre connexion, puis réessayez.'
}
