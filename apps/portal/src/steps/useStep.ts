import type { TypedDocumentNode } from '@apollo/client'
import { type Event, type Recorded, type Room, refusals, type Step, take, told } from '@bienfonde/domain'
import { useToasts } from '@bienfonde/ui'
import type { ResultOf } from '@graphql-typed-document-node/core'
import { computed, inject, nextTick, onMounted, onScopeDispose, reactive, ref, shallowRef, useId, watch } from 'vue'
import { apollo, isUnauthenticated } from '../apollo/client.ts'
import { type FieldProblem, fieldsRefused, sentenceOf } from '../apollo/sentenceOf.ts'
import type { Dossier } from '../dossier/Dossier.ts'
import { closedBy } from './closedBy.ts'
import { foretold } from './foretold.ts'
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
  letterSeen?: string | null | undefined
}

/** Every mutation of a step takes the dossier and its answer, and gives one outcome. */
type StepMutation<Input> = TypedDocumentNode<object, { dossier: SentDossier; input: Input }>

/** The command may be the input as it is, unless the mutation asks for something else. */
type InputOf<Command, Input> = Command extends Input ? [input?: () => Input] : [input: () => Input]

/** What a form knows of its step while it is filled in, and how it takes the step. */
export interface StepInProgress {
  readonly title: string
  /** The family of steps it belongs to. */
  readonly room: Room
  /** Why the step is closed now, whatever is answered. */
  readonly barred: string | undefined
  /** What the notice to the person would say more once the step is taken. */
  readonly foretold: readonly string[]
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
  /** Says which letter is on screen, by its digest; nothing while none is. */
  readonly reread: (digest: string | undefined) => void
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
  const changes = shallowRef<readonly Recorded[]>([])
  const pending = ref(false)
  const taken = shallowRef<TakenAnswer>()
  const confirmation = ref('')
  let letterSeen: string | undefined

  const asked = computed(() => {
    const held = dossier()
    const stamp = stampFor(held, confirmation.value)
    const decision = take(step, held.complaint, command(), stamp)
    return decision.accepted
      ? { missing: undefined, notice: foretold(held.complaint, decision.events, stamp) }
      : { missing: foreseen(decision.refusal), notice: [] }
  })
  const missing = computed(() => asked.value.missing)
  const sent = () => (input ? input() : command()) as Input
  const settled = computed(() => !pending.value && !taken.value)

  // What closes the step may be its own sending, whose answer is still awaited.
  const barred = computed(() => {
    const reason = settled.value && !failure.value && closedBy(step, dossier(), command())
    return reason ? refusals[reason] : undefined
  })

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

  const contentNow = () => JSON.stringify([dossier().id, sent(), confirmation.value])

  async function submit() {
    if (pending.value) return
    const unanswered = failure.value !== undefined && attempt?.content === contentNow()
    problems.value = []
    failure.value = undefined
    signedOut.value = false
    // What was sent without an answer may have been written: only the server can tell.
    if (missing.value && !unanswered) return refuse(missing.value, true)
    pending.value = true
    try {
      const { id, complaint } = dossier()
      const reference = {
        id,
        expectedVersion: complaint.version,
        idempotencyKey: keyFor(contentNow()),
        confirmation: confirmation.value.trim() || null,
        letterSeen: letterSeen ?? null,
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
    refuse(received(answer, step.writes?.(command()) ?? []), false)
    if (answer.code === 'VERSION_STALE') await dossier().refresh()
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

  // Whoever changed the dossier meanwhile, what was added is told; the sending that is under way is no news.
  watch(
    () => dossier().complaint.version,
    (_, before) => {
      const own = attempt && dossier().actor.id
      const added = dossier().lines.filter(({ seq, by }) => seq > before && by !== own)
      if (!taken.value) changes.value = [...changes.value, ...added]
    },
  )
  const happened = (line: Recorded) => place?.happened?.(line) ?? told(line).title

  // Fields fill in what goes without saying when they appear: only what comes after is the person’s own.
  const written = () => JSON.stringify([sent(), confirmation.value])
  let blank: string | undefined
  onMounted(async () => {
    await nextTick()
    blank = written()
  })
  // A form in which nothing is written follows the dossier, and still holds nothing.
  watch(
    () => dossier().complaint.version,
    async () => {
      if (blank !== written()) return
      await nextTick()
      blank = written()
    },
    { flush: 'sync' },
  )
  const release = place?.holds?.(() => !taken.value && blank !== undefined && written() !== blank)
  if (release) onScopeDispose(release)

  return reactive({
    title: step.title,
    room: step.room,
    barred,
    foretold: computed(() => asked.value.notice),
    refusal: shown,
    missing: computed(() => (settled.value ? missing.value : undefined)),
    problems,
    failure,
    signedOut,
    changes: computed(() => changes.value.map(happened)),
    pending,
    taken,
    confirmation,
    reread: (digest: string | undefined) => {
      letterSeen = digest
    },
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
