import { ApolloLink } from '@apollo/client'
import { flushPromises, mount } from '@vue/test-utils'
import { of } from 'rxjs'
import { afterEach, expect, it } from 'vitest'
import { session } from '../access/session.ts'
import { apollo } from '../apollo/client.ts'
import SecondFactorPage from './SecondFactorPage.vue'

afterEach(() => {
  document.body.innerHTML = ''
})

const person = { id: 'chef', name: 'Jocelyn', email: 'chef@exemple.test', role: 'ADMINISTRATOR', sector: null }
const offer = {
  __typename: 'SecondFactorOffer',
  secret: 'JBSWY3DPEHPK3PXP',
  address: 'otpauth://totp/x?secret=JBSWY3DPEHPK3PXP',
}

/** The page before a server that keeps one secret, proved by one code. */
async function page(state: { enrolled: boolean; required: boolean }) {
  const said: Record<string, unknown>[] = []
  let { enrolled } = state
  const refused = { __typename: 'SecondFactorRefused', message: 'Ce code est inexact, périmé ou déjà utilisé.' }
  apollo.setLink(
    new ApolloLink(({ operationName, variables }) => {
      if (operationName === 'SecondFactor') {
        const factor = { __typename: 'SecondFactorState', ...state, enrolled, recoveryCodes: enrolled ? 10 : 0 }
        return of({ data: { secondFactor: factor } })
      }
      said.push({ [operationName ?? '']: variables })
      if (operationName === 'OfferSecondFactor') return of({ data: { offerSecondFactor: offer } })
      const right = variables.code === '123456'
      if (operationName === 'RemoveSecondFactor') {
        if (right) enrolled = false
        return of({ data: { removeSecondFactor: right ? { __typename: 'SecondFactorRemoved' } : refused } })
      }
      if (right) enrolled = true
      const me = { __typename: 'Me', ...person, organisation: false }
      const kept = { __typename: 'SecondFactorKept', recoveryCodes: ['aaaaa-bbbbb-ccccc'], me }
      const name = operationName === 'ConfirmSecondFactor' ? 'confirmSecondFactor' : 'renewRecoveryCodes'
      return of({ data: { [name]: right ? kept : refused } })
    }),
  )
  await apollo.clearStore()
  const wrapper = mount(SecondFactorPage, { attachTo: document.body })
  await flushPromises()
  const press = async (words: string) => {
    const button = wrapper.findAll('button').find(each => each.text() === words)
    if (!button) throw new Error(`No button is called « ${words} »`)
    if (button.attributes('type') === 'submit') await wrapper.find('form').trigger('submit')
    else await button.trigger('click')
    await flushPromises()
  }
  return { wrapper, said, press, write: (code: string) => wrapper.find('#code').setValue(code) }
}

it('un secret se lit et se photographie, un premier code le met en place, et les codes de secours se montrent une fois', async () => {
  const { wrapper, press, write } = await page({ enrolled: false, required: false })
  await press('Ajouter un second facteur')
  expect(wrapper.text()).toContain('JBSWY3DPEHPK3PXP')
  await press('Ajouter le second facteur')
  expect(wrapper.text()).toContain('Écrivez le code que montre l’application.')
  await write('000000')
  await press('Ajouter le second facteur')
  expect(wrapper.text()).toContain('Ce code est inexact')
  await write('123456')
  await press('Ajouter le second facteur')
  expect(wrapper.text()).toContain('aaaaa-bbbbb-ccccc')
  await press('J’ai gardé les codes : continuer')
  expect(session.person.value?.name).toBe('Jocelyn')
  expect(wrapper.text()).toContain('Il est en place.')
  expect(wrapper.text()).not.toContain('aaaaa-bbbbb-ccccc')
})

it('il se retire par un code, sauf là où le rôle l’exige', async () => {
  const { wrapper, press, write } = await page({ enrolled: true, required: false })
  await write('000000')
  await press('Retirer le second facteur')
  expect(wrapper.text()).toContain('Ce code est inexact')
  await write('123456')
  await press('Retirer le second facteur')
  expect(wrapper.text()).toContain('Ajouter un second facteur')
  const kept = await page({ enrolled: true, required: true })
  expect(kept.wrapper.text()).not.toContain('Retirer le second facteur')
})
