import { expect, it } from 'vitest'
import { mount } from '../testing/mount.ts'
import StatusLabel from './StatusLabel.vue'

it('dit l’état par un mot, et la forme ne s’entend pas', async () => {
  const { container, find } = await mount(StatusLabel, { label: 'En retard', tone: 'danger' })
  expect(container.textContent).toContain('En retard')
  expect(find('svg')).toHaveAttribute('aria-hidden', 'true')
})
