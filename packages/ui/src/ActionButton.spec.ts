import { expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { h, nextTick } from 'vue'
import { mount } from '../testing/mount.ts'
import ActionButton from './ActionButton.vue'

it('reste au clavier et dit pourquoi il est fermé', async () => {
  const click = vi.fn()
  const { find } = await mount(
    ActionButton,
    { disabledReason: 'Le dossier est clos.', onClick: click },
    { default: () => 'Décider' },
  )
  const button = find('button')
  button.focus()
  expect(button).toHaveFocus()
  expect(button).toHaveAccessibleDescription('Le dossier est clos.')
  await userEvent.keyboard('{Enter}')
  expect(click).not.toHaveBeenCalled()
})

it('n’agit pas deux fois pendant qu’il travaille', async () => {
  const click = vi.fn()
  const { find, container, state } = await mount(ActionButton, { onClick: click }, { default: () => 'Décider' })
  find('button').click()
  state.pending = true
  await nextTick()
  find('button').click()
  expect(click).toHaveBeenCalledOnce()
  expect(find('button')).toHaveAttribute('aria-busy', 'true')
  expect(container.textContent).toContain('En cours…')
})

it('un bouton fermé n’envoie pas son formulaire', async () => {
  const submit = vi.fn()
  const { find } = await mount(() =>
    h('form', { onSubmit: submit }, h(ActionButton, { type: 'submit', pending: true })),
  )
  find('button').click()
  expect(submit).not.toHaveBeenCalled()
})
