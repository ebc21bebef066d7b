import { expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { mount } from '../testing/mount.ts'
import Disclosure from './Disclosure.vue'

it('s’ouvre au clavier et le fait savoir', async () => {
  const { find, state } = await mount(Disclosure, { summary: 'Pourquoi' }, { default: () => 'Parce que.' })
  find('summary').focus()
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => state.open).toBe(true)
})
