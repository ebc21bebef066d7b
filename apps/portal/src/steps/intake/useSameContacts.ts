import { computed, reactive, shallowRef } from 'vue'
import { fieldsRefused } from '../../apollo/sentenceOf.ts'
import { useMutation } from '../../apollo/useMutation.ts'
import { graphql } from '../../graphql/gql.ts'
import type { SeekSameContactsMutation as Sought } from '../../graphql/graphql.ts'
import type { IdentityDraft } from './identityDraft.ts'

const SeekSameContactsMutation = graphql(`
  mutation SeekSameContacts($input: IdentityInput!) {
    seekSameContacts(input: $input) {
      id
      fileNumber
    }
  }
`)

/** Asks whether the person of a registration has dossiers already; each search is recorded, so the same one is made once. */
export function useSameContacts(identity: () => IdentityDraft, anonymous: () => boolean) {
  const { send, error } = useMutation(SeekSameContactsMutation)
  const found = shallowRef<Sought['seekSameContacts']>([])
  let asked = ''

  async function seek(): Promise<void> {
    const { givenName, familyName, email, telephone, postalCode } = identity()
    const named = givenName.trim() && familyName.trim() && postalCode.trim()
    if (anonymous() || !(email.trim() || telephone.trim() || named)) {
      asked = ''
      found.value = []
      return
    }
    const input = { givenName, familyName, email, telephone, postalCode }
    const content = JSON.stringify(input)
    if (content === asked) return
    asked = content
    const answer = await send({ input })
    if (asked !== content) return
    found.value = answer?.seekSameContacts ?? []
    if (!answer && fieldsRefused(error.value).length === 0) asked = ''
  }

  return reactive({
    found,
    /** Why the search was not made; what is badly written is said when the complaint is sent. */
    refused: computed(() => fieldsRefused(error.value).find(({ field }) => field === 'identity')?.message),
    seek,
  })
}
