import { expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { mount } from '../testing/mount.ts'
import VirtualTable from './VirtualTable.vue'

const total = 100_000
const columns = [
  { key: 'number', label: 'Numéro', heads: true, sortable: true },
  { key: 'subject', label: 'Sujet' },
]
const rowAt = (rank: number) => ({ number: `2026-${rank + 1}`, subject: 'Délai' })
const slots = {
  number: ({ value, tabindex }: { value: unknown; tabindex: number }) =>
    h('a', { href: '#dossier', tabindex }, String(value)),
}
const table = async (props: object = {}) => {
  await page.viewport(1200, 800)
  window.scrollTo({ top: 0, behavior: 'instant' })
  return mount(VirtualTable, { columns, total, rowAt, caption: 'Dossiers', ...props }, slots)
}
const focused = () => document.activeElement?.textContent
const rows = (container: HTMLElement) => [...container.querySelectorAll('tbody [role=row]')]

it('dit combien de lignes il y a, et n’en dessine que ce qui se voit', async () => {
  const { container, find } = await table()
  expect(find('table')).toHaveAccessibleName('Dossiers')
  expect(find('table')).toHaveAttribute('aria-rowcount', String(total + 1))
  await expect.poll(() => rows(container).length).toBeGreaterThan(5)
  const drawn = rows(container)
  const inSight = drawn.filter(row => row.getBoundingClientRect().top < window.innerHeight)
  expect(drawn.length).toBeLessThanOrEqual(inSight.length + 2)
  expect(drawn[0]).toHaveAttribute('aria-rowindex', '2')
  expect(document.documentElement.scrollHeight).toBeGreaterThan(1_000_000)
})

it('se parcourt de ligne en ligne, par pages et d’un bout à l’autre, par un seul arrêt du clavier', async () => {
  const { container, find } = await table()
  await expect.poll(() => container.querySelectorAll('tbody a').length).toBeGreaterThan(5)
  expect(container.querySelectorAll('tbody a[tabindex="0"]')).toHaveLength(1)
  find('tbody a').focus()
  const press = async (key: string, text: string) => {
    await userEvent.keyboard(`{${key}}`)
    await expect.poll(focused).toBe(text)
  }
  await press('ArrowDown', '2026-2')
  await press('ArrowDown', '2026-3')
  await press('ArrowUp', '2026-2')
  await press('End', '2026-100000')
  expect(document.activeElement?.closest('[role=row]')).toHaveAttribute('aria-rowindex', '100001')
  await press('ArrowDown', '2026-100000')
  await press('Home', '2026-1')
  await userEvent.keyboard('{PageDown}')
  await expect.poll(() => Number(focused()?.slice(5))).toBeGreaterThan(5)
  expect(rows(container).length).toBeLessThan(30)
})

it('rend le focus à la ligne d’où l’on revient, même si elle se fait attendre', async () => {
  const known = new Set<number>()
  const { container, state } = await table({
    start: 5230,
    rowAt: (rank: number) => (known.has(rank) ? rowAt(rank) : undefined),
  })
  await expect.poll(() => container.querySelector('[aria-rowindex="5232"]')).not.toBeNull()
  expect(container.querySelector('[aria-rowindex="5232"]')).toHaveAttribute('aria-busy', 'true')
  known.add(5230)
  state.rowAt = (rank: number) => (known.has(rank) ? rowAt(rank) : undefined)
  await expect.poll(focused).toBe('2026-5231')
})

it('nomme les lignes en vue et demande le tri', async () => {
  const sight = vi.fn()
  const { find, state } = await table({ onSight: sight })
  await expect.poll(() => sight.mock.calls.at(-1)?.[1]).toBeGreaterThan(5)
  await userEvent.click(find('thead button'))
  expect(state.sort).toEqual({ key: 'number', direction: 'ascending' })
})

it('devient des fiches sur un petit écran', async () => {
  await page.viewport(320, 700)
  const { container, find } = await mount(VirtualTable, { columns, total, rowAt, caption: 'Dossiers' }, slots)
  await expect.poll(() => rows(container).length).toBeGreaterThan(1)
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
  expect(getComputedStyle(find('tbody td'), '::before').content).toBe('"Sujet"')
  const [first, second] = rows(container).map(row => row.getBoundingClientRect())
  expect(second?.top).toBeGreaterThan(first?.bottom ?? 0)
  await page.viewport(1200, 800)
})
