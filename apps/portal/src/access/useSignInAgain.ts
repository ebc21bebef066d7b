import { reactive, ref, toRefs, watch } from 'vue'
import { sentenceOf } from '../apollo/sentenceOf.ts'
import { useMutation } from '../apollo/useMutation.ts'
import { graphql } from '../graphql/gql.ts'
import type { StepInProgress } from '../steps/useStep.ts'
import { session } from './session.ts'

const SignInAgainMutation = graphql(`
  mutation SignInAgain($input: SignInInput!) {
    signIn(input: $input) {
      __typename
      ... on SignInRefused {
        code
        message
      }
    }
  }
`)

/** Asks for the password beside a step that wants it recent, and takes the step with it: what is written stays. */
export function useSignInAgain(step: StepInProgress) {
  const asked = ref(false)
  const password = ref('')
  const code = ref('')
  /** The account asks for a code besides the password. */
  const coding = ref(false)
  const refusal = ref<string>()
  const { send, pending, error } = useMutation(SignInAgainMutation)

  watch(
    () => step.refusal?.code,
    code => {
      if (code === 'SIGN_IN_NOT_RECENT') asked.value = true
    },
  )

  async function signInAgain(): Promise<boolean> {
    const given = password.value
    if (!given) {
      refusal.value = 'Écrivez votre mot de passe.'
      return false
    }
    const input = { email: session.person.value?.email ?? '', password: given, code: coding.value ? code.value : null }
    const refused = (await send({ input }))?.signIn
    code.value = ''
    const asks = refused?.__typename === 'SignInRefused' && /^SECOND_FACTOR_(REQUIRED|WRONG)$/.test(refused.code)
    coding.value ||= asks
    // The password was right: it is not to be written twice.
    if (!asks) password.value = ''
    refusal.value = !refused
      ? sentenceOf(error.value)
      : refused.__typename === 'SignInRefused'
        ? refused.message
        : undefined
    asked.value = refusal.value !== undefined
    return !asked.value
  }

  async function submit() {
    const local = !session.person.value?.organisation
    if (pending.value || (local && asked.value && !(await signInAgain()))) return
    await step.submit()
  }
  return {
    form: reactive({ ...toRefs(step), submit }) as StepInProgress,
    again: reactive({ asked, password, code, coding, refusal }),
  }
}
