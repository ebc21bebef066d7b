import {
  allowInsecureRequests,
  ClientSecretBasic,
  Configuration,
  discovery,
  enableNonRepudiationChecks,
  None,
} from 'openid-client'
import { isLoopback, type SignOnSettings } from './SignOnSettings.ts'

// Signed by a key that the provider alone holds: neither « none » nor a secret that both sides share.
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']

/** The organisation's provider as it describes itself, asked once; a failure is asked again the next time. */
export function organisationProvider(settings: SignOnSettings): () => Promise<Configuration> {
  let known: Promise<Configuration> | undefined
  return () => {
    known ??= discovered(settings).catch(error => {
      known = undefined
      throw error
    })
    return known
  }
}

async function discovered({ issuer, clientId, clientSecret }: SignOnSettings): Promise<Configuration> {
  const execute = isLoopback(issuer) ? [allowInsecureRequests] : []
  const authentication = clientSecret ? ClientSecretBasic(clientSecret) : None()
  const found = await discovery(issuer, clientId, undefined, authentication, { execute, timeout: 10 })
  const { supportsPKCE: _, ...described } = found.serverMetadata()
  const accepted = (described.id_token_signing_alg_values_supported ?? ['RS256']).filter(each =>
    algorithms.includes(each),
  )
  const configuration = new Configuration(
    { ...described, id_token_signing_alg_values_supported: accepted },
    clientId,
    undefined,
    authentication,
  )
  configuration.timeout = 10
  for (const each of execute) each(configuration)
  // The signature of what says who a person is is verified, whatever the channel it came by.
  enableNonRepudiationChecks(configuration)
  return configuration
}
