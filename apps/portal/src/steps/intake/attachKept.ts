import { apollo } from '../../apollo/client.ts'
import { graphql } from '../../graphql/gql.ts'
import { freshUuid } from '../freshUuid.ts'
import type { Proposal } from './registrationFromMessage.ts'

const AttachKeptMutation = graphql(`
  mutation AttachKept($dossier: DossierRef!, $input: AttachDocumentInput!) {
    attachDocument(dossier: $dossier, input: $input) {
      ...StepAnswer
    }
  }
`)
const SettleRegisteredMutation = graphql(`
  mutation SettleRegistered($id: ID!, $registeredAs: ID) {
    settleIncomingMessage(id: $id, registeredAs: $registeredAs)
  }
`)

/** Attaches to a dossier the documents that came with its message; gives how many could not be. */
export async function attachKept(
  dossier: { id: string; version: number },
  documents: Proposal['documents'],
): Promise<number> {
  let { version } = dossier
  let left = documents.length
  for (const [at, { id }] of documents.entries()) {
    const reference = { id: dossier.id, expectedVersion: version, idempotencyKey: freshUuid(), confirmation: null }
    const description = `Document ${at + 1} du courriel reçu`
    const answer = await apollo
      .mutate({
        mutation: AttachKeptMutation,
        variables: { dossier: reference, input: { attachment: id, description } },
        fetchPolicy: 'no-cache',
      })
      .then(
        ({ data }) => data?.attachDocument,
        () => undefined,
      )
    if (answer?.__typename !== 'StepTaken') return left
    version = answer.version
    left -= 1
  }
  return left
}

/** Tells that the message of the mailbox is registered: its copy is destroyed. */
export const settleRegistered = (id: string, dossier: string) =>
  apollo.mutate({
    mutation: SettleRegisteredMutation,
    variables: { id, registeredAs: dossier },
    fetchPolicy: 'no-cache',
  })
