import type { TypedDocumentNode } from '@apollo/client'
import { type Event, type Step, take } from '@bienfonde/domain'
import { useToasts } from '@bienfonde/ui'
import type { ResultOf } from '@graphql-typed-document-node/core'
import { computed, inject, nextTick, onMounted, onScopeDispose, reactive, ref, shallowRef, useId } from 'vue'
import { apollo, isUnauthenticated } from '../apollo/client.ts'
import { type FieldProblem, fieldsRefused, sentenceOf } from '../apollo/sentenceOf.ts'
import { told } from '../dossier/chronology/told.ts'
import type { Dossier } from '../dossier/Dossier.ts'
import { freshUuid } from './freshUuid.ts'
import type { StepAnswer } from './StepAnswer.ts'
import { foreseen, received, type SentRefusal, type ShownRefusal } from './shownRefusal.ts'
import { stampFor } from './stamp.ts'
import { stepPlace, type TakenAnswer } from './stepPlace.ts'

/** The dossier as the person sees it, in every mutation of a step. */
interface SentDossier {
  id: string
  expectedVersion: number
  idempotencyKey: string
  confirmation?: string | null | undefined
}

/** Every mutation of a step takes the dossier and its answer, and gives one outcome. */
type StepMutation<Input> = TypedDocumentNode<object, { dossier: SentDossier; input: Input }>

/** The command may be the input as it is, unless the mutation asks for something else. */
type InputOf<Command, Input> = Command extends Input ? [input?: () => Input] : [input: () => Input]

/** What a form knows of its step while it is filled in, and how it takes the step. */
export interface StepInProgress {
  readonly title: string
  /** Why the step was refused, by the rule here or by the server. */
  readonly refusal: ShownRefusal | undefined
  /** The refusal that would come if the step were taken now. */
  readonly missing: ShownRefusal | undefined
  /** What is wrong with what was sent, field by field, when the server cannot read it as it is. */
  readonly problems: readonly FieldProblem[]
  /** Why the server could not answer; the draft is kept and the same attempt can be made again. */
  readonly failure: string | undefined
  /** The session is over: another one can be opened beside the draft. */
  readonly signedOut: boolean
  /** What happened to the dossier while the form was filled in. */
  readonly changes: readonly string[]
  readonly pending: boolean
  readonly taken: TakenAnswer | undefined
  /** Why a passage that looks identifying is kept. */
  confirmation: string
  readonly submit: () => Promise<void>
  /** What ties a field to the step: its id, its name, and its error. */
  readonly field: (name: string) => { id: string; name: string; error: string | undefined }
}

/**
 * Takes a step from a form: the rule of the domain is asked at every change, then the server decides.
 * The result is reactive as a whole: keep it in one piece (`const form = useStep(…)`).
 */
export function useStep<Command extends object, E extends Event, Input>(
  step: Step<Command, E>,
  mutation: StepMutation<Input>,
  dossier: () => Dossier,
  command: () => Command,
  ...[input]: InputOf<Command, NoInfer<Input>>
): StepInProgress {
  const place = inject(stepPlace, undefined)
  const { succeed } = useToasts()
  const prefix = useId()

  const refusal = shallowRef<ShownRefusal>()
  const problems = shallowRef<readonly FieldProblem[]>([])
  const failure = ref<string>()
  const signedOut = ref(false)
  const changes = shallowRef<readonly string[]>([])
  const pending = ref(false)
  const taken = shallowRef<TakenAnswer>()
  const confirmation = ref('')

  const missing = computed(() => {
    const held = dossier()
    const decision = take(step, held.complaint, command(), stampFor(held, confirmation.value))
    return decision.accepted ? undefined : foreseen(decision.refusal)
  })
  const sent = () => (input ? input() : command()) as Input

  // A refusal of the rule follows the draft; what the server alone can know stays until the next attempt.
  let ruled = false
  const shown = computed(() => (ruled && refusal.value ? missing.value : refusal.value))
  function refuse(next: ShownRefusal | undefined, byRule: boolean) {
    ruled = byRule
    refusal.value = next && { ...next }
  }

  // One attempt keeps one key: asked again after a failure, the server answers without a second effect.
  let attempt: { content: string; key: string } | undefined
  function keyFor(content: string): string {
    if (attempt?.content !== content) attempt = { content, key: freshUuid() }
    return attempt.key
  }

  async function submit() {
    if (pending.value) return
    problems.value = []
    failure.value = undefined
    signedOut.value = false
    if (missing.value) return refuse(missing.value, true)
    pending.value = true
    try {
      const { id, complaint } = dossier()
      const content = JSON.stringify([id, sent(), confirmation.value])
      const reference = {
        id,
        expectedVersion: complaint.version,
        idempotencyKey: keyFor(content),
        confirmation: confirmation.value.trim() || null,
      }
      const { data } = await apollo.mutate<object, { dossier: SentDossier; input: Input }>({
        mutation,
        variables: { dossier: reference, input: sent() },
        // What a step sends may hold an identity: nothing of it stays in the cache.
        fetchPolicy: 'no-cache',
      })
      const answer = outcomeIn(data)
      if (answer.__typename === 'StepRefused') await refused(answer)
      else await accepted(answer)
    } catch (error) {
      refuse(undefined, false)
      problems.value = fieldsRefused(error)
      signedOut.value = isUnauthenticated(error)
      if (problems.value.length === 0) failure.value = sentenceOf(error)
    } finally {
      pending.value = false
    }
  }

  async function refused(answer: SentRefusal) {
    attempt = undefined
    const seen = dossier().complaint.version
    refuse(received(answer, step.writes?.(command()) ?? []), false)
    if (answer.code !== 'VERSION_STALE') return
    const now = await dossier().refresh()
    changes.value = (now?.lines ?? []).filter(({ seq }) => seq > seen).map(line => told(line).title)
  }

  async function accepted(answer: TakenAnswer) {
    attempt = undefined
    refuse(undefined, false)
    changes.value = []
    confirmation.value = ''
    taken.value = answer
    succeed(`« ${step.title} » : inscrit au dossier ${answer.fileNumber}.`)
    await dossier().refresh()
    await place?.taken(answer)
  }

  // Fields fill in what goes without saying when they appear: only what comes after is the person’s own.
  const written = () => JSON.stringify([sent(), confirmation.value])
  let blank: string | undefined
  onMounted(async () => {
    await nextTick()
    blank = written()
  })
  const release = place?.holds?.(() => !taken.value && blank !== undefined && written() !== blank)
  if (release) onScopeDispose(release)

  return reactive({
    title: step.title,
    refusal: shown,
    missing,
    problems,
    failure,
    signedOut,
    changes,
    pending,
    taken,
    confirmation,
    submit,
    field: (name: string) => ({
      id: `${prefix}-${name}`,
      name,
      error:
        shown.value?.field === name ? shown.value.message : problems.value.find(({ field }) => field === name)?.message,
    }),
  })
}

/** The one outcome in the answer to a step's mutation, whatever the name of the step. */
function outcomeIn(data: object | undefined): ResultOf<typeof StepAnswer> {
  const outcome = Object.entries(data ?? {}).find(([name]) => name !== '__typename')?.[1]
  if (!outcome) throw new Error('The server gave no outcome')
  return outcome
}
