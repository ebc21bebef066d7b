import { expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { mount } from '../testing/mount.ts'
import ComboboxField from './ComboboxField.vue'

it('annonce le libellé, l’indice, l’erreur et l’obligation ensemble', async () => {
  const { find } = await mount(ComboboxField, {
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
  const control = find('input')
  expect(control).toHaveAccessibleName('Libellé (obligatoire)')
  expect(control).toHaveAccessibleDescription(expect.stringContaining('Erreur : Il manque une réponse.'))
  expect(control).toHaveAttribute('aria-invalid', 'true')
})

const options = [
  { code: 'A', label: 'Commission municipale' },
  { code: 'B', label: 'Régie de l’énergie' },
]

it('trouve sans les accents et choisit au clavier', async () => {
  const { find, container, state } = await mount(ComboboxField, { label: 'Organisme', options })
  await userEvent.click(find('input'))
  await userEvent.keyboard('energie')
  expect(container.querySelectorAll('[role=option]')).toHaveLength(1)
  expect(find('[aria-live]')).toHaveTextContent('Un choix correspond')
  await userEvent.keyboard('{ArrowDown}{Enter}')
  expect(state.modelValue).toBe('B')
  expect(find('input')).toHaveValue('Régie de l’énergie')
})

it('dit que rien ne correspond', async () => {
  const { find, container } = await mount(ComboboxField, { label: 'Organisme', options })
  await userEvent.click(find('input'))
  await userEvent.keyboard('zzz')
  expect(container.textContent).toContain('Aucun choix ne correspond.')
})

it('reprend la réponse quand la case est vidée', async () => {
  const { find, state } = await mount(ComboboxField, { label: 'Organisme', options, modelValue: 'A' })
  expect(find('input')).toHaveValue('Commission municipale')
  await userEvent.clear(find('input'))
  expect(state.modelValue).toBeNull()
})

it('ne renvoie à la liste que lorsqu’elle est ouverte', async () => {
  const { find } = await mount(ComboboxField, { label: 'Organisme', options, modelValue: 'A' })
  expect(find('input')).not.toHaveAttribute('aria-controls')
  await userEvent.click(find('input'))
  expect(document.getElementById(find('input').getAttribute('aria-controls') ?? '')).not.toBeNull()
  await userEvent.keyboard('{ArrowDown}{Enter}')
  expect(find('input')).not.toHaveAttribute('aria-controls')
  expect(find('input')).not.toHaveAttribute('aria-activedescendant')
})
