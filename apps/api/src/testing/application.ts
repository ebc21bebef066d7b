import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { hashPassword } from '../access/password.ts'
import type { CheckpointSigner } from '../checkpoints/Checkpoint.ts'
import { makeServer, type ServerOptions } from '../server.ts'
import { openMasterKey } from '../vault/epochs.ts'
import { freshDatabase } from './freshDatabase.ts'

/** What /graphql answers. */
export interface Answer<Data = Record<string, unknown>> {
  status: number
  data: Data
  errors: { message: string; extensions: Record<string, unknown> }[] | undefined
  text: string
}

export const password = 'Essai-de-mot-de-passe-1'

/** The whole application on a real port, with its own database. */
export async function application({ signer, ...more }: Partial<ServerOptions> & { signer?: CheckpointSigner } = {}) {
  const fresh = await freshDatabase()
  const { database } = fresh
  const master = await openMasterKey(database, randomBytes(32))
  const server: FastifyInstance = await makeServer({
    database,
    master,
    checkpointing: signer && { database, signer, outlets: [] },
    anyDocument: true,
    ...more,
  })
  const url = await server.listen({ port: 0, host: '127.0.0.1' })
  const kept = hashPassword(password)

  /** A browser: it keeps the cookie it is given. */
  function visitor() {
    let cookie = ''
    return {
      get cookie() {
        return cookie
      },
      set cookie(value: string) {
        cookie = value
      },
      async ask<Data = Record<string, unknown>>(query: string, variables: object = {}, headers: object = {}) {
        const response = await fetch(`${url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...(cookie && { cookie }), ...headers },
          body: JSON.stringify({ query, variables }),
        })
        const given = response.headers.getSetCookie()[0]
        if (given) cookie = given.split(';')[0] ?? ''
        const text = await response.text()
        return { status: response.status, text, setCookie: given, ...JSON.parse(text) } as Answer<Data> & {
          setCookie: string | undefined
        }
      },
    }
  }

  return {
    url,
    server,
    database,
    master,
    visitor,
    /** Adds a person to the staff register; everyone has the same password. */
    async staff(email: string, role: string, sector: string | null = null): Promise<string> {
      const { rows } = await database.pool.query(
        'insert into staff (email, name, role, sector, password_hash) values ($1, $2, $3, $4, $5) returning id',
        [email, `Personne ${email}`, role, sector, await kept],
      )
      return rows[0].id
    },
    /** A browser in which that person has signed in. */
    async signedIn(email: string) {
      const browser = visitor()
      await browser.ask(signInMutation, { input: { email, password } })
      return browser
    },
    async stop() {
      await server.close()
      await fresh.drop()
    },
  }
}

export const signInMutation = `mutation ($input: SignInInput!) {
  signIn(input: $input) {
    __typename
    ... on SignInAccepted { me { name role sector } }
    ... on SignInRefused { code message }
  }
}`
