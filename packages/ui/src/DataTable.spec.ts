import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { mount } from '../testing/mount.ts'
import DataTable from './DataTable.vue'

interface Row {
  number: string
  days: number
}
const props = {
  caption: 'Dossiers',
  columns: [
    { key: 'number', label: 'Numéro', heads: true, sortable: true },
    { key: 'days', label: 'Jours', numeric: true },
  ],
  rows: [{ number: '2026-0042', days: 12 }] as Row[],
  rowKey: (row: Row) => row.number,
}

it('est un tableau nommé dont chaque ligne a son en-tête', async () => {
  const { find } = await mount(DataTable, props, { days: ({ value }: { value: unknown }) => `${value} jours` })
  expect(find('table')).toHaveAccessibleName('Dossiers')
  expect(find('tbody th')).toHaveAttribute('scope', 'row')
  expect(find('tbody td')).toHaveTextContent('12 jours')
})

it('demande le tri et annonce son sens', async () => {
  const { find, state } = await mount(DataTable, props)
  await userEvent.click(find('thead button'))
  expect(state.sort).toEqual({ key: 'number', direction: 'ascending' })
  expect(find('thead th')).toHaveAttribute('aria-sort', 'ascending')
  await userEvent.click(find('thead button'))
  expect(find('thead th')).toHaveAttribute('aria-sort', 'descending')
})

it('devient des fiches sur un petit écran et reste un tableau pour qui l’écoute', async () => {
  await page.viewport(320, 700)
  const { find } = await mount(DataTable, props)
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
  expect(getComputedStyle(find('tbody tr')).display).toBe('grid')
  expect(find('tbody tr')).toHaveAttribute('role', 'row')
  expect(find('tbody td')).toHaveAttribute('role', 'cell')
  expect(find('thead th:not([aria-sort])').checkVisibility()).toBe(true)
  expect(find('thead th:not([aria-sort])').clientWidth).toBeLessThanOrEqual(1)
})

it('dit qu’il n’y a rien', async () => {
  const { find } = await mount(DataTable, { ...props, rows: [] })
  expect(find('tbody')).toHaveTextContent('Aucun résultat.')
})
