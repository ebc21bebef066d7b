import { expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { mount } from '../testing/mount.ts'
import TextArea from './TextArea.vue'

it('annonce le libellé, l’indice, l’erreur et l’obligation ensemble', async () => {
  const { find } = await mount(TextArea, {
    id: 'champ',
    label: 'Libellé',
    hint: 'Indice',
    error: 'Il manque une réponse.',
    required: true,
  })
  const control = find('textarea')
  expect(control).toHaveAccessibleName('Libellé (obligatoire)')
  expect(control).toHaveAccessibleDescription(expect.stringContaining('Erreur : Il manque une réponse.'))
  expect(control).toHaveAttribute('aria-invalid', 'true')
})

it('compte les caractères et annonce ce qui reste près de la limite', async () => {
  const { find, state } = await mount(TextArea, { id: 'motifs', label: 'Motifs', maxlength: 20 })
  await userEvent.fill(find('textarea'), 'Dix-neuf caractères')
  expect(state.modelValue).toBe('Dix-neuf caractères')
  expect(find('#motifs-count')).toHaveTextContent('19 caractères sur 20')
  expect(find('[aria-live]')).toHaveTextContent('Il reste 1 caractère')
})

it('grandit avec le texte', async () => {
  const { find } = await mount(TextArea, { label: 'Motifs' })
  const before = find('textarea').offsetHeight
  await userEvent.fill(find('textarea'), 'ligne\n'.repeat(12))
  expect(find('textarea').offsetHeight).toBeGreaterThan(before)
})
