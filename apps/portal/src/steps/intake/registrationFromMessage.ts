import { localDateAt } from '@bienfonde/domain'
import type { OpenIncomingMessageMutation } from '../../graphql/graphql.ts'
import { emptyRegistration } from './registration.ts'
import type { UnfinishedRegistration } from './registrationDraft.ts'

/** What a message proposes to register. */
export type Proposal = OpenIncomingMessageMutation['openIncomingMessage']

/** The registration that a message begins: whoever registers rereads all of it, and writes the facts. */
export function registrationFromMessage({
  receivedOn,
  givenName,
  familyName,
  email,
  words,
}: Proposal): UnfinishedRegistration {
  const blank = emptyRegistration()
  const today = localDateAt(new Date())
  return {
    confirmation: '',
    registration: {
      ...blank,
      intakeChannel: 'EMAIL',
      receivedOn: receivedOn <= today ? receivedOn : today,
      replyChannels: email ? ['EMAIL'] : [],
      identity: { ...blank.identity, givenName, familyName, email },
      words,
    },
  }
}
