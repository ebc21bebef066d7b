import type { Meta, StoryObj } from '@storybook/vue3-vite'
import Pagination from './Pagination.vue'

const meta: Meta = { title: 'Données/Pagination', component: Pagination }
export default meta

export const AuMilieu: StoryObj = {
  args: { total: 1240, noun: ['dossier', 'dossiers'], range: [26, 50], hasPrevious: true, hasNext: true },
}

export const Debut: StoryObj = {
  args: { total: 1000, atLeast: true, noun: ['dossier', 'dossiers'], hasPrevious: false, hasNext: true },
}
