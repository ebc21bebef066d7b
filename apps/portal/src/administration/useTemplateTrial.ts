import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { apollo } from '../apollo/client.ts'
import { sentenceOf } from '../apollo/sentenceOf.ts'
import { graphql } from '../graphql/gql.ts'
import type { LetterTemplateTrialQuery as Answer, LetterTemplateCode } from '../graphql/graphql.ts'
import { pdfAddress } from '../letters/pdfAddress.ts'

const LetterTemplateTrialQuery = graphql(`
  query LetterTemplateTrial($code: LetterTemplateCode!, $source: String!) {
    letterTemplateTrial(code: $code, source: $source) {
      flaws {
        message
      }
      pdf
      text
    }
  }
`)

/** How long the writer must pause before the template is tried again. */
const pause = 500

/** What a template makes of an invented letter, tried again at each pause of whoever writes it. */
export function useTemplateTrial(code: () => LetterTemplateCode, source: () => string) {
  const trial = shallowRef<Answer['letterTemplateTrial']>()
  const failure = ref<string>()
  const trying = ref(false)
  const pdf = pdfAddress()
  let waiting: ReturnType<typeof setTimeout> | undefined
  let asked = 0

  async function ask() {
    const turn = ++asked
    const variables = { code: code(), source: source() }
    const answer = await apollo
      .query({ query: LetterTemplateTrialQuery, variables, fetchPolicy: 'no-cache', context: { aside: true } })
      .then(
        ({ data }) => ({ trial: data?.letterTemplateTrial, failure: undefined }),
        error => ({ trial: undefined, failure: sentenceOf(error) }),
      )
    if (turn !== asked) return
    trying.value = false
    failure.value = answer.failure
    trial.value = answer.trial
    pdf.show(answer.trial?.pdf ?? undefined)
  }

  watch(
    source,
    () => {
      clearTimeout(waiting)
      asked += 1
      trying.value = true
      if (trial.value) waiting = setTimeout(() => void ask(), pause)
      else void ask()
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    clearTimeout(waiting)
    asked += 1
  })

  return { trial, failure, trying: computed(() => trying.value), pdf: pdf.address }
}
