import { expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { mount } from '../testing/mount.ts'
import TextField from './TextField.vue'

it('annonce le libellé, l’indice, l’erreur et l’obligation ensemble', async () => {
  const { find } = await mount(TextField, {
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

it('rend ce qui est écrit', async () => {
  const { find, state } = await mount(TextField, { label: 'Nom' })
  await userEvent.fill(find('input'), 'Gagné')
  expect(state.modelValue).toBe('Gagné')
})
