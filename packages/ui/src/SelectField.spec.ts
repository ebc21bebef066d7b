import { expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { mount } from '../testing/mount.ts'
import SelectField from './SelectField.vue'

it('annonce le libellé, l’indice, l’erreur et l’obligation ensemble', async () => {
  const { find } = await mount(SelectField, {
    id: 'champ',
    label: 'Libellé',
    hint: 'Indice',
    error: 'Il manque une réponse.',
    required: true,
    options: [
      { code: 'A', label: 'Alpha' },
      { code: 'B', label: 'Énergie' },
      { code: 'C', label: 'Gamma', disabled: true },
    ],
  })
  const control = find('select')
  expect(control).toHaveAccessibleName('Libellé (obligatoire)')
  expect(control).toHaveAccessibleDescription(expect.stringContaining('Erreur : Il manque une réponse.'))
  expect(control).toHaveAttribute('aria-invalid', 'true')
})

it('rend le code choisi, et null pour le choix vide', async () => {
  const options = [
    { code: 'A', label: 'Alpha' },
    { code: 'B', label: 'Bêta' },
  ]
  const { find, state } = await mount(SelectField, { label: 'Secteur', placeholder: 'Tous', options })
  await userEvent.selectOptions(find('select'), 'B')
  expect(state.modelValue).toBe('B')
  await userEvent.selectOptions(find('select'), '')
  expect(state.modelValue).toBeNull()
})
