import { expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { mount } from '../testing/mount.ts'
import CheckboxField from './CheckboxField.vue'

it('annonce le libellé, l’indice, l’erreur et l’obligation ensemble', async () => {
  const { find } = await mount(CheckboxField, {
    id: 'champ',
    label: 'Libellé',
    hint: 'Indice',
    error: 'Il manque une réponse.',
    required: true,
  })
  const control = find('input')
  expect(control).toHaveAccessibleName('Libellé (obligatoire)')
  expect(control).toHaveAccessibleDescription(expect.stringContaining('Erreur : Il manque une réponse.'))
  expect(control).toHaveAttribute('aria-invalid', 'true')
})

it('se coche à l’espace', async () => {
  const { find, state } = await mount(CheckboxField, { label: 'Anonyme' })
  find('input').focus()
  await userEvent.keyboard(' ')
  expect(state.modelValue).toBe(true)
})
