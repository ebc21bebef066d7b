import { expect, it } from 'vitest'
import { mount } from '../testing/mount.ts'
import BarChart from './BarChart.vue'

const bars = [
  { key: 'a', label: 'Habitation', values: [30, 10] },
  { key: 'b', label: 'Voirie', values: [20, 0] },
]
const series = [
  { key: 'founded', label: 'Fondées' },
  { key: 'unfounded', label: 'Non fondées' },
]

it('une barre est longue de ce qu’elle mesure, porte son nom et son nombre, et chaque série le sien', async () => {
  const { find, container } = await mount(BarChart, { label: 'Fermés par secteur', bars, series })
  expect(find('[role="img"]')).toHaveAccessibleName('Fermés par secteur')
  const widths = [...container.querySelectorAll('.length rect')].map(each => each.getAttribute('width'))
  expect(widths).toEqual(['75%', '25%', '50%', '0%'])
  const text = container.textContent ?? ''
  for (const told of ['Habitation', '40', '30', '10', 'Voirie', 'Fondées', 'Non fondées']) expect(text).toContain(told)
})

it('sans rien à mesurer, les barres sont vides et leur nombre est zéro', async () => {
  const { container } = await mount(BarChart, { label: 'Rien', bars: [{ key: 'a', label: 'Voirie', values: [0] }] })
  expect(container.querySelector('rect')?.getAttribute('width')).toBe('0%')
  expect(container.textContent).toContain('0')
})
