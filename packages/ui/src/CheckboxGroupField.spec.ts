import { expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { mount } from '../testing/mount.ts'
import CheckboxGroupField from './CheckboxGroupField.vue'

it('garde les réponses dans l’ordre des choix', async () => {
  const { container, state } = await mount(CheckboxGroupField, {
    label: 'Secteurs',
    error: 'Il manque.',
    options: [
      { code: 'A', label: 'Alpha' },
      { code: 'B', label: 'Bêta' },
    ],
  })
  const [first, second] = container.querySelectorAll('input')
  await userEvent.click(second!)
  await userEvent.click(first!)
  expect(state.modelValue).toEqual(['A', 'B'])
  await userEvent.click(second!)
  expect(state.modelValue).toEqual(['A'])
  expect(first).toHaveAttribute('aria-invalid', 'true')
  expect(container.querySelector('fieldset')).toHaveAccessibleDescription('Erreur : Il manque.')
})
