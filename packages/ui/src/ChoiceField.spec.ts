import { expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { mount } from '../testing/mount.ts'
import ChoiceField from './ChoiceField.vue'

const options = [
  { code: 'A', label: 'Alpha' },
  { code: 'B', label: 'Bêta', hint: 'La deuxième' },
]

it('forme un groupe nommé, obligatoire et en erreur', async () => {
  const { find } = await mount(ChoiceField, { label: 'Mode', required: true, error: 'Il manque.', options })
  const group = find('fieldset')
  expect(group).toHaveAccessibleName('Mode (obligatoire)')
  expect(group).toHaveAccessibleDescription('Erreur : Il manque.')
  expect(group).toHaveAttribute('aria-required', 'true')
  expect(group).toHaveAttribute('aria-invalid', 'true')
})

it('se parcourt aux flèches', async () => {
  const { find, state } = await mount(ChoiceField, { label: 'Mode', modelValue: 'A', options })
  find('input').focus()
  await userEvent.keyboard('{ArrowDown}')
  expect(state.modelValue).toBe('B')
  expect(document.activeElement).toHaveAccessibleDescription('La deuxième')
})
