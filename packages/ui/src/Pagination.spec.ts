import { expect, it, vi } from 'vitest'
import { mount } from '../testing/mount.ts'
import Pagination from './Pagination.vue'

it('dit où l’on est, et n’agit que là où il y a une suite', async () => {
  const previous = vi.fn()
  const next = vi.fn()
  const { container, find } = await mount(Pagination, {
    total: 30,
    noun: ['dossier', 'dossiers'],
    range: [1, 25],
    hasPrevious: false,
    hasNext: true,
    onPrevious: previous,
    onNext: next,
  })
  expect(find('p')).toHaveTextContent('1 à 25 sur 30 dossiers')
  const [back, forth] = container.querySelectorAll('button')
  back!.click()
  forth!.click()
  expect(previous).not.toHaveBeenCalled()
  expect(next).toHaveBeenCalledOnce()
  expect(back).toHaveAttribute('aria-disabled', 'true')
})
