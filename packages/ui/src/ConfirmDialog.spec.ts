import { expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { mount } from '../testing/mount.ts'
import ConfirmDialog from './ConfirmDialog.vue'

it('prend le focus, confirme, et se ferme à Échap', async () => {
  const confirm = vi.fn()
  const { state } = await mount(ConfirmDialog, {
    open: true,
    title: 'Effacer ?',
    message: 'Pour toujours.',
    confirm: 'Effacer',
    onConfirm: confirm,
  })
  const dialog = () => document.querySelector<HTMLElement>('[role=alertdialog]')
  await expect.poll(dialog).not.toBeNull()
  expect(dialog()).toHaveAccessibleName('Effacer ?')
  expect(dialog()).toHaveAccessibleDescription('Pour toujours.')
  await expect.poll(() => dialog()?.contains(document.activeElement)).toBe(true)
  await userEvent.click(page.getByRole('button', { name: 'Effacer' }))
  expect(confirm).toHaveBeenCalledOnce()
  await userEvent.keyboard('{Escape}')
  await expect.poll(() => state.open).toBe(false)
})
