import { expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { mount } from '../testing/mount.ts'
import SearchField from './SearchField.vue'

it('cherche à l’Entrée comme au bouton', async () => {
  const search = vi.fn()
  const { find } = await mount(SearchField, { label: 'Rechercher', labelHidden: true, onSearch: search })
  expect(find('input')).toHaveAccessibleName('Rechercher')
  await userEvent.fill(find('input'), 'délai')
  await userEvent.keyboard('{Enter}')
  await userEvent.click(find('button'))
  expect(search.mock.calls).toEqual([['délai'], ['délai']])
})
