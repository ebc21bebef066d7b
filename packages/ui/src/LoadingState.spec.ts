import { expect, it } from 'vitest'
import { mount } from '../testing/mount.ts'
import LoadingState from './LoadingState.vue'

it('annonce le chargement et cache son dessin', async () => {
  const { find, container } = await mount(LoadingState, { lines: 3 })
  expect(find('[role=status]')).toHaveTextContent('Chargement…')
  expect(container.querySelectorAll('[aria-hidden=true]')).toHaveLength(3)
})
