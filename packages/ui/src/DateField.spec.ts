import { expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { mount } from '../testing/mount.ts'
import DateField from './DateField.vue'

it('annonce le libellé, l’indice, l’erreur et l’obligation ensemble', async () => {
  const { find } = await mount(DateField, {
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

it('rend une date « AAAA-MM-JJ » et dit ses bornes en français', async () => {
  const { find, state } = await mount(DateField, { label: 'Échéance', min: '2026-04-01', max: '2026-04-30' })
  await userEvent.fill(find('input'), '2026-04-10')
  expect(state.modelValue).toBe('2026-04-10')
  expect(find('input')).toHaveAccessibleDescription('Entre le 1er avril 2026 et le 30 avril 2026.')
})

it('ne dit qu’un jour quand ses bornes n’en laissent qu’un', async () => {
  const { find } = await mount(DateField, { label: 'Date d’envoi', min: '2026-04-01', max: '2026-04-01' })
  expect(find('input')).toHaveAccessibleDescription('Seule date possible : le 1er avril 2026.')
})
