import { afterEach, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { nextTick } from 'vue'
import { mount } from '../testing/mount.ts'
import Toaster from './Toaster.vue'
import { useToasts } from './useToasts.ts'

const { toasts, succeed, fail, dismiss } = useToasts()
afterEach(() => {
  for (const { id } of [...toasts.value]) dismiss(id)
})

it('annonce poliment, et se ferme au bouton', async () => {
  const { find, container } = await mount(Toaster)
  expect(find('section')).toHaveAttribute('aria-live', 'polite')
  fail('La connexion est interrompue.')
  await nextTick()
  expect(container.textContent).toContain('Erreur : La connexion est interrompue.')
  await userEvent.click(find('button'))
  expect(toasts.value).toHaveLength(0)
})

it('une réussite s’efface, une erreur reste', async () => {
  await mount(Toaster, { staySeconds: 0.05 })
  succeed('La plainte est consignée.')
  fail('Rien n’a été enregistré.')
  await expect.poll(() => toasts.value.map(toast => toast.tone)).toEqual(['danger'])
})
