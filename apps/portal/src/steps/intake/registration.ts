import {
  type IntakeChannel,
  identityTokens,
  type Language,
  localDateAt,
  type MatterContent,
  type Recognises,
  type RegisterComplaint,
  type ReplyChannel,
} from '@bienfonde/domain'
import type { RegisterComplaintInput } from '../../graphql/graphql.ts'
import { emptyMatter } from './emptyMatter.ts'
import { emptyIdentity, type IdentityDraft, identityInput, isWritten } from './identityDraft.ts'
import { type RepresentativeDraft, representativeDraft } from './representativeDraft.ts'

/** A complaint while it is written down, its identity apart from the rest. */
export interface Registration {
  intakeChannel: IntakeChannel
  receivedOn: string
  anonymous: boolean
  replyChannels: ReplyChannel[]
  language: Language
  factsKnownOn: string
  identity: IdentityDraft
  represented: boolean
  representative: RepresentativeDraft
  words: string
  matters: MatterContent[]
}

export const emptyRegistration = (): Registration => ({
  intakeChannel: 'PHONE',
  receivedOn: localDateAt(new Date()),
  anonymous: false,
  replyChannels: [],
  language: 'FR',
  factsKnownOn: '',
  identity: emptyIdentity(),
  represented: false,
  representative: representativeDraft(),
  words: '',
  matters: [emptyMatter()],
})

/** What is left out of the form for an anonymous person is left out of what is sent. */
function identityOf({ identity, anonymous, replyChannels }: Registration): IdentityDraft | null {
  const { email, telephone, street, city, postalCode } = identity
  const kept = anonymous ? { ...emptyIdentity(), email, telephone, street, city, postalCode } : identity
  return isWritten(kept) && !(anonymous && replyChannels.length === 0) ? kept : null
}

/** Knows the words of the identity that is being written, so that they are seen in the facts before anything is sent. */
export function recognisesIn(draft: Registration): Recognises {
  const { givenName, familyName, email, telephone, street, postalCode, numbers } = draft.identity
  const given = (...values: string[]) => values.filter(value => value.trim())
  const tokens = new Set(
    identityTokens({
      names: given([givenName, familyName].filter(Boolean).join(' ')),
      emails: given(email),
      telephones: given(telephone),
      postalCodes: given(postalCode),
      addresses: given(street),
      numbers: given(...numbers.split(/[\n,;]/)),
    }),
  )
  return token => tokens.has(token)
}

/** The command as the rule sees it here: of what is sealed, only that it is there. */
export function registrationCommand(draft: Registration): RegisterComplaint {
  const { identity: _, represented, representative, words, ...rest } = draft
  const { capacity, authority } = representative
  return {
    ...rest,
    fileNumber: '',
    identity: identityOf(draft) ? 'sealed' : null,
    representative: represented ? { capacity, authority } : null,
    words: words.trim() ? 'sealed' : '',
  }
}

/** The input of the mutation: what goes to the vault included. */
export function registrationInput(draft: Registration): RegisterComplaintInput {
  const { represented, representative, factsKnownOn, ...rest } = draft
  const identity = identityOf(draft)
  return {
    ...rest,
    factsKnownOn: factsKnownOn || null,
    identity: identity && identityInput(identity),
    representative: represented ? representative : null,
  }
}
