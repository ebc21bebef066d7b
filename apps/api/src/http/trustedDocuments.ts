import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type FieldNode, Kind, parse, print, visit } from 'graphql'

/** The documents that the portal ships, by their digest. */
type TrustedDocuments = ReadonlyMap<string, string>

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }

/** The portal's cache needs the type of every object, which its documents leave out. */
const withTypes = (text: string): string =>
  print(
    visit(parse(text), {
      SelectionSet: {
        leave(set, _, parent) {
          const ofOperation = parent && 'kind' in parent && parent.kind === Kind.OPERATION_DEFINITION
          const said = set.selections.some(each => each.kind === Kind.FIELD && each.name.value === '__typename')
          return ofOperation || said ? undefined : { ...set, selections: [...set.selections, typename] }
        },
      },
    }),
  )

/** The list that was built with the portal; without one, nothing is trusted. */
function documentsOf(portal: string | undefined): TrustedDocuments {
  const list = portal && join(portal, 'operations.json')
  if (!list || !existsSync(list)) return new Map()
  const shipped = JSON.parse(readFileSync(list, 'utf8')) as Record<string, string>
  return new Map(Object.entries(shipped).map(([digest, text]) => [digest, withTypes(text)]))
}

interface Sent {
  query?: unknown
  extensions?: { document?: unknown } | null
}

/**
 * Puts the shipped document in the place of its digest. Whatever else is sent is refused before it is read, unless any
 * document is run: for development, trials and scripts.
 */
export function trustedDocuments(portal: string | undefined, anyDocument: boolean) {
  const documents = documentsOf(portal)
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const { extensions, ...sent } = (request.body ?? {}) as Sent
    const digest = extensions?.document
    const query = typeof digest === 'string' ? documents.get(digest) : undefined
    if (query !== undefined) request.body = { ...sent, query }
    else if (!anyDocument || digest !== undefined) return reply.code(400).send({ errors: [notTrusted] })
  }
}

const notTrusted = {
  message:
    'Cette requête n’est pas de celles du portail. Rechargez la page : une version nouvelle est peut-être en place.',
  extensions: { code: 'DOCUMENT_NOT_TRUSTED' },
}
