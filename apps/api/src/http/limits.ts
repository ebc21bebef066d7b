import type { ApolloServerPlugin } from '@apollo/server'
import {
  type ASTVisitor,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql'
import { fieldExtensionsEstimator, getComplexity, simpleEstimator } from 'graphql-query-complexity'
import { type FieldError, inForm, notAccepted } from './fieldSentences.ts'

/** How much one request may ask. */
export const limits = {
  bodyBytes: 1_000_000,
  tokens: 2_500,
  depth: 12,
  rootFields: 20,
  aliases: 40,
  complexity: 20_000,
  pageSize: 100,
  statementMilliseconds: 10_000,
}

const tooMuch = (message: string) => new GraphQLError(message, { extensions: { code: 'TOO_COMPLEX', limit: true } })

/** Refuses a query that nests too deep, renames too much, or asks too many questions at once. */
export function shapeRule(context: ValidationContext): ASTVisitor {
  let aliases = 0
  const depthOf = (set: SelectionSetNode | undefined, inside: Set<string>): number => {
    let deepest = 0
    for (const selection of set?.selections ?? []) {
      if (selection.kind === 'Field') deepest = Math.max(deepest, 1 + depthOf(selection.selectionSet, inside))
      else if (selection.kind === 'InlineFragment') deepest = Math.max(deepest, depthOf(selection.selectionSet, inside))
      else if (!inside.has(selection.name.value)) {
        const fragment = context.getFragment(selection.name.value)
        deepest = Math.max(deepest, depthOf(fragment?.selectionSet, new Set([...inside, selection.name.value])))
      }
    }
    return deepest
  }
  return {
    Field({ alias }) {
      if (alias && ++aliases === limits.aliases + 1) context.reportError(tooMuch('La requête compte trop d’alias.'))
    },
    OperationDefinition({ selectionSet }) {
      if (selectionSet.selections.length > limits.rootFields)
        context.reportError(tooMuch('La requête pose trop de questions à la fois.'))
      if (depthOf(selectionSet, new Set()) > limits.depth)
        context.reportError(tooMuch('La requête descend trop profondément.'))
    },
  }
}

function costOf(schema: GraphQLSchema, query: DocumentNode, variables: object, operationName: string | null): number {
  try {
    return getComplexity({
      schema,
      query,
      variables,
      ...(operationName && { operationName }),
      estimators: [fieldExtensionsEstimator(), simpleEstimator({ defaultComplexity: 1 })],
    })
  } catch (error) {
    // Variables that the schema refuses: the execution refuses them too, and says which.
    if (error instanceof GraphQLError) return 0
    throw error
  }
}

/** Refuses a query whose cost, all lists counted, is beyond the limit. */
export const costLimit: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, document, request, operationName }) {
        const cost = costOf(schema, document, request.variables ?? {}, operationName)
        if (cost > limits.complexity) throw tooMuch('La requête demande trop à la fois.')
      },
    }
  },
}

// Half of a pair and the zero character are text that neither PostgreSQL nor a hash can keep faithfully.
const unkeepable = (value: string) => value.includes('\u0000') || !value.isWellFormed()

/** The fields whose text could not be written down as it came. */
export function unkeepableFields(value: unknown, path: string): FieldError[] {
  if (typeof value === 'string') return unkeepable(value) ? [{ field: inForm(path), message: notAccepted }] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => unkeepableFields(inner, path ? `${path}.${name}` : name))
}

/** Refuses text that could not be written down as it came. */
export const faithfulText: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async didResolveOperation({ request, source }) {
        const fields = unkeepableFields(request.variables ?? {}, '')
        if (unkeepable(source) || /\\u(0000|\{0+\}|[dD][89abAB])/.test(source)) {
          fields.push({ field: 'query', message: notAccepted })
        }
        if (fields.length > 0) {
          throw new GraphQLError('text', { extensions: { code: 'BAD_USER_INPUT', fields, http: { status: 400 } } })
        }
      },
    }
  },
}

/** A client that only knows `application/json` is answered 200 for a request it wrote wrong, as the specification asks. */
export const plainJsonStatus: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async willSendResponse({ request, response }) {
        const accepts = request.http?.headers.get('accept') ?? ''
        if (response.http.status !== 400 || response.body.kind !== 'single') return
        if (accepts.includes('application/graphql-response+json')) return
        const code = String(response.body.singleResult.errors?.[0]?.extensions?.code)
        if (['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'TOO_COMPLEX'].includes(code)) {
          response.http.status = 200
        }
      },
    }
  },
}
