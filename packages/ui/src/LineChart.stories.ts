import type { Meta, StoryObj } from '@storybook/vue3-vite'
import LineChart from './LineChart.vue'

const meta: Meta = { title: 'Données/LineChart', component: LineChart }
export default meta

const points = ['avr.', 'mai', 'juin', 'juill.', 'août', 'sept.', 'oct.']

export const Tendance: StoryObj = {
  args: {
    label: 'Dossiers reçus et fermés, mois par mois.',
    points,
    lines: [
      { key: 'in', label: 'Reçus', values: [12, 18, 9, 22, 14, 17, 20] },
      { key: 'out', label: 'Fermés', values: [8, 12, 15, 11, 13, 19, 20] },
    ],
  },
}

export const AvecRepere: StoryObj = {
  args: {
    label: 'Délai de réponse, mois par mois, devant l’engagement de 45 jours.',
    points,
    lines: [{ key: 'median', label: 'Médiane', values: [31, 28, null, 40, 52, 38, 30] }],
    mark: { label: 'Engagement : 45 jours', value: 45 },
  },
}
