import { expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { h } from 'vue'
import { mount } from '../testing/mount.ts'
import FormFrame from './FormFrame.vue'

it('porte son titre et s’envoie sans quitter la page', async () => {
  const submit = vi.fn()
  const { find } = await mount(
    FormFrame,
    { title: 'Consigner', onSubmit: submit },
    { default: () => h('input', { 'aria-label': 'Sujet' }), actions: () => h('button', 'Envoyer') },
  )
  expect(find('form')).toHaveAccessibleName('Consigner')
  await userEvent.click(find('button'))
  expect(submit).toHaveBeenCalledOnce()
})
