import { ApolloLink } from '@apollo/client'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { of } from 'rxjs'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter, RouterView } from 'vue-router'
import { session } from '../../access/session.ts'
import { apollo } from '../../apollo/client.ts'
import PersonalTokensPage from '../../pages/PersonalTokensPage.vue'

const token = (id: string, label: string, more: object = {}) => ({
  __typename: 'PersonalToken',
  id,
  label,
  createdAt: '2026-06-01T14:00:00.000Z',
  expiresAt: '2026-08-30T14:00:00.000Z',
  lastUsedAt: null,
  revokedAt: null,
  valid: true,
  ...more,
})
const secret = `bienfonde_${'k'.repeat(43)}`
let shown: VueWrapper | undefined
let sent: { name: string; variables: Record<string, unknown> }[]

async function open() {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: PersonalTokensPage }],
  })
  await router.push('/')
  shown?.unmount()
  const wrapper = mount(RouterView, { global: { plugins: [router] }, attachTo: document.body })
  shown = wrapper
  await flushPromises()
  const press = async (words: string) => {
    const button = [...document.querySelectorAll('button')].findLast(each => each.textContent?.trim() === words)
    if (!button) throw new Error(`No button says « ${words} »`)
    if (button.type === 'submit') await wrapper.find('form').trigger('submit')
    else button.click()
    await flushPromises()
  }
  return { wrapper, press }
}

describe('la page des jetons', () => {
  afterAll(() => shown?.unmount())
  beforeEach(() => {
    sent = []
    session.open({ id: 'g', role: 'MANAGER', sector: null, name: 'Gestion', email: 'gestion@exemple.test' })
    apollo.setLink(
      new ApolloLink(({ operationName = '', operationType, variables }) => {
        if (operationType !== 'mutation') {
          const ended = { valid: false, revokedAt: '2026-06-02T14:00:00.000Z' }
          return of({ data: { personalTokens: [token('1', 'Rapport'), token('2', 'Essai', ended)] } })
        }
        sent.push({ name: operationName, variables })
        const done = { __typename: 'AdministrationDone', line: 3, temporaryPassword: null, moved: null, token: secret }
        return of({ data: { [`${operationName.charAt(0).toLowerCase()}${operationName.slice(1)}`]: done } })
      }),
    )
  })

  it('dit l’état et le dernier usage de chacun ; ce qui ne vaut plus ne se révoque plus', async () => {
    const { wrapper } = await open()
    expect(wrapper.text()).toContain('Vaut jusqu’au 30 août 2026')
    expect(wrapper.text()).toContain('Révoqué le 2 juin 2026')
    expect(wrapper.text()).toContain('Jamais')
    expect([...document.querySelectorAll('td button')].map(each => each.textContent?.trim())).toEqual(['Révoquer'])
  })

  it('ne crée pas un jeton sans dire à quoi il sert, ni deux pour la même chose', async () => {
    const { wrapper, press } = await open()
    await press('Créer le jeton')
    expect(wrapper.text()).toContain('Ce à quoi le jeton servira manque.')
    await wrapper.find('input').setValue('rapport')
    await press('Créer le jeton')
    expect(wrapper.text()).toContain('Un de vos jetons valides sert déjà à cela.')
    expect(sent).toEqual([])
  })

  it('montre un jeton une fois, avec la façon de l’envoyer', async () => {
    const { wrapper, press } = await open()
    await wrapper.find('input').setValue('Tableau de bord')
    await press('Créer le jeton')
    expect(sent).toEqual([
      { name: 'CreatePersonalToken', variables: { input: { label: 'Tableau de bord', days: 90 } } },
    ])
    expect(wrapper.text()).toContain(secret)
    expect(wrapper.text()).toContain('Authorization: Bearer')
    expect((await open()).wrapper.text()).not.toContain(secret)
  })

  it('demande avant de révoquer', async () => {
    const { press } = await open()
    await press('Révoquer')
    expect(sent).toEqual([])
    await press('Révoquer')
    expect(sent).toEqual([{ name: 'RevokePersonalToken', variables: { id: '1' } }])
  })
})
