import { ApolloLink } from '@apollo/client'
import { flushPromises, mount } from '@vue/test-utils'
import { of } from 'rxjs'
import { afterEach, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { apollo } from '../apollo/client.ts'
import SignInPage from './SignInPage.vue'

afterEach(() => {
  document.body.innerHTML = ''
})

/** The entrance of an installation where one enters in these ways, and whose accounts answer so. */
async function entrance(ways: { organisation: boolean; local: boolean }, query = '', answers: object[] = []) {
  const sent: unknown[] = []
  apollo.setLink(
    new ApolloLink(({ operationName, variables }) => {
      if (operationName === 'SignInWays') return of({ data: { signInWays: { __typename: 'SignInWays', ...ways } } })
      sent.push(variables.input)
      return of({ data: { signIn: { __typename: 'SignInRefused', ...answers.shift() } } })
    }),
  )
  await apollo.clearStore()
  const page = { path: '/connexion', component: SignInPage }
  const router = createRouter({ history: createMemoryHistory(), routes: [page] })
  await router.push(`/connexion${query}`)
  const wrapper = mount(SignInPage, { global: { plugins: [router] }, attachTo: document.body })
  await flushPromises()
  const submit = async () => {
    await wrapper.find('form').trigger('submit')
    await flushPromises()
  }
  return { wrapper, sent, submit }
}

it('avec la connexion de l’organisation, on n’écrit pas de mot de passe, et on revient là où on allait', async () => {
  const { wrapper } = await entrance({ organisation: true, local: false }, '?retour=/dossiers?q=bail')
  expect(wrapper.find('a.bf-button').attributes('href')).toBe('/sign-in/oidc?retour=%2Fdossiers%3Fq%3Dbail')
  expect(wrapper.find('input').exists()).toBe(false)
})

it('un refus de l’organisation se dit en français ; un code inconnu ne dit rien', async () => {
  const { wrapper } = await entrance({ organisation: true, local: false }, '?refus=SIGN_ON_WITHOUT_ROLE')
  expect(wrapper.text()).toContain('L’organisation ne vous donne aucun rôle dans Bienfondé.')
  const unknown = await entrance({ organisation: true, local: true }, '?refus=constructor')
  expect(unknown.wrapper.text()).not.toContain('La session n’est pas ouverte')
  expect(unknown.wrapper.text()).toContain('Avec un compte local')
})

it('le code n’est demandé qu’au compte qui en a un, et le mot de passe n’est pas à récrire', async () => {
  const asks = { code: 'SECOND_FACTOR_REQUIRED', message: 'Écrivez aussi le code de votre application.' }
  const { wrapper, sent, submit } = await entrance({ organisation: false, local: true }, '', [asks, asks])
  expect(wrapper.find('#code').exists()).toBe(false)
  await wrapper.find('#email').setValue('chef@exemple.test')
  await wrapper.find('#password').setValue('un mot de passe')
  await submit()
  expect(wrapper.text()).toContain('Écrivez aussi le code de votre application.')
  await submit()
  expect(wrapper.text()).toContain('Écrivez le code de votre application.')
  await wrapper.find('#code').setValue('123456')
  await submit()
  expect(sent).toEqual([
    { email: 'chef@exemple.test', password: 'un mot de passe', code: null },
    { email: 'chef@exemple.test', password: 'un mot de passe', code: '123456' },
  ])
})
