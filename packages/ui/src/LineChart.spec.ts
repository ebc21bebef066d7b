import { expect, it } from 'vitest'
import { mount } from '../testing/mount.ts'
import LineChart from './LineChart.vue'

const points = ['avr.', 'mai', 'juin']

it('une ligne se rompt où rien n’a été mesuré, et porte son nom et sa dernière valeur', async () => {
  const { find, container } = await mount(LineChart, {
    ...{ label: 'Délai par mois', points, mark: { label: 'Engagement', value: 45 } },
    lines: [{ key: 'median', label: 'Médiane', values: [30, null, 60] }],
  })
  expect(find('[role="img"]')).toHaveAccessibleName('Délai par mois')
  expect(find('path').getAttribute('d')).toBe('M0 50M100 0')
  expect(container.querySelectorAll('circle')).toHaveLength(2)
  expect(container.textContent).toMatch(/Engagement.*Médiane\s60/)
  expect(find('.mark').getAttribute('d')).toBe('M0 25L100 25')
})

it('les noms de deux lignes qui finissent ensemble ne se couvrent pas', async () => {
  const lines = ['Reçus', 'Fermés'].map(label => ({ key: label, label, values: [1, 2, 4] }))
  const { container } = await mount(LineChart, { label: 'Flux', points, lines })
  const [one, other] = [...container.querySelectorAll('.names span')].map(each => each.getBoundingClientRect())
  expect(one && other && (one.bottom <= other.top || other.bottom <= one.top)).toBe(true)
})
