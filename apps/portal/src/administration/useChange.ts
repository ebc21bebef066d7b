import type { TypedDocumentNode } from '@apollo/client'
import { type AdministrationRefusal, administrationSentence } from '@bienfonde/domain'
import type { ResultOf } from '@graphql-typed-document-node/core'
import { computed, nextTick, reactive, ref, shallowRef, useId } from 'vue'
import { apollo, isUnauthenticated } from '../apollo/client.ts'
import { type FieldProblem, fieldsRefused, sentenceOf } from '../apollo/sentenceOf.ts'
import type { AdministrationAnswer } from './AdministrationAnswer.ts'

type Outcome = ResultOf<typeof AdministrationAnswer>
export type Done = Extract<Outcome, { __typename: 'AdministrationDone' }>
export type Meanwhile = Extract<Outcome, { __typename: 'AdministrationRefused' }>['meanwhile'][number]

/** A change of administration: what is written, up to which line it was seen, and what follows once it is made. */
interface Change<Variables> {
  /** What the person writes; what differs from the beginning is not sent yet. */
  written: () => unknown
  /** The last line of the journal that the person had seen on this subject. */
  seen?: () => number
  /** What the domain refuses on this side, before anything is sent. */
  flaws: () => readonly AdministrationRefusal[]
  variables: (seen: number) => Variables
  /** What must be shown before the change is made: false when it has just been. */
  prepare?: () => Promise<boolean>
  done: (answer: Done) => void | Promise<void>
}

/** Makes a change of administration from a form: the domain's rule is asked first, then the server decides. */
export function useChange<Variables>(
  mutation: TypedDocumentNode<object, Variables>,
  { written, seen = () => 0, flaws, variables, prepare, done }: Change<Variables>,
) {
  const prefix = useId()
  const refusals = shallowRef<readonly (Omit<FieldProblem, 'field'> & { field?: string | undefined })[]>([])
  const meanwhile = shallowRef<readonly Meanwhile[]>([])
  const failure = ref<string>()
  const signedOut = ref(false)
  const pending = ref(false)
  const present = () => JSON.stringify(written())
  const blank = ref(present())

  async function refuse(found: typeof refusals.value) {
    refusals.value = []
    await nextTick()
    refusals.value = found
  }

  async function submit(): Promise<void> {
    if (pending.value) return
    failure.value = undefined
    signedOut.value = false
    const foreseen = flaws()
    if (foreseen.length > 0)
      return refuse(foreseen.map(flaw => ({ message: administrationSentence(flaw), field: flaw.field })))
    pending.value = true
    try {
      refusals.value = []
      if (prepare && !(await prepare())) return
      const line = meanwhile.value.at(-1)?.seq ?? seen()
      const { data } = await apollo.mutate({
        mutation,
        variables: variables(line) as never,
        fetchPolicy: 'no-cache',
      })
      await receive(outcomeIn(data))
    } catch (error) {
      const fields = fieldsRefused(error)
      if (fields.length > 0) return await refuse(fields)
      failure.value = sentenceOf(error)
      signedOut.value = isUnauthenticated(error)
    } finally {
      pending.value = false
    }
  }

  async function receive(outcome: Outcome): Promise<void> {
    if (outcome.__typename === 'AdministrationRefused') {
      if (outcome.meanwhile.length > 0) meanwhile.value = outcome.meanwhile
      return refuse(outcome.refusals.map(({ message, field }) => ({ message, field: field ?? undefined })))
    }
    refusals.value = []
    meanwhile.value = []
    blank.value = present()
    await done(outcome)
  }

  const errorOf = (name: string) => refusals.value.find(({ field }) => field === name)?.message
  return reactive({
    refusals,
    meanwhile,
    failure,
    signedOut,
    pending,
    /** True while something is written and not sent. */
    dirty: computed(() => present() !== blank.value),
    submit,
    field: (name: string) => ({ id: `${prefix}-${name}`, name, error: errorOf(name) }),
  })
}

export type ChangeInProgress = ReturnType<typeof useChange>

/** The one outcome in the answer to a change, whatever its name. */
function outcomeIn(data: object | null | undefined): Outcome {
  const outcome = Object.entries(data ?? {}).find(([name]) => name !== '__typename')?.[1]
  if (!outcome) throw new Error('The server gave no outcome')
  return outcome
}
