import { randomUUID } from 'node:crypto'
import { unwrapResolverError } from '@apollo/server/errors'
import type { ValidationError } from 'class-validator'
import type { GraphQLFormattedError } from 'graphql'
import type { Logger } from 'pino'
import { coercionError, type FieldError, fieldErrors } from './fieldSentences.ts'

/** What may be said of a failure in the log: its kind and where it happened, never the values it met. */
export function failureForLog(error: unknown): object {
  if (!(error instanceof Error)) return { kind: typeof error }
  const code = 'code' in error ? String(error.code) : undefined
  const frames = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line))
  return { kind: error.name, code, frames: frames.slice(0, 12).map(line => line.trim()) }
}

const refused = (code: string, message: string, more: object = {}) => ({ message, extensions: { code, ...more } })

const invalid = (fields: FieldError[]) =>
  refused('BAD_USER_INPUT', 'Certains renseignements ne sont pas acceptés.', { fields })

/** Sentences of graphql that name nothing but the schema: they help whoever writes a query. */
const harmless =
  /^(Cannot query field|Unknown (argument|type|fragment)|Field|Variable|Fragment|Argument)[\w\s$".!,[\]{}]*\.?$/

/** Turns every error into a French sentence with a code; input, SQL and stack never leave. */
export const errorFormatter =
  (log: Logger) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const { message, extensions = {}, path, locations } = formatted
    const place = { ...(path && { path }), ...(locations && { locations }) }
    switch (extensions.code) {
      case 'BAD_USER_INPUT':
        if (extensions.fields) return { ...invalid(extensions.fields as FieldError[]), ...place }
        if (extensions.validationErrors) {
          return { ...invalid(fieldErrors(extensions.validationErrors as ValidationError[])), ...place }
        }
        return { ...invalid([coercionError(message)]), ...place }
      case 'GRAPHQL_PARSE_FAILED':
        return refused('GRAPHQL_PARSE_FAILED', 'La requête n’est pas du GraphQL valide, ou elle est trop longue.')
      case 'GRAPHQL_VALIDATION_FAILED':
        if (extensions.limit) return refused('TOO_COMPLEX', message)
        return {
          ...refused(
            'GRAPHQL_VALIDATION_FAILED',
            `La requête n’est pas conforme au schéma publié${harmless.test(message) ? ` : ${message}` : '.'}`,
          ),
          ...place,
        }
      case 'UNAUTHENTICATED':
        return { ...refused('UNAUTHENTICATED', 'Ouvrez une session pour continuer.'), ...place }
      case 'UNAUTHORIZED':
      case 'FORBIDDEN':
        return { ...refused('FORBIDDEN', 'Votre rôle ne donne pas accès à ceci.'), ...place }
      case 'TOO_COMPLEX':
        return refused('TOO_COMPLEX', message)
      case 'BAD_REQUEST':
        return refused('BAD_REQUEST', 'La requête n’est pas formée comme il se doit.')
      case 'OPERATION_RESOLUTION_FAILURE':
        return refused('OPERATION_RESOLUTION_FAILURE', 'L’opération demandée n’est pas dans la requête.')
      default: {
        const reference = randomUUID()
        log.error({ reference, path, failure: failureForLog(unwrapResolverError(error)) }, 'unexpected error')
        return { ...unexpected(reference), ...(path && { path }) }
      }
    }
  }

/** What a person reads when something failed that nobody foresaw. */
export const unexpected = (reference: string) =>
  refused(
    'INTERNAL_SERVER_ERROR',
    `Une erreur inattendue est survenue. Rien n’a été enregistré. Si elle se répète, donnez cette référence au soutien technique : ${reference}`,
    { reference },
  )
