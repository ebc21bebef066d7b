import { expect, it } from 'vitest'
import { nextTick } from 'vue'
import { mount } from '../testing/mount.ts'
import ProgressBar from './ProgressBar.vue'

it('dit l’avancement en mots, ou que c’est en cours', async () => {
  const { find, state, container } = await mount(ProgressBar, { label: 'Motifs décidés', value: 3, max: 4 })
  expect(find('progress')).toHaveAccessibleName('Motifs décidés')
  expect(find('progress').getAttribute('aria-valuetext')).toMatch(/^75\s%$/)
  state.value = undefined
  await nextTick()
  expect(container.textContent).toContain('En cours…')
})
