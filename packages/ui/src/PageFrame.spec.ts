import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { mount } from '../testing/mount.ts'
import PageFrame from './PageFrame.vue'

const slots = {
  product: () => 'Produit',
  nav: () => h('ul', h('li', h('a', { href: '#dossiers' }, 'Dossiers'))),
  default: () => h('p', 'Contenu'),
}

it('le premier lien mène au contenu', async () => {
  const { find } = await mount(PageFrame, {}, slots)
  await userEvent.keyboard('{Tab}')
  expect(find('.skip')).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  expect(find('main')).toHaveFocus()
})

it('sur un petit écran, le menu s’ouvre, se ferme à Échap et rend le focus', async () => {
  await page.viewport(375, 700)
  const { find } = await mount(PageFrame, {}, slots)
  const toggle = find('.toggle')
  expect(find('nav')).not.toBeVisible()
  await userEvent.click(toggle)
  expect(toggle).toHaveAttribute('aria-expanded', 'true')
  expect(find('nav')).toBeVisible()
  await userEvent.keyboard('{Escape}')
  expect(find('nav')).not.toBeVisible()
  expect(toggle).toHaveFocus()
})

it('n’impose aucun défilement horizontal à 320 px', async () => {
  await page.viewport(320, 700)
  await mount(PageFrame, {}, slots)
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
})
