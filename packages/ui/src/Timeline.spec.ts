import { expect, it } from 'vitest'
import { mount } from '../testing/mount.ts'
import Timeline from './Timeline.vue'

it('est une liste ordonnée de moments datés', async () => {
  const { find } = await mount(Timeline, {
    label: 'Journal',
    entries: [{ key: '1', title: 'Consignée', moment: '2026-03-12', when: '12 mars 2026', by: 'Maude Lavoie' }],
  })
  expect(find('ol')).toHaveAccessibleName('Journal')
  expect(find('time')).toHaveAttribute('datetime', '2026-03-12')
  expect(find('li').textContent).toContain('12 mars 2026 · Maude Lavoie')
})
