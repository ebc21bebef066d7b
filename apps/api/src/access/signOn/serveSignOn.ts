import type { SignOnRefusal } from '@bienfonde/domain'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  AuthorizationResponseError,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  fetchUserInfo,
  ResponseBodyError,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import type { Logger } from 'pino'
import type { Database } from '../../database/Database.ts'
import type { MasterKey } from '../../vault/keys.ts'
import { sessionCookie } from '../cookie.ts'
import { openSession } from '../session.ts'
import { claimedPerson, saysAll } from './claimedPerson.ts'
import { endSessionsOfSubject, organisationAccount } from './organisationAccount.ts'
import { type Pending, pendingSignOn } from './pending.ts'
import { organisationProvider } from './provider.ts'
import type { SignOnSettings } from './SignOnSettings.ts'

interface Door {
  settings: SignOnSettings
  database: Database
  master: MasterKey
  secure: boolean
  publicUrl: string | undefined
  log: Logger
  now: () => Date
}

/** A person who proved who they are longer ago than this proves it again, in seconds. */
const oldestProof = 12 * 3_600

/**
 * `GET /sign-in/oidc` goes to the organisation's provider; it sends back to `/sign-in/oidc/callback`, which opens the
 * session. `GET /sign-out/oidc` closes the provider's own, once Bienfondé's is closed.
 */
export async function serveSignOn(server: FastifyInstance, door: Door): Promise<void> {
  const { settings, database, master, secure, publicUrl, log, now } = door
  const provider = organisationProvider(settings)
  const homeOf = ({ headers }: FastifyRequest) => new URL(publicUrl ?? `http://${headers.host}`).origin
  const callbackOf = (request: FastifyRequest) => `${homeOf(request)}/sign-in/oidc/callback`
  const refuse = (reply: FastifyReply, refusal: SignOnRefusal, back = '/') =>
    reply.redirect(`/connexion?${new URLSearchParams({ refus: refusal, ...(back !== '/' && { retour: back }) })}`, 303)
  const failed = (reply: FastifyReply, error: unknown, back?: string) => {
    // A code, and nothing that the provider or the browser sent.
    log.warn({ failure: failureCode(error) }, 'sign-on refused')
    return refuse(reply, refusalOf(error), back)
  }

  server.get('/sign-in/oidc', async (request, reply) => {
    reply.header('cache-control', 'no-store')
    const asked = request.query as { retour?: unknown; again?: unknown }
    const back = ownAddress(asked.retour, homeOf(request))
    try {
      const configuration = await provider()
      const pending: Pending = {
        state: randomState(),
        nonce: randomNonce(),
        verifier: randomPKCECodeVerifier(),
        back,
        session: sessionCookie(request, reply, secure).value,
        at: now().getTime(),
      }
      const address = buildAuthorizationUrl(configuration, {
        redirect_uri: callbackOf(request),
        scope: settings.scope,
        state: pending.state,
        nonce: pending.nonce,
        code_challenge: await calculatePKCECodeChallenge(pending.verifier),
        code_challenge_method: 'S256',
        max_age: String(oldestProof),
        ...(asked.again !== undefined && { prompt: 'login' }),
      })
      pendingSignOn(request, reply, master, secure).begin(pending)
      return reply.redirect(address.href, 303)
    } catch (error) {
      return failed(reply, error, back)
    }
  })

  server.get('/sign-in/oidc/callback', async (request, reply) => {
    reply.header('cache-control', 'no-store')
    const pending = pendingSignOn(request, reply, master, secure).end(now())
    const answer = new URL(request.url, homeOf(request)).searchParams
    if (!pending || answer.get('state') !== pending.state) return refuse(reply, 'SIGN_ON_INTERRUPTED')
    try {
      const configuration = await provider()
      const proven = await provenPerson(configuration, new URL(`${callbackOf(request)}?${answer}`), pending)
      const who = { issuer: settings.issuer.href, subject: proven.subject }
      const claims = saysAll(proven.claims, settings) ? proven.claims : await proven.more()
      const person = claimedPerson(claims, settings)
      if (typeof person === 'string') {
        await endSessionsOfSubject(database.ask, who)
        return refuse(reply, person, pending.back)
      }
      const session = await database.transaction(
        async ask => {
          const account = await organisationAccount(ask, now(), who, person)
          if (typeof account === 'string') return { refusal: account }
          return { id: await openSession(ask, account.id, pending.session, { proven: proven.at }) }
        },
        opened => 'id' in opened,
      )
      if ('refusal' in session) return refuse(reply, session.refusal, pending.back)
      sessionCookie(request, reply, secure).give(session.id)
      return reply.redirect(pending.back, 303)
    } catch (error) {
      return failed(reply, error, pending.back)
    }
  })

  server.get('/sign-out/oidc', async (request, reply) => {
    const home = homeOf(request)
    try {
      const parameters = { client_id: settings.clientId, post_logout_redirect_uri: `${home}/connexion` }
      return reply.redirect(buildEndSessionUrl(await provider(), parameters).href, 303)
    } catch {
      return reply.redirect('/connexion', 303)
    }
  })
}

/** Who the provider proves a person to be: since when, and what it says of them. */
async function provenPerson(configuration: Configuration, address: URL, { state, nonce, verifier }: Pending) {
  const tokens = await authorizationCodeGrant(configuration, address, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    maxAge: oldestProof,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (!claims) throw new Error('no identity token')
  return {
    subject: claims.sub,
    at: new Date((claims.auth_time ?? 0) * 1_000),
    claims,
    more: async () => ({
      ...(configuration.serverMetadata().userinfo_endpoint &&
        (await fetchUserInfo(configuration, tokens.access_token, claims.sub))),
      ...claims,
    }),
  }
}

/** An address of this portal; anything else leads to its entrance. */
function ownAddress(asked: unknown, home: string): string {
  if (typeof asked !== 'string' || !URL.canParse(asked, home)) return '/'
  const { origin, pathname, search, hash } = new URL(asked, home)
  return origin === home && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : '/'
}

const unreachable = ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT']

/** The code of what caused a failure, as near its origin as one is told. */
function failureCode(error: unknown): string {
  let told = error instanceof Error ? error.name : 'unknown'
  for (let each = error; each instanceof Error; each = each.cause) {
    const { code, name } = each as Error & { code?: unknown }
    if (name === 'TimeoutError') return 'ETIMEDOUT'
    if (typeof code === 'string') told = code
  }
  return told
}

function refusalOf(error: unknown): SignOnRefusal {
  if (unreachable.includes(failureCode(error))) return 'SIGN_ON_UNREACHABLE'
  if (error instanceof AuthorizationResponseError) return 'SIGN_ON_REFUSED'
  // The provider does not honour the code: used already, or too old.
  if (error instanceof ResponseBodyError) return 'SIGN_ON_INTERRUPTED'
  return 'SIGN_ON_NOT_TRUSTED'
}
