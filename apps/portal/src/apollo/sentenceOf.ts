import { CombinedGraphQLErrors } from '@apollo/client/errors'

interface Fields {
  fields?: { field?: string; message: string }[]
}

/** What a person reads when a request failed: the server's own sentence, or that the server did not answer. */
export function sentenceOf(error: unknown): string {
  if (!CombinedGraphQLErrors.is(error)) return 'Le serveur ne répond pas. Vérifiez votre connexion, puis réessayez.'
  const [first] = error.errors
  const fields = (first?.extensions as Fields | undefined)?.fields ?? []
  const said = [first?.message, ...fields.map(({ message }) => message)].filter(Boolean)
  return said.join(' ') || 'Une erreur inattendue est survenue.'
}
