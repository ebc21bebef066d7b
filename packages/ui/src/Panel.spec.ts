import { expect, it } from 'vitest'
import { mount } from '../testing/mount.ts'
import Panel from './Panel.vue'

it('est une région nommée par son titre, au niveau demandé', async () => {
  const { find } = await mount(Panel, { title: 'Motifs', level: 3 }, { default: () => 'Contenu' })
  expect(find('section')).toHaveAccessibleName('Motifs')
  expect(find('h3')).toHaveTextContent('Motifs')
})
