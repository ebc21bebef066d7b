import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { apollo } from '../apollo/client.ts'
import { sentenceOf } from '../apollo/sentenceOf.ts'
import { graphql } from '../graphql/gql.ts'
import type { LetterPreviewQuery as Answer, LetterStepInput } from '../graphql/graphql.ts'
import { pdfAddress } from '../letters/pdfAddress.ts'

const LetterPreviewQuery = graphql(`
  query LetterPreview($dossier: ID!, $step: LetterStepInput!) {
    letterPreview(dossier: $dossier, step: $step) {
      __typename
      ... on LetterPreview {
        kind
        digest
        template
        text
        pdf
        flaws {
          passage
          message
        }
      }
      ... on LetterNotMade {
        message
      }
    }
  }
`)

type Letter = Extract<Answer['letterPreview'], { __typename: 'LetterPreview' }>

/** How long the writer must pause before the letter is composed again. */
const pause = 350

/** The letter of a step as it would leave now; nothing while the step is incomplete. Tells which letter is on screen. */
export function useLetter(
  dossier: () => string,
  step: () => LetterStepInput | undefined,
  reread: (digest: string | undefined) => void,
) {
  const letter = shallowRef<Letter>()
  const refusal = ref<string>()
  const composing = ref(false)
  const pdf = pdfAddress()
  let waiting: ReturnType<typeof setTimeout> | undefined
  let asked = 0

  function show(next: Letter | undefined, why: string | undefined) {
    pdf.show(next?.pdf)
    letter.value = next
    refusal.value = why
    composing.value = false
    reread(next?.digest)
  }

  async function compose(wanted: LetterStepInput) {
    const turn = ++asked
    const variables = { dossier: dossier(), step: wanted }
    // What a letter says stays in no cache.
    const answer = await apollo
      .query({ query: LetterPreviewQuery, variables, fetchPolicy: 'no-cache', context: { aside: true } })
      .then(
        ({ data }) => data?.letterPreview,
        error => ({ __typename: 'LetterNotMade' as const, message: sentenceOf(error) }),
      )
    if (turn !== asked) return
    if (answer?.__typename === 'LetterPreview') show(answer, undefined)
    else show(undefined, answer?.message ?? 'Le serveur ne répond pas. Vérifiez votre connexion, puis réessayez.')
  }

  watch(
    computed(() => JSON.stringify(step() ?? null)),
    () => {
      clearTimeout(waiting)
      asked += 1
      reread(undefined)
      const wanted = step()
      if (!wanted) return show(undefined, undefined)
      composing.value = true
      // The first one is read at once; then whoever writes is let write.
      if (letter.value) waiting = setTimeout(() => void compose(wanted), pause)
      else void compose(wanted)
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    clearTimeout(waiting)
    asked += 1
  })

  return { letter, refusal, composing, pdf: pdf.address }
}
