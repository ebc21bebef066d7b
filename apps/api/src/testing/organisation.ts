import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

/** What the organisation knows of a person. */
export interface Member {
  sub: string
  name?: string
  email?: string
  groups?: string[]
}

type Part = Record<string, unknown>

/** What a hostile provider puts in place of an identity token. */
export type Twist = (token: { header: Part; claims: Part; key: KeyObject }) => string

const part = (value: Part) => Buffer.from(JSON.stringify(value)).toString('base64url')
const read = (text = '') => JSON.parse(Buffer.from(text, 'base64url').toString()) as Part

/** A token signed by whoever holds the key; with a secret for key, by whoever shares it; without a key, by nobody. */
export function token(header: Part, claims: Part, key?: KeyObject | string): string {
  const told = `${part(header)}.${part(claims)}`
  if (!key) return `${told}.`
  const signature =
    typeof key === 'string'
      ? createHmac('sha256', key).update(told).digest('base64url')
      : sign('sha256', Buffer.from(told), key).toString('base64url')
  return `${told}.${signature}`
}

export const client = { id: 'bienfonde', secret: 'secret-d-essai-assez-long-pour-signer-en-hs256' }

/** A real provider on the loopback, whose login page lets in at once whoever the trial says; it may be made hostile. */
export async function organisation() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const jwk = { ...privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig', kid: 'essai' }
  const members = new Map<string, Member>()
  const state: { member: Member | undefined; twist: Twist | undefined } = { member: undefined, twist: undefined }
  const server: Server = createServer()
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const redirects: string[] = []
  const leaves: string[] = []

  const provider = () => {
    const made = new Provider(issuer, {
      clients: [
        {
          client_id: client.id,
          client_secret: client.secret,
          redirect_uris: redirects,
          post_logout_redirect_uris: leaves,
          grant_types: ['authorization_code'],
          response_types: ['code'],
        },
      ],
      jwks: { keys: [jwk] },
      cookies: { keys: ['essai'] },
      claims: { openid: ['sub', 'groups'], email: ['email'], profile: ['name'] },
      features: { devInteractions: { enabled: false } },
      pkce: { required: () => true },
      interactions: { url: (_, { uid }) => `/interaction/${uid}` },
      findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ ...members.get(sub), sub }) }),
      async loadExistingGrant({ oidc }) {
        const grant = new made.Grant({
          clientId: oidc.client?.clientId ?? '',
          accountId: oidc.account?.accountId ?? '',
        })
        grant.addOIDCScope('openid profile email')
        await grant.save()
        return grant
      },
    })
    made.use(async (ctx, next) => {
      if (ctx.path.startsWith('/interaction/')) {
        const { member } = state
        const result = member ? { login: { accountId: member.sub } } : { error: 'access_denied' }
        return made.interactionFinished(ctx.req, ctx.res, result)
      }
      await next()
      const given = ctx.body as { id_token?: string } | undefined
      if (ctx.path === '/token' && given?.id_token && state.twist) {
        const [header, claims] = given.id_token.split('.')
        ctx.body = { ...given, id_token: state.twist({ header: read(header), claims: read(claims), key: privateKey }) }
      }
    })
    return made.callback()
  }

  return {
    issuer,
    privateKey,
    /** Opens the provider to the portal at this address. */
    serves(home: string) {
      redirects.push(`${home}/sign-in/oidc/callback`)
      leaves.push(`${home}/connexion`)
      server.on('request', provider())
    },
    /** Who the login page lets in from now on; nobody when it refuses. */
    lets(member: Member | undefined) {
      state.member = member
      if (member) members.set(member.sub, member)
    },
    /** Makes the provider hostile, or honest again. */
    twists(twist?: Twist) {
      state.twist = twist
    },
    stop: () => new Promise(stopped => server.close(stopped)),
  }
}

/** A browser that keeps the cookies of each site, and goes where it is sent until it is sent no more. */
export function wanderer() {
  const jars = new Map<string, Map<string, string>>()
  const cookieOf = (address: URL) => [...(jars.get(address.host) ?? [])].map(([name, value]) => `${name}=${value}`)
  return {
    cookies: (address: string) => cookieOf(new URL(address)).join('; '),
    async goes(address: string, stop: (next: URL) => boolean = () => false): Promise<{ at: URL; status: number }> {
      let at = new URL(address)
      for (let steps = 0; steps < 12; steps++) {
        const response = await fetch(at, { redirect: 'manual', headers: { cookie: cookieOf(at).join('; ') } })
        const jar = jars.get(at.host) ?? new Map<string, string>()
        jars.set(at.host, jar)
        for (const given of response.headers.getSetCookie()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(given) ?? []
          if (value && !/expires=Thu, 01 Jan 1970/i.test(given)) jar.set(name, value)
          else jar.delete(name)
        }
        const next = response.headers.get('location')
        if (!next) return { at, status: response.status }
        at = new URL(next, at)
        if (stop(at)) return { at, status: response.status }
      }
      throw new Error('sent from place to place without end')
    },
  }
}
