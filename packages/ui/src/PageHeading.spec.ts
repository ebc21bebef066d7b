import { expect, it } from 'vitest'
import { mount } from '../testing/mount.ts'
import PageHeading from './PageHeading.vue'

it('donne à la page son seul titre de premier niveau', async () => {
  const { find, container } = await mount(
    PageHeading,
    { title: 'Dossiers', intro: 'Ce qui attend.' },
    { actions: () => 'Agir' },
  )
  expect(find('h1')).toHaveTextContent('Dossiers')
  expect(container.textContent).toContain('Ce qui attend.')
  expect(container.textContent).toContain('Agir')
})
