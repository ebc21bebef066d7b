import { ApolloLink } from '@apollo/client'
import { CombinedGraphQLErrors } from '@apollo/client/errors'
import { flushPromises, mount } from '@vue/test-utils'
import { of, throwError } from 'rxjs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, reactive } from 'vue'
import { apollo } from '../../apollo/client.ts'
import KeptDraftStatus from './KeptDraftStatus.vue'
import { useKeptDraft } from './useKeptDraft.ts'

interface Sent {
  id: string
  author: string
  content: string
  keepalive: boolean
}
let sent: Sent[]
let failing: unknown
const ends: (() => void)[] = []

const ended = new CombinedGraphQLErrors({
  errors: [{ message: 'Ouvrez une session pour continuer.', extensions: { code: 'UNAUTHENTICATED' } }],
})
const tooLong = new CombinedGraphQLErrors({
  errors: [
    {
      message: 'Certains renseignements ne sont pas acceptés.',
      extensions: { code: 'BAD_USER_INPUT', fields: [{ field: 'content', message: 'Ce texte est trop long.' }] },
    },
  ],
})

/** A page on which words are written, and what it says of their draft. */
async function page() {
  const state = reactive({ words: '', over: false })
  const wrapper = mount(
    defineComponent(() => {
      const draft = useKeptDraft(
        { id: 'D1', author: 'agente' },
        () => state.words,
        () => state.over,
      )
      return () => h(KeptDraftStatus, { draft })
    }),
  )
  await flushPromises()
  ends.push(() => {
    state.over = true
    wrapper.unmount()
  })
  return {
    state,
    wrapper,
    text: () => wrapper.text().replaceAll('\u00a0', ' ').replaceAll('\u202f', ' '),
    said: () => wrapper.find('[role="status"]').text(),
    async write(words: string) {
      state.words = words
      await flushPromises()
    },
  }
}
const after = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

describe('le brouillon conservé pendant qu’on écrit', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-06-15T18:05:00Z') })
    sent = []
    failing = undefined
    apollo.setLink(
      new ApolloLink(operation => {
        const { input } = operation.variables as { input: Omit<Sent, 'keepalive'> }
        sent.push({ ...input, keepalive: operation.getContext().fetchOptions?.keepalive })
        const keptAt = new Date().toISOString()
        return failing
          ? throwError(() => failing)
          : of({ data: { keepRegistrationDraft: { id: input.id, keptAt, expiresAt: keptAt } } })
      }),
    )
  })
  afterEach(() => {
    for (const end of ends.splice(0)) end()
    vi.restoreAllMocks()
    vi.useRealTimers()
  })

  it('part quelques secondes après le dernier mot, et le dit une fois à voix basse', async () => {
    const { write, text, said } = await page()
    await after(30_000)
    expect(sent).toEqual([])
    await write('Bon')
    await after(1_500)
    await write('Bonjour')
    await after(1_500)
    expect(sent).toEqual([])
    await after(600)
    expect(sent).toEqual([{ id: 'D1', author: 'agente', content: 'Bonjour', keepalive: false }])
    expect(text()).toContain('Brouillon conservé à 14 h 05')
    expect(said()).toBe('Un brouillon est conservé au fur et à mesure.')
    await after(120_000)
    await write('Bonjour, madame')
    await after(2_000)
    expect(text()).toContain('Brouillon conservé à 14 h 07')
    expect(said()).toBe('Un brouillon est conservé au fur et à mesure.')
    await after(60_000)
    expect(sent).toHaveLength(2)
  })

  it('part aussi quand les mots ne s’arrêtent pas', async () => {
    const { write } = await page()
    for (let second = 1; second <= 12; second++) {
      await write('x'.repeat(second))
      await after(1_000)
    }
    expect(sent.map(({ content }) => content.length)).toEqual([10])
  })

  it.each([
    ['la page se ferme', () => globalThis.dispatchEvent(new Event('pagehide'))],
    [
      'la page passe derrière une autre',
      () => {
        vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
        document.dispatchEvent(new Event('visibilitychange'))
      },
    ],
  ])('part à l’instant, même si la page s’en va, quand %s', async (_, happens) => {
    const { write } = await page()
    happens()
    expect(sent).toEqual([])
    await write('Au revoir')
    happens()
    happens()
    await flushPromises()
    expect(sent).toEqual([{ id: 'D1', author: 'agente', content: 'Au revoir', keepalive: true }])
  })

  it('part quand on quitte la page, mais pas une fois la plainte inscrite', async () => {
    const left = await page()
    await left.write('À reprendre')
    left.wrapper.unmount()
    const registered = await page()
    await registered.write('Inscrite')
    registered.state.over = true
    registered.wrapper.unmount()
    await after(60_000)
    expect(sent.map(({ content }) => content)).toEqual(['À reprendre'])
  })

  it('qui n’a pu partir le dit, garde les mots sur la page, et repart de lui-même', async () => {
    const { write, text, wrapper } = await page()
    failing = ended
    await write('Bonjour')
    await after(2_000)
    expect(wrapper.find('[role="alert"]').text()).toContain('Vos derniers mots ne sont que sur cette page')
    expect(text()).toContain('Ouvrez une session dans un autre onglet')
    failing = undefined
    await after(20_000)
    expect(sent.map(({ content }) => content)).toEqual(['Bonjour', 'Bonjour'])
    expect(wrapper.find('[role="alert"]').exists()).toBe(false)
    expect(text()).toContain('Brouillon conservé à 14 h 05')
  })

  it('que le serveur ne peut garder tel quel n’est pas redemandé pour rien', async () => {
    const { write, text, wrapper } = await page()
    failing = tooLong
    await write('Bonjour')
    await after(120_000)
    expect(sent).toHaveLength(1)
    expect(text()).toContain('Ce texte est trop long.')
    failing = undefined
    await wrapper.find('button').trigger('click')
    await flushPromises()
    expect(text()).not.toContain('Ce texte est trop long.')
  })
})
