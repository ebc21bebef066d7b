import { expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { mount } from '../testing/mount.ts'
import Tabs from './Tabs.vue'

it('se parcourt aux flèches, un panneau à la fois', async () => {
  const tabs = [
    { code: 'FACTS', label: 'Faits' },
    { code: 'JOURNAL', label: 'Journal', count: 3 },
  ]
  const { find, container, state } = await mount(
    Tabs,
    { label: 'Dossier', tabs },
    { FACTS: () => 'Les faits.', JOURNAL: () => 'Le journal.' },
  )
  expect(find('[role=tablist]')).toHaveAccessibleName('Dossier')
  expect(container.textContent).toContain('Les faits.')
  find('[role=tab]').focus()
  await userEvent.keyboard('{ArrowRight}')
  expect(state.modelValue).toBe('JOURNAL')
  expect(container.textContent).toContain('Le journal.')
  expect(container.textContent).not.toContain('Les faits.')
})
