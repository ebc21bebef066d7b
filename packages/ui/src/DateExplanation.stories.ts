import type { Meta, StoryObj } from '@storybook/vue3-vite'
import DateExplanation from './DateExplanation.vue'

const meta: Meta = { title: 'Données/DateExplanation', component: DateExplanation }
export default meta

export const Ferme: StoryObj = {
  args: {
    date: '10 avril 2026',
    lines: ['Reçue le 12 mars 2026.', 'Vingt jours ouvrables sont promis.', 'Le 3 et le 6 avril sont fériés.'],
  },
}

export const Ouvert: StoryObj = {
  args: { date: '10 avril 2026', lines: ['Reçue le 12 mars 2026.', 'Vingt jours ouvrables sont promis.'] },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button'))
  },
}
