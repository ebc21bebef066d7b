import { ApolloClient, ApolloLink, gql, InMemoryCache } from '@apollo/client'
import { of } from 'rxjs'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { shippedDocument } from './shippedDocument.ts'

describe('une question du portail', () => {
  afterEach(() => vi.unstubAllEnvs())

  async function sent(document: object) {
    let operation: ApolloLink.Operation | undefined
    const end = new ApolloLink(asked => {
      operation = asked
      return of({ data: { me: null } })
    })
    const client = new ApolloClient({
      link: ApolloLink.from([shippedDocument, end]),
      cache: new InMemoryCache(),
    })
    await client.query({ query: document as ReturnType<typeof gql> })
    return { extensions: operation?.extensions, http: operation?.getContext().http }
  }
  const question = gql('query Me { me { id } }')
  const shipped = { ...question, __meta__: { hash: 'sha256:0123' } }

  it('une fois construit, part sous son empreinte, sans son texte', async () => {
    vi.stubEnv('PROD', true)
    expect(await sent(shipped)).toEqual({
      extensions: { document: 'sha256:0123' },
      http: { includeQuery: false, includeExtensions: true },
    })
  })

  it('pendant qu’on l’écrit, ou sans empreinte, part telle quelle', async () => {
    expect((await sent(shipped)).extensions).toEqual({})
    vi.stubEnv('PROD', true)
    expect(await sent(question)).toEqual({ extensions: {}, http: undefined })
  })
})
