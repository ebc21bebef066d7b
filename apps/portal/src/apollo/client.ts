import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client'
import { CombinedGraphQLErrors } from '@apollo/client/errors'
import { ErrorLink } from '@apollo/client/link/error'
import { shippedDocument } from './shippedDocument.ts'

type Listener = () => void
const listeners = new Set<Listener>()

/** Calls when the server says that the session is over. */
export function onSessionOver(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const isUnauthenticated = (error: unknown): boolean =>
  CombinedGraphQLErrors.is(error) && error.errors.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED')

/** A question asked while a form is filled in sends nobody away from it. */
const isAsideOf = (operation: ApolloLink.Operation) => operation.getContext().aside === true
const isStep = (operation: ApolloLink.Operation) => operation.operationType === 'mutation' || isAsideOf(operation)

/** A step that meets a closed session keeps its draft on the page: only a question sends back to the entrance. */
const sessionWatch = new ErrorLink(({ error, operation }) => {
  if (!isUnauthenticated(error) || isStep(operation)) return
  for (const listener of listeners) listener()
})

/** Beyond this, an answer is held for lost: nobody waits for ever before a connection that hangs. */
const longestWait = 30_000

const patiently: typeof fetch = (address, options) => {
  const limits = [AbortSignal.timeout(longestWait), ...(options?.signal ? [options.signal] : [])]
  return fetch(address, { ...options, signal: AbortSignal.any(limits) })
}

const http = new HttpLink({
  uri: '/graphql',
  credentials: 'same-origin',
  headers: { 'apollo-require-preflight': '1' },
  fetch: patiently,
})

/** The one client of the portal. */
export const apollo = new ApolloClient({
  link: ApolloLink.from([sessionWatch, shippedDocument, http]),
  cache: new InMemoryCache({
    possibleTypes: {
      StepOutcome: ['StepTaken', 'StepRefused'],
      SignInOutcome: ['SignInAccepted', 'SignInRefused'],
      SecondFactorOutcome: ['SecondFactorOffer', 'SecondFactorKept', 'SecondFactorRemoved', 'SecondFactorRefused'],
      AdministrationOutcome: ['AdministrationDone', 'AdministrationRefused'],
      DiscloseIdentityOutcome: ['IdentityDisclosed', 'IdentityNotDisclosed'],
    },
    // Numbered within their dossier: without it, C1 of one dossier would be read in the place of C1 of another.
    typePolicies: { AddressedConsultation: { keyFields: false }, AddressedRecommendation: { keyFields: false } },
  }),
})
