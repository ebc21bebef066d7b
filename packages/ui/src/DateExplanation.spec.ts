import { expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { mount } from '../testing/mount.ts'
import DateExplanation from './DateExplanation.vue'

it('explique la date ligne à ligne, puis rend le focus', async () => {
  const { find } = await mount(DateExplanation, {
    date: '10 avril 2026',
    lines: ['Reçue le 12 mars.', 'Vingt jours ouvrables.'],
  })
  expect(find('button')).toHaveAccessibleName('Pourquoi cette date ? 10 avril 2026')
  find('button').focus()
  await userEvent.keyboard('{Enter}')
  const answer = () => document.querySelector('[role=dialog]')
  await expect.poll(answer).not.toBeNull()
  expect(answer()).toHaveAccessibleName('Pourquoi cette date ? 10 avril 2026')
  expect(answer()?.querySelectorAll('li')).toHaveLength(2)
  await userEvent.keyboard('{Escape}')
  await expect.poll(answer).toBeNull()
  expect(find('button')).toHaveFocus()
})
