import { expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { mount } from '../testing/mount.ts'
import FileField from './FileField.vue'

it('annonce le libellé, l’indice, l’erreur et l’obligation ensemble', async () => {
  const { find } = await mount(FileField, {
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

it('montre le fichier choisi et sa taille, et le retire', async () => {
  const { find, container, state } = await mount(FileField, { label: 'Pièce' })
  await userEvent.upload(find('input'), new File(['x'.repeat(12_500)], 'réponse.pdf'))
  expect((state.modelValue as File).name).toBe('réponse.pdf')
  expect(container.textContent).toContain('réponse.pdf (12,5\u00a0Ko)')
  await userEvent.click(find('button'))
  expect(state.modelValue).toBeNull()
  expect(find('input')).toHaveFocus()
})
