import type { Meta, StoryObj } from '@storybook/vue3-vite'
import FactList from './FactList.vue'

const meta: Meta = { title: 'Données/FactList', component: FactList }
export default meta

export const Ordinaire: StoryObj = {
  args: {
    facts: [
      { label: 'Numéro', value: '2026-0042' },
      { label: 'Reçue le', value: '12 mars 2026' },
      { label: 'Réponse due', value: '10 avril 2026' },
      { label: 'Représentant', value: null },
    ],
  },
}
