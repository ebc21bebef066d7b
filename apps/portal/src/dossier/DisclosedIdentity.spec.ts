import { ApolloLink } from '@apollo/client'
import { flushPromises, mount } from '@vue/test-utils'
import { of } from 'rxjs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { apollo } from '../apollo/client.ts'
import DisclosedIdentity from './DisclosedIdentity.vue'

const disclosed = {
  __typename: 'IdentityDisclosed',
  identity: {
    __typename: 'Identity',
    givenName: 'Gaston',
    familyName: 'Lebelgrain',
    organisation: null,
    email: null,
    telephone: null,
    street: null,
    city: null,
    postalCode: null,
    numbers: [],
  },
  representative: null,
  words: null,
  messages: [],
  passages: [],
  attachments: [],
}

describe('l’identité ouverte', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    apollo.setLink(new ApolloLink(() => of({ data: { discloseIdentity: disclosed } })))
  })
  afterEach(() => vi.useRealTimers())

  async function open() {
    const panel = mount(DisclosedIdentity, { props: { opening: 'ouverture' } })
    await vi.advanceTimersByTimeAsync(0)
    await flushPromises()
    return panel
  }

  it('est montrée, gardée nulle part, et masquée après deux minutes', async () => {
    const panel = await open()
    expect(panel.text()).toContain('Gaston Lebelgrain')
    expect(JSON.stringify(apollo.extract())).not.toContain('Lebelgrain')
    await vi.advanceTimersByTimeAsync(119_000)
    expect(panel.text()).toContain('Lebelgrain')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(panel.text()).not.toContain('Lebelgrain')
    expect(panel.emitted('hide')).toHaveLength(1)
  })

  it('est masquée dès qu’on le demande', async () => {
    const panel = await open()
    await panel.find('button').trigger('click')
    expect(panel.text()).not.toContain('Lebelgrain')
  })
})
